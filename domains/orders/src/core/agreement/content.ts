import type { CancelRates } from '../order/cancellation.ts'
import type { Confidentiality, Purpose } from '../vocabulary.ts'
import type { Clause, TermsTopic } from './terms.ts'

/** What is said of the samples and the service beside the order; empty fields are left out. In the order in which they are printed. */
export const PARTICULARS = [
  'sampleName',
  'model',
  'maker',
  'brand',
  'batch',
  'productionDay',
  'shelfLife',
  'package',
  'appearance',
  'quantity',
  'scope',
  'basis',
  'judgement',
  'decisionRule',
  'allowsSubcontract',
  'papers',
  'referenceMaterial',
  'storage',
  'remainder',
  'payment',
  'changeChannel',
  'reportWay',
  'reportCopies',
  'contactName',
  'contactPhone',
] as const
export type Particular = (typeof PARTICULARS)[number]
export type Particulars = Readonly<Partial<Record<Particular, string>>>

export const SCOPES = ['full', 'single', 'part'] as const
export const STORAGES = ['room', 'cool', 'cold', 'frozen', 'other'] as const
export const REMAINDERS = ['return', 'dispose', 'keep'] as const
export const REPORT_WAYS = ['electronic', 'paper', 'both'] as const
export const YES_NO = ['yes', 'no'] as const

export type AgreementItem = {
  readonly name: string
  readonly method: string
  readonly quantity: number
  readonly unit: string
  readonly sampleCount: number
  readonly unitPrice: string
  readonly amount: string
  readonly subcontractor: string | null
  readonly form: readonly (readonly [label: string, answer: string])[]
}

export type Party = { readonly name: string; readonly uscc: string | null }

/** The whole agreement of one order, as both sides accept it: nothing in it depends on when it is read. Money in yuan. */
export type AgreementContent = {
  readonly form: 1
  readonly number: string
  readonly title: string
  readonly client: Party
  readonly provider: Party
  readonly purpose: Purpose
  readonly confidentiality: Confidentiality
  readonly items: readonly AgreementItem[]
  /** What was wanted in the client's own words, where the order came of an enquiry that said so. */
  readonly need?: string
  readonly total: string
  readonly turnaroundDays: number
  readonly needsSamples: boolean
  readonly holdsResults: boolean
  readonly cancelRates: CancelRates
  readonly particulars: Particulars
  readonly amendments: readonly number[]
  readonly terms: readonly {
    readonly topic: TermsTopic
    readonly name: string
    readonly number: number
    readonly isChanged: boolean
    readonly clauses: readonly Clause[]
  }[]
}

/** The exact text that is hashed and kept: the same agreement gives the same characters, whatever the order in which its parts were read. */
export function textOf(content: AgreementContent): string {
  return JSON.stringify(content, (_key, value: unknown) =>
    isRecord(value) ? Object.fromEntries(Object.entries(value).sort(byKey)) : value,
  )
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
const byKey = ([a]: [string, unknown], [b]: [string, unknown]) => (a < b ? -1 : 1)
