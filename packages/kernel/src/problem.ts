/** How the caller can react; HTTP statuses are derived from this in one place (platform/http/problems). */
export type ProblemKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'missing'
  | 'conflict'
  | 'stale'
  | 'too_large'
  | 'unsupported'
  | 'refused'
  | 'too_many'
  | 'unavailable'

/** Values that a message may name. Instants are ISO strings, days `YYYY-MM-DD`, money decimal yuan strings. */
export type ProblemParams = Readonly<Record<string, string | number>>

/**
 * One reason why a request is refused. Plain data: several can hold at once, and staff may waive some.
 * `code` is `<domain>.<reason>`; its text in each language stands in the domain's `contract/problems.json`.
 * `field` is a JSON pointer into the request body when one field is to blame.
 */
export type Problem = {
  readonly code: string
  readonly kind: ProblemKind
  readonly params?: ProblemParams
  readonly field?: string
  readonly waivable?: boolean
}

/** Ends a use case with every problem found; the transaction is rolled back. Never used for bugs. */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly problems: readonly Problem[]
  /** Further members of the problem body (RFC 9457), such as slots to choose from instead. */
  extensions: Readonly<Record<string, unknown>> = {}
  constructor(...problems: readonly Problem[]) {
    super(problems.map((problem) => problem.code).join(', '))
    this.problems = problems
  }

  /** The same refusal with `extensions` in its body. */
  with(extensions: Readonly<Record<string, unknown>>): this {
    this.extensions = extensions
    return this
  }
}
