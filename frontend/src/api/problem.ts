import type { ProblemReason } from './types'

/** A refusal of the server: RFC 9457 problem with a stable code. */
export class Problem extends Error {
  readonly status: number
  readonly code: string
  readonly params: Record<string, unknown>
  readonly reasons: ProblemReason[]

  constructor(status: number, body: Partial<ProblemBody>) {
    super(body.detail || body.title || `HTTP ${status}`)
    this.status = status
    this.code = body.code ?? 'unknown'
    this.params = body.params ?? {}
    this.reasons = body.reasons ?? []
  }
}

export interface ProblemBody {
  title: string
  detail: string
  code: string
  params: Record<string, unknown>
  reasons: ProblemReason[]
}

/** Reads a problem out of a body that may be anything, e.g. a proxy's page. */
export function problemFrom(status: number, text: string): Problem {
  try {
    return new Problem(status, JSON.parse(text) as Partial<ProblemBody>)
  } catch {
    return new Problem(status, {})
  }
}
