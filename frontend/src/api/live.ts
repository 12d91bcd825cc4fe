import { send } from './http'

export interface Change {
  type: string
  contract_id: string | null
}

const pollEvery = 4000

/**
 * Hears of changes by server-sent events, and by polling where a proxy swallows the stream. `connected` is called each
 * time the stream opens: what changed while nobody listened was not heard.
 */
export function listen(heard: (change: Change) => void, connected: () => void): () => void {
  let stopped = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const source = new EventSource('/api/v1/events')
  source.addEventListener('change', (event) => heard(JSON.parse((event as MessageEvent<string>).data) as Change))
  source.onopen = () => {
    clearTimeout(timer)
    connected()
  }
  source.onerror = () => {
    if (source.readyState !== EventSource.CLOSED || stopped) return
    void poll('')
  }

  async function poll(after: string): Promise<void> {
    let cursor = after
    try {
      const page = await send<{ cursor: string; changes: Change[] }>('/events/poll', { query: { after } })
      cursor = page.cursor
      page.changes.forEach(heard)
    } catch {
      // the next round tries again; a lost session is reported by the calls of the page itself
    }
    if (!stopped) timer = setTimeout(() => void poll(cursor), pollEvery)
  }

  return () => {
    stopped = true
    clearTimeout(timer)
    source.close()
  }
}
