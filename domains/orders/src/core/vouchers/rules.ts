import type { LocalDate } from '@jiju/kernel/local-date'
import type { Fen } from '@jiju/kernel/money'
import type { LineKind, Purpose } from '../vocabulary.ts'
import type { ApplicantKind, Certainty, Parameter } from './vocabulary.ts'

/** Where a parameter of the rules comes from, and how sure that is. */
export type ParameterSource = { readonly parameter: Parameter; readonly source: string; readonly certainty: Certainty }

/** The rules of a programme on some days. The rate is an exact fraction of the eligible cost; days are inclusive. */
export type VoucherRules = {
  readonly validFrom: LocalDate
  readonly validTo: LocalDate | null
  readonly rate: { readonly numerator: number; readonly denominator: number }
  readonly quotaFen: Readonly<Record<ApplicantKind, Fen>>
  readonly minimumFen: Fen
  readonly orderCapFen: Fen | null
  readonly allowedPurposes: readonly Purpose[]
  readonly excludedPurposes: readonly Purpose[]
  /** Kinds of lines whose cost counts. */
  readonly lineKinds: readonly LineKind[]
  readonly excludedServiceIds: readonly string[]
  /** Districts of registration; empty: everywhere. */
  readonly districts: readonly string[]
  readonly needsListedProvider: boolean
  readonly excludesRelatedParties: boolean
}
