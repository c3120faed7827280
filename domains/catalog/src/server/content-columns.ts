import { parseFen } from '@jiju/kernel/money'
import type { ResourceContent } from '../contract/resource-content.ts'

/** The columns that lists, search and other domains read, taken from the whole content. */
export function contentColumns(content: ResourceContent) {
  const instrument = content.kind === 'instrument' ? content.detail : undefined
  const hasTurnaround = content.kind === 'testing_service' || content.kind === 'technical_service'
  return {
    kind: content.kind,
    inner_number: content.innerNumber,
    site_id: content.siteId,
    name_zh: content.nameZh,
    name_en: content.nameEn,
    model: content.model,
    class_code: content.classCode,
    summary: content.summary,
    description: content.description,
    location: content.location,
    keywords: content.keywords,
    device_class_codes: content.deviceClassCodes,
    manufacturer: instrument?.manufacturer ?? null,
    manufacturer_country: instrument?.manufacturerCountry ?? null,
    started_on: instrument?.startedOn ?? null,
    original_value_fen: instrument?.originalValue ? (parseFen(instrument.originalValue) ?? null) : null,
    turnaround_days: hasTurnaround ? content.detail.turnaroundDaysMax : null,
    photo_file_id: content.photos[0]?.fileId ?? null,
    content: JSON.stringify(content),
  }
}
