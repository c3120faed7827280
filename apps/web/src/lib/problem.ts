/** One reason of a refusal, as the server words it in the reader's language. */
export type ProblemItem = {
  readonly code: string
  readonly message: string
  /** JSON pointer into the request body when one field is to blame. */
  readonly field?: string | null
  readonly params?: Readonly<Record<string, string | number>>
}

/** Body of RFC 9457 that every failed request answers. */
type ProblemBody = {
  readonly status?: number
  readonly title?: string
  readonly code?: string
  readonly requestId?: string
  readonly problems?: readonly ProblemItem[]
}

/** A request that the server refused, or that did not arrive. `status` is 0 when no answer came. */
export class RequestProblem extends Error {
  override name = 'RequestProblem'
  readonly status: number
  readonly code: string
  readonly requestId: string | null
  readonly problems: readonly ProblemItem[]

  constructor(status: number, body: ProblemBody) {
    super(body.title ?? body.code ?? `HTTP ${status}`)
    this.status = status
    this.code = body.code ?? body.problems?.[0]?.code ?? (status === 0 ? 'web.offline' : 'web.unknown')
    this.requestId = body.requestId ?? null
    this.problems = body.problems ?? []
  }

  has(code: string): boolean {
    return this.code === code || this.problems.some((problem) => problem.code === code)
  }
}

export function problemFrom(status: number, body: unknown): RequestProblem {
  return new RequestProblem(status, body !== null && typeof body === 'object' ? (body as ProblemBody) : {})
}

/** True when nothing is wrong, but something implausible is to be looked at and confirmed. */
export function isOnlyDoubted(error: unknown): boolean {
  return error instanceof RequestProblem && error.problems.length > 0 && error.problems.every(({ code }) => code.includes('.question_'))
}

/** True for what a second try can mend: no answer, overload, or a fault of the server. */
export function isTransient(error: unknown): boolean {
  if (!(error instanceof RequestProblem)) return false
  return error.status === 0 || error.status === 429 || error.status >= 500
}
