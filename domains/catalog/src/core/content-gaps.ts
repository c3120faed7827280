import { BOOKABLE_KINDS, type ResourceKind } from './vocabulary.ts'

/** What is missing; blocking gaps keep a resource from being submitted, the others are said and let through. */
export type Gap = { readonly code: string; readonly field: string; readonly isBlocking: boolean }

type GapFacts = {
  readonly kind: ResourceKind
  readonly nameZh: string | null
  readonly nameEn: string | null
  readonly siteId: string | null
  readonly classCode: string | null
  readonly summary: string | null
  readonly description: string | null
  readonly model: string | null
  readonly contactName: string | null
  readonly contactPhone: string | null
  readonly standards: readonly unknown[]
  readonly methodIds: readonly unknown[]
  readonly photos: readonly unknown[]
  readonly detail: Readonly<Record<string, unknown>>
}

/** Gaps of a resource, in the order of the form. `hasPrice` says whether any price is in force or to come. */
export function findGaps(content: GapFacts, hasPrice: boolean): Gap[] {
  const gaps: Gap[] = []
  const need = (isThere: unknown, field: string, code: string, isBlocking: boolean): void => {
    if (!isThere) gaps.push({ code, field, isBlocking })
  }
  need(content.nameZh, '/nameZh', 'catalog.gap_name_zh', true)
  need(content.nameEn, '/nameEn', 'catalog.gap_name_en', false)
  need(content.siteId, '/siteId', 'catalog.gap_site', BOOKABLE_KINDS.includes(content.kind))
  need(content.summary ?? content.description, '/summary', 'catalog.gap_summary', false)
  need(content.contactName ?? content.contactPhone, '/contactName', 'catalog.gap_contact', false)
  if (content.kind === 'instrument') {
    need(content.classCode, '/classCode', 'catalog.gap_class', true)
    need(content.model, '/model', 'catalog.gap_model', false)
    need(content.detail.manufacturer, '/detail/manufacturer', 'catalog.gap_manufacturer', false)
    need(content.detail.originalValue, '/detail/originalValue', 'catalog.gap_original_value', false)
    need(content.detail.startedOn, '/detail/startedOn', 'catalog.gap_started_on', false)
    need(content.detail.shareMode, '/detail/shareMode', 'catalog.gap_share_mode', false)
  }
  if (content.kind === 'testing_service') {
    need(content.standards.length + content.methodIds.length, '/standards', 'catalog.gap_standard', true)
    need(content.detail.turnaroundDaysMax, '/detail/turnaroundDaysMax', 'catalog.gap_turnaround', false)
  }
  need(content.photos.length, '/photos', 'catalog.gap_photo', false)
  need(hasPrice, '/prices', 'catalog.gap_price', false)
  return gaps
}
