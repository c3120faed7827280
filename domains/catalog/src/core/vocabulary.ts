/** The ten kinds of things that the catalogue holds. */
export const RESOURCE_KINDS = [
  'laboratory',
  'instrument',
  'testing_service',
  'technical_service',
  'pilot_line',
  'glp_study',
  'animal_facility',
  'computing',
  'data_set',
  'clean_room',
] as const
export type ResourceKind = (typeof RESOURCE_KINDS)[number]

/** The public face of a resource. */
export const RESOURCE_STATUSES = ['draft', 'in_review', 'published', 'retired'] as const
export type ResourceStatus = (typeof RESOURCE_STATUSES)[number]

/** The working copy beside the public face; `none` when nothing waits. */
export const WORK_STATES = ['none', 'draft', 'in_review', 'returned'] as const
export type WorkState = (typeof WORK_STATES)[number]

/** What a version in the history was written for. */
export const VERSION_STATES = ['draft', 'in_review', 'returned', 'withdrawn', 'published', 'discarded', 'retired'] as const
export type VersionState = (typeof VERSION_STATES)[number]

/** National status of an instrument: 正常, 偶尔故障, 维修, 停用. */
export const OPERATING_STATUSES = ['normal', 'occasional_fault', 'under_repair', 'out_of_service'] as const
export type OperatingStatus = (typeof OPERATING_STATUSES)[number]

export const CUSTOMER_CLASSES = ['inside', 'member', 'academic', 'enterprise', 'outside_district'] as const
export type CustomerClass = (typeof CUSTOMER_CLASSES)[number]

export const PRICE_UNITS = ['hour', 'sample', 'run', 'batch', 'item', 'day', 'project'] as const
export type PriceUnit = (typeof PRICE_UNITS)[number]

export const HOLIDAY_RULES = ['closed', 'open', 'as_weekday'] as const
export type HolidayRule = (typeof HOLIDAY_RULES)[number]

export const ACCREDITATION_SCHEMES = ['cma', 'cnas', 'glp'] as const
export type AccreditationScheme = (typeof ACCREDITATION_SCHEMES)[number]

export const STANDARD_STATUSES = ['active', 'upcoming', 'replaced', 'withdrawn', 'unconfirmed'] as const
export type StandardStatus = (typeof STANDARD_STATUSES)[number]

/** How a national standard relates to the international one: IDT, MOD, NEQ. */
export const TWIN_RELATIONS = ['identical', 'modified', 'not_equivalent'] as const
export type TwinRelation = (typeof TWIN_RELATIONS)[number]

/** National share modes: 外部共享, 内部共享, 不共享. */
export const SHARE_MODES = ['outside', 'inside', 'not_shared'] as const

/** How an instrument came to its owner (设备来源). */
export const ACQUISITIONS = ['purchased', 'developed', 'donated', 'leased', 'other'] as const

export const MANAGEMENT_CLASSES = ['I', 'II', 'III'] as const
export type ManagementClass = (typeof MANAGEMENT_CLASSES)[number]

/** Kinds whose time can be booked; the others are ordered. */
export const BOOKABLE_KINDS: readonly ResourceKind[] = [
  'instrument',
  'laboratory',
  'clean_room',
  'animal_facility',
  'computing',
  'pilot_line',
]
