import type { ResourceKind, StandardStatus, TwinRelation } from '../vocabulary.ts'
import type { Citation } from './cells.ts'

/** What a row brings. Days are `YYYY-MM-DD`, money a yuan decimal string. */
export type RecordKind = 'site' | 'standard' | 'twin' | 'method' | 'resource' | 'accreditation' | 'price' | 'device_class' | 'survey_class'

/** One thing wrong or missing; `column` is the header as the file has it, null for the row as a whole. */
export type Issue = {
  readonly column: string | null
  readonly value: string | null
  readonly code: string
  readonly params?: Readonly<Record<string, string | number>>
}

export type SiteRecord = { readonly name: string; readonly fields: Readonly<Record<string, unknown>> }

/** `fields` holds only what the file says: paths of the content; absent ones stay as they are stored. */
export type ResourceRecord = {
  readonly resourceKind: ResourceKind
  readonly innerNumber: string
  readonly fields: Readonly<Record<string, unknown>>
  readonly siteName?: string | null
  readonly standards?: readonly Citation[]
  readonly methods?: readonly string[]
  readonly operatingStatus?: string
}

export type StandardRecord = {
  readonly number: string
  readonly status: StandardStatus
  readonly fields: Readonly<Record<string, string | null>>
  readonly replaces?: readonly string[]
  /** Takes effect together with this standard. */
  readonly effectiveWith?: string
}

export type TwinRecord = {
  readonly international: string
  readonly national: string | null
  readonly relation: TwinRelation | null
  readonly titleZh: string | null
  readonly titleEn: string | null
  readonly field: string | null
}

export type PriceRecord = {
  readonly innerNumber: string
  readonly customerClass: string
  readonly unit: string
  readonly price: string
  readonly validFrom: string
  readonly validTo: string | null
  readonly note: string | null
}

/** Of an institution; absent fields stay as they are stored. */
export type MethodRecord = {
  readonly name: string
  readonly fields: { readonly nameEn?: string | null; readonly description?: string | null }
}

/** One line of a scope with the certificate that it belongs to; absent fields stay as they are stored. */
export type AccreditationRecord = {
  readonly scheme: string
  readonly certificateNo: string
  readonly validFrom: string
  readonly validTo: string
  /** Absent without the column. */
  readonly note?: string | null
  readonly product: string
  readonly parameter: string | null
  /** Number of a standard. */
  readonly standard: string | null
  readonly standardText: string | null
  readonly innerNumber: string | null
  readonly fields: { readonly fieldCode?: string | null; readonly limits?: string | null }
}

export type DeviceClassRecord = {
  readonly code: string
  readonly subdivision: string
  readonly ordinal: number
  readonly directoryCode: string
  readonly directoryName: string
  readonly groupCode: string
  readonly groupName: string
  readonly name: string
  readonly description: string | null
  readonly intendedUse: string | null
  readonly examples: string | null
  readonly managementClass: string
  readonly isDrugDeviceCombination: boolean
}

export type SurveyClassRecord = {
  readonly majorNo: number
  readonly minorNo: number
  readonly majorName: string
  readonly minorName: string
  readonly code: string | null
}

export type RecordOf = {
  site: SiteRecord
  standard: StandardRecord
  twin: TwinRecord
  resource: ResourceRecord
  method: MethodRecord
  accreditation: AccreditationRecord
  price: PriceRecord
  device_class: DeviceClassRecord
  survey_class: SurveyClassRecord
}

/** A row as read: `key` is the natural key by which it is found again; the record is there even with problems, as far as it could be read. */
export type ParsedRow = {
  [Kind in RecordKind]: {
    readonly kind: Kind
    readonly key: string
    readonly record: RecordOf[Kind]
    readonly problems: readonly Issue[]
    readonly warnings: readonly Issue[]
  }
}[RecordKind]
