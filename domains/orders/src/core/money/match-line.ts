import { readableNumber } from '@jiju/kernel/ids'
import type { Fen } from '@jiju/kernel/money'
import type { BankLine } from './bank-lines.ts'

/** What a line of a statement can be, as far as the platform knows. */
export type Candidates = {
  /** Payments that were announced, by number, payer and amount. */
  readonly payments: readonly {
    readonly id: string
    readonly number: string
    readonly organisationId: string
    readonly organisationName: string
    readonly amountFen: Fen
  }[]
  /** The code that each organisation writes on its transfers. */
  readonly codes: ReadonlyMap<string, string>
  /** Orders by number. */
  readonly orders: ReadonlyMap<string, string>
  readonly outgoings: readonly { readonly id: string; readonly number: string; readonly accountName: string; readonly amountFen: Fen }[]
}

export const MATCHED_BY = ['number', 'code', 'order', 'name_and_amount', 'person'] as const
export type MatchedBy = (typeof MATCHED_BY)[number]

export type Match =
  | { readonly target: 'prepaid'; readonly by: MatchedBy; readonly organisationId: string; readonly paymentId: string | null }
  | { readonly target: 'outgoing'; readonly by: MatchedBy; readonly outgoingId: string }

const NUMBERS = /(?:PAY|RFD|PYO|ORD)-\d{8}-[0-9A-Z]{7}/g
const CODES = /JJ[0-9A-Z]{7}/g

/** The code that an organisation writes on its transfers: `JJ` and seven readable characters that follow from its id. */
export const transferCodeOf = (organisationId: string): string => `JJ${readableNumber('', '', organisationId).slice(2)}`

/** The numbers and codes that a reference names; banks drop spaces and change case. */
export function readReference(reference: string): { readonly numbers: readonly string[]; readonly codes: readonly string[] } {
  const text = reference.toUpperCase().replaceAll(/[\s　]/g, '')
  return { numbers: text.match(NUMBERS) ?? [], codes: text.match(CODES) ?? [] }
}

const bare = (name: string) => name.replaceAll(/[\s()（）]/g, '').toLowerCase()

/**
 * What a line certainly is: by a number with its amount, by a payer's code, by an order's number, or by payer's name together with an announced amount that no
 * other has. Undefined when somebody has to decide.
 */
export function matchLine(line: BankLine, candidates: Candidates): Match | undefined {
  const { numbers, codes } = readReference(line.reference)
  if (line.amountFen < 0n) {
    const amount = -line.amountFen
    const sent = candidates.outgoings.filter(({ amountFen }) => amountFen === amount)
    const numbered = sent.find(({ number }) => numbers.includes(number))
    if (numbered) return { target: 'outgoing', by: 'number', outgoingId: numbered.id }
    const named = sent.filter(({ accountName }) => bare(accountName) === bare(line.counterpartyName))
    return numbers.length === 0 && named.length === 1 && named[0]
      ? { target: 'outgoing', by: 'name_and_amount', outgoingId: named[0].id }
      : undefined
  }
  const numbered = candidates.payments.find(({ number }) => numbers.includes(number))
  if (numbered) {
    // Another amount than was announced still belongs to the payer; the announcement stays open.
    const isWhole = numbered.amountFen === line.amountFen
    return { target: 'prepaid', by: 'number', organisationId: numbered.organisationId, paymentId: isWhole ? numbered.id : null }
  }
  const byCode = only(codes.map((code) => candidates.codes.get(code)))
  if (byCode) return { target: 'prepaid', by: 'code', organisationId: byCode, paymentId: null }
  const byOrder = only(numbers.map((number) => candidates.orders.get(number)))
  if (byOrder) return { target: 'prepaid', by: 'order', organisationId: byOrder, paymentId: null }
  const announced = candidates.payments.filter(
    ({ amountFen, organisationName }) => amountFen === line.amountFen && bare(organisationName) === bare(line.counterpartyName),
  )
  const [first] = announced
  return first && announced.length === 1
    ? { target: 'prepaid', by: 'name_and_amount', organisationId: first.organisationId, paymentId: first.id }
    : undefined
}

/** The one that all name; undefined when they name none or several. */
function only(ids: readonly (string | undefined)[]): string | undefined {
  const known = [...new Set(ids.filter((id) => id !== undefined))]
  return known.length === 1 ? known[0] : undefined
}
