/** Where an import stands. */
export const IMPORT_STATES = ['uploaded', 'checked', 'applied', 'failed', 'cancelled'] as const
export type ImportState = (typeof IMPORT_STATES)[number]

export const IMPORT_MODES = ['all_or_nothing', 'valid_rows_only'] as const
export type ImportMode = (typeof IMPORT_MODES)[number]

/** Layouts that are recognised by their header row: our own workbook, and published files as they are. */
export const IMPORT_FORMATS = [
  'jiju',
  'nifdc_standards',
  'eu_mdr_standards',
  'iso_gb_mapping',
  'open_facility_instruments',
  'nmpa_device_classes',
  'survey_classes',
  'national_instrument_records',
] as const
export type ImportFormat = (typeof IMPORT_FORMATS)[number]
