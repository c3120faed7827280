import { addDays, type LocalDate } from '@jiju/kernel/local-date'

/** What a figure of a clause is about: how long what is left of samples is kept, and how long records and copies of the report are. */
export const FIGURE_KINDS = ['samples', 'records'] as const
export type FigureKind = (typeof FIGURE_KINDS)[number]
export const FIGURE_UNITS = ['day', 'month', 'year'] as const
export type FigureUnit = (typeof FIGURE_UNITS)[number]

/** A length of time as a clause states it. */
export type Figure = { readonly kind: FigureKind; readonly amount: number; readonly unit: FigureUnit }

/** Where the words of a clause name its figure, so that the two cannot say different things. */
export const FIGURE_MARK = '{期限}'

const UNIT_WORDS: Readonly<Record<FigureUnit, string>> = { day: '日', month: '个月', year: '年' }

/** The words of a clause as they are read and printed: its figure stands in place of the mark. */
export const clauseWords = ({ text, figure }: { readonly text: string; readonly figure?: Figure | null }): string =>
  figure ? text.replaceAll(FIGURE_MARK, ` ${figure.amount} ${UNIT_WORDS[figure.unit]}`) : text

/** True when words and figure belong together: either both or neither. */
export const isFigureNamed = ({ text, figure }: { readonly text: string; readonly figure?: Figure | null }): boolean =>
  text.includes(FIGURE_MARK) === (figure !== undefined)

/** The last day of a time that begins on `from`; a month that lacks the day ends it on its own last. */
export function keptUntil(from: LocalDate, { amount, unit }: Figure): LocalDate {
  if (unit === 'day') return addDays(from, amount)
  const [year = 0, month = 1, day = 1] = from.split('-').map(Number)
  const months = month - 1 + amount * (unit === 'year' ? 12 : 1)
  const last = new Date(Date.UTC(year, months + 1, 0))
  return new Date(Date.UTC(year, months, Math.min(day, last.getUTCDate()))).toISOString().slice(0, 10)
}

/** The latest day that the clauses promise for one kind; undefined when they name no figure of it. */
export function promisedUntil(
  clauses: readonly { readonly figure?: Figure | null }[],
  kind: FigureKind,
  from: LocalDate,
): LocalDate | undefined {
  return clauses
    .flatMap(({ figure }) => (figure?.kind === kind ? [keptUntil(from, figure)] : []))
    .toSorted()
    .at(-1)
}
