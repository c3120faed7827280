import pg from 'pg'

/** A text that was asked so often is worth a plan that is kept. */
const HOT_AFTER = 8
/**
 * Reads that name their columns. A kept plan of a write does not see the values that a partial index of its `on conflict` needs, and one
 * of `select *` fails once a column is added beside it.
 */
const READ = /^\s*(?=select\b)(?!.*(?:\bselect \*|\.\*))/is
/** Texts that are kept prepared, on each connection those that it has asked. */
const MAX_PREPARED = 200
/** Texts that are counted; then counting begins anew, so that texts that never repeat do not pile up. */
const MAX_COUNTED = 2000

/** Which texts are asked again and again, and the name under which they are prepared. */
export class HotTexts {
  readonly #names = new Map<string, string>()
  #counts = new Map<string, number>()

  /** The name of a hot text; undefined while it is not. */
  nameOf(text: string): string | undefined {
    const known = this.#names.get(text)
    if (known !== undefined || this.#names.size >= MAX_PREPARED || !READ.test(text)) return known
    const count = (this.#counts.get(text) ?? 0) + 1
    if (count >= HOT_AFTER) {
      const name = `jiju_${this.#names.size + 1}`
      this.#counts.delete(text)
      this.#names.set(text, name)
      return name
    }
    if (this.#counts.size >= MAX_COUNTED) this.#counts = new Map()
    this.#counts.set(text, count)
    return undefined
  }
}

const HOT = new HotTexts()

type AnyQuery = (...given: readonly unknown[]) => unknown

/** A connection that prepares what is asked often: joined views take PostgreSQL longer to plan than to read by a key. */
export class PreparingClient extends pg.Client {
  // biome-ignore lint/suspicious/noExplicitAny: the client's own overloads stay what callers see.
  override query(...given: any[]): any {
    const [text, values, ...rest] = given
    const name = typeof text === 'string' && Array.isArray(values) && values.length > 0 ? HOT.nameOf(text) : undefined
    const query = super.query as AnyQuery
    return name === undefined ? query.apply(this, given) : query.call(this, { name, text, values }, ...rest)
  }
}
