import type { LocationQuery } from 'vue-router'

const key = 'sign-in-target'

/** Where somebody was going when asked to sign in: a path of the own pages, nothing else. */
export function targetOf(query: LocationQuery): string {
  const to = query['to']
  return typeof to === 'string' && isOwn(to) ? to : '/'
}

/** Remembers it on the way through an outside provider. */
export function keepTarget(to: string): void {
  sessionStorage.setItem(key, to)
}

export function takeTarget(): string {
  const to = sessionStorage.getItem(key) ?? '/'
  sessionStorage.removeItem(key)
  return isOwn(to) ? to : '/'
}

function isOwn(path: string): boolean {
  return /^\/(?![/\\])/.test(path)
}
