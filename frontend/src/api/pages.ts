import { send } from './http'
import type { PageBox, PageLines, PageView, VersionView } from './types'

export const pages = {
  list: (version: string) => send<PageView[]>(`/versions/${version}/pages`),
  read: (version: string, number: number) => send<PageLines>(`/versions/${version}/pages/${number}`),
  boxes: (version: string, start: number, end: number) =>
    send<PageBox[]>(`/versions/${version}/boxes`, { query: { start, end } }),
  picture: (version: string, number: number) => `/api/v1/versions/${version}/pages/${number}/picture`,
  progress: (version: string) => send<VersionView>(`/versions/${version}`),
}
