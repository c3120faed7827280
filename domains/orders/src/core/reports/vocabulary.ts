export const REPORT_STATES = ['draft', 'prepared', 'checked', 'approved', 'issued', 'replaced', 'withdrawn', 'discarded'] as const
export type ReportState = (typeof REPORT_STATES)[number]

/** `part`: results of some items, handed over before the rest. */
export const REPORT_KINDS = ['full', 'part'] as const
export type ReportKind = (typeof REPORT_KINDS)[number]

/** `zh_en`: headings in both languages; what people write stays as written. */
export const REPORT_LANGUAGES = ['zh', 'en', 'zh_en'] as const
export type ReportLanguage = (typeof REPORT_LANGUAGES)[number]

/** What a report says before its results; a template chooses which, in this order. */
export const REPORT_FIELDS = [
  'client',
  'sample_name',
  'model',
  'batch',
  'maker',
  'sample_number',
  'sample_state',
  'received_on',
  'test_type',
  'basis',
  'judgement_basis',
  'tested_on',
  'place',
  'environment',
  'instruments',
] as const
export type ReportField = (typeof REPORT_FIELDS)[number]

export const REPORT_VERDICTS = ['pass', 'fail', 'not_judged'] as const
export type ReportVerdict = (typeof REPORT_VERDICTS)[number]

/** Marks of accreditation: legal metrology (资质认定) and ISO/IEC 17025. */
export const MARK_SCHEMES = ['cma', 'cnas'] as const
export type MarkScheme = (typeof MARK_SCHEMES)[number]
