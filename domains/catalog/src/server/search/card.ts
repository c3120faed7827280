import type { PriceUnit, ResourceKind, StandardStatus } from '../../core/vocabulary.ts'

/** What a result shows, kept beside the index so that a page of results is one read. */
export type Card = {
  readonly kind: ResourceKind
  readonly nameZh: string | null
  readonly nameEn: string | null
  readonly manufacturer: string | null
  readonly model: string | null
  readonly summary: string | null
  readonly classCode: string | null
  readonly photoUrl: string | null
  readonly provider: { readonly id: string; readonly name: string; readonly nameEn: string | null; readonly district: string | null }
  readonly siteName: string | null
  readonly standards: readonly CardStandard[]
  readonly methods: readonly string[]
  readonly confirmation: 'instant' | 'approval' | null
  readonly turnaroundDays: number | null
  readonly unit: PriceUnit | null
}

export type CardStandard = {
  readonly number: string
  readonly titleZh: string | null
  readonly status: StandardStatus
  readonly isReplaced: boolean
  readonly successors: readonly string[]
}
