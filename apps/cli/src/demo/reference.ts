import type { Operation } from '@jiju/booking/core/vocabulary'
import type { HolidayRule, PriceUnit } from '@jiju/catalog/core/vocabulary'
import bookingRules from '../../../../db/demo/booking-rules.json' with { type: 'json' }
import enterprises from '../../../../db/demo/enterprises.json' with { type: 'json' }
import instrumentTypes from '../../../../db/demo/instrument-types.json' with { type: 'json' }
import offices from '../../../../db/demo/offices.json' with { type: 'json' }
import persons from '../../../../db/demo/persons.json' with { type: 'json' }
import providers from '../../../../db/demo/providers.json' with { type: 'json' }
import services from '../../../../db/demo/services.json' with { type: 'json' }
import standards from '../../../../db/demo/standards.json' with { type: 'json' }

export type Area = 'bio' | 'electrical' | 'chemistry' | 'imaging' | 'packaging' | 'software' | 'preclinical' | 'manufacturing'
export type Certainty = 'seen' | 'second_hand' | 'to_confirm'
type Range = readonly [number, number]

export type InstrumentType = {
  readonly key: string
  readonly area: Area
  readonly nameZh: string
  readonly nameEn: string
  readonly classCode: string
  readonly rules: string
  readonly hourYuan: Range
  readonly valueWan: Range
  /** How many the whole district owns. */
  readonly count: number
  readonly models: readonly { readonly maker: string; readonly model: string; readonly country?: string }[]
  readonly technicalZh: string
  readonly sampleZh: string
  readonly usesZh: string
  readonly standards: readonly string[]
}

/** An instrument that stands by itself instead of being drawn from its type. */
export type PinnedInstrument = {
  readonly type: string
  readonly maker: string
  readonly model: string
  readonly nameZh: string
  readonly innerNumber: string
  readonly location: string
  readonly utilisationPercent?: number
  readonly hourYuan?: number
}

export type Provider = {
  readonly key: string
  readonly type: 'university' | 'hospital' | 'institute' | 'testing' | 'pilot' | 'cdmo' | 'glp'
  readonly name: string
  readonly shortName: string
  readonly nameEn: string
  readonly uscc: string
  readonly address: string
  readonly building: string
  readonly longitude: number
  readonly latitude: number
  readonly opening: string
  readonly holidayRule: HolidayRule
  /** Number of instruments by area. */
  readonly instruments: Readonly<Partial<Record<Area, number>>>
  readonly accreditations: readonly ('cma' | 'cnas' | 'glp')[]
  readonly capabilities: readonly string[]
  readonly introductionZh: string
  /** Types that it owns before any others. */
  readonly prefers: readonly string[]
  readonly pinned: readonly PinnedInstrument[]
}

export type Enterprise = {
  readonly key: string
  readonly name: string
  readonly shortName: string
  readonly nameEn: string
  readonly uscc: string
  readonly stage: string
  readonly field: string
  readonly district: string
  readonly address: string
}

type Office = Pick<Enterprise, 'key' | 'name' | 'shortName' | 'nameEn' | 'uscc' | 'address'> & {
  readonly kind: 'operator' | 'government' | 'bank'
}

export type Service = {
  readonly key: string
  /** Lines of the fact sheet of testing services that it stands for. */
  readonly facts: readonly string[]
  readonly nameZh: string
  readonly nameEn: string
  readonly provider: string
  readonly standards: readonly string[]
  readonly standardsCertainty: Certainty
  readonly turnaroundDays: Range
  readonly turnaroundCertainty: Certainty
  readonly priceYuan: number
  readonly unit: PriceUnit
  readonly parameters: readonly string[]
  readonly sampleZh: string
}

type Standard = {
  readonly number: string
  readonly titleZh: string | null
  readonly titleEn: string | null
  readonly publishedOn: string | null
  readonly effectiveOn: string | null
  readonly certainty: Certainty
  readonly source: string
  readonly replaces?: readonly string[]
}

type StandardTwin = {
  readonly international: string
  readonly national: string
  readonly relation: 'identical' | 'modified'
  readonly certainty: Certainty
}

export type UsageRules = {
  readonly confirmation: 'instant' | 'approval'
  readonly operations: readonly Operation[]
  readonly stepMinutes: number
  readonly billingStepMinutes: number
  readonly minMinutes: number
  readonly maxMinutes: number
  readonly bufferBeforeMinutes: number
  readonly bufferAfterMinutes: number
  readonly minNoticeMinutes: number
  readonly horizonDays: number
  readonly freeCancelHours: number
  readonly lateCancelPercent: number
  readonly operatorHourYuan: number | null
  /** Name of opening hours of its own; the site's without it. */
  readonly opening?: string
  /** Usual lengths in minutes, with their weights. */
  readonly lengths: readonly (readonly [number, number])[]
}

export type Opening = readonly { readonly weekday: number; readonly start: string; readonly end: string }[]

type Account = {
  readonly account: string
  readonly name: string
  readonly kind: string
  readonly organisation: string
  readonly roles: readonly string[]
}

// The files are checked by the generator's tests; TypeScript reads tuples in JSON as arrays and enumerations as strings.
const as = <T>(value: unknown) => value as T

export const DISTRICT = { nameZh: providers.district, nameEn: 'Linjiang District' }
export const PROVIDERS = as<readonly Provider[]>(providers.providers)
export const ENTERPRISES = as<readonly Enterprise[]>(enterprises.enterprises)
export const OFFICES = as<readonly Office[]>(offices.organisations)
export const INSTRUMENT_TYPES = as<readonly InstrumentType[]>(instrumentTypes.types)
export const SERVICES = as<readonly Service[]>(services.services)
export const STANDARDS = as<readonly Standard[]>(standards.standards)
export const STANDARD_TWINS = as<readonly StandardTwin[]>(standards.twins)
export const ZONE = bookingRules.zone
export const OPENINGS = as<Readonly<Record<string, Opening>>>(bookingRules.openings)
export const RULES = as<Readonly<Record<string, UsageRules>>>(bookingRules.rules)
export const PERSONS = as<{
  readonly emailDomain: string
  readonly password: string
  readonly accounts: readonly Account[]
  readonly alsoIn: readonly { readonly account: string; readonly organisation: string; readonly roles: readonly string[] }[]
  readonly members: Readonly<Record<string, readonly (readonly string[])[]>>
  readonly surnames: readonly string[]
  readonly givenNames: readonly string[]
}>(persons)
