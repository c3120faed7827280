/** A condition on the index, as PostgreSQL's `tsquery` has it. Built from data, so no text of a user is ever parsed as an operator. */
export type Condition =
  | { readonly op: 'lexeme'; readonly text: string; readonly prefix: boolean }
  | { readonly op: 'and' | 'or'; readonly of: readonly Condition[] }
  | { readonly op: 'not'; readonly of: Condition }
  | { readonly op: 'phrase'; readonly first: Condition; readonly then: readonly { readonly distance: number; readonly what: Condition }[] }

export const lexeme = (text: string, options: { prefix?: boolean } = {}): Condition => ({
  op: 'lexeme',
  text,
  prefix: options.prefix ?? false,
})
export const not = (of: Condition): Condition => ({ op: 'not', of })

/** All of them; undefined when there are none. */
export function allOf(conditions: readonly (Condition | undefined)[]): Condition | undefined {
  return joined('and', conditions)
}

/** At least one of them; undefined when there are none. */
export function anyOf(conditions: readonly (Condition | undefined)[]): Condition | undefined {
  return joined('or', conditions)
}

function joined(op: 'and' | 'or', conditions: readonly (Condition | undefined)[]): Condition | undefined {
  const of = conditions.filter((condition) => condition !== undefined)
  return of.length > 1 ? { op, of } : of[0]
}

/** The text form that PostgreSQL reads back with `::tsquery`, without a dictionary. */
export function toTsQuery(condition: Condition): string {
  switch (condition.op) {
    case 'lexeme':
      return `${quoteLexeme(condition.text)}${condition.prefix ? ':*' : ''}`
    case 'not':
      return `!(${toTsQuery(condition.of)})`
    case 'phrase':
      return `(${condition.then.reduce((text, { distance, what }) => `${text} <${distance}> ${toTsQuery(what)}`, toTsQuery(condition.first))})`
    default:
      return `(${condition.of.map(toTsQuery).join(condition.op === 'and' ? ' & ' : ' | ')})`
  }
}

const SPECIAL = /['\\\0]/

/** A lexeme in the quotes of `tsvector` and `tsquery`; PostgreSQL's text holds no null character. */
export function quoteLexeme(text: string): string {
  if (!SPECIAL.test(text)) return `'${text}'`
  return `'${text.replaceAll('\0', '').replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
}
