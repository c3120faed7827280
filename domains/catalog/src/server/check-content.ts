import { type Problem, Refusal } from '@jiju/kernel/problem'
import type { ResourceContent } from '../contract/resource-content.ts'
import { findInstrumentClass } from '../core/instrument-classes.ts'
import type { CatalogDb } from './catalog-db.ts'
import { findBrokenReferences } from './sql/resource-links.ts'

/** Refuses a content that is incomplete beyond repair or names things that are not there; every problem at once. */
export async function checkContent(db: CatalogDb, providerId: string, resourceId: string, content: ResourceContent): Promise<void> {
  const problems: Problem[] = []
  const invalid = (code: string, field: string, params: Record<string, string> = {}): void => {
    problems.push({ code, kind: 'refused', field, params })
  }
  if (!content.nameZh && !content.nameEn) invalid('catalog.name_missing', '/nameZh')
  if (content.classCode && !findInstrumentClass(content.classCode))
    invalid('catalog.class_unknown', '/classCode', { code: content.classCode })
  findBackwardsPeriods(content, invalid)

  const repeated = (ids: readonly string[]) => new Set(ids).size !== ids.length
  if (repeated(content.standards.map((cited) => cited.standardId))) invalid('catalog.named_twice', '/standards')
  if (repeated(content.methodIds)) invalid('catalog.named_twice', '/methodIds')
  if (repeated(content.deviceClassCodes)) invalid('catalog.named_twice', '/deviceClassCodes')
  if (repeated([...content.photos, ...content.attachments].map((file) => file.fileId))) invalid('catalog.named_twice', '/photos')

  const broken = await findBrokenReferences(db, providerId, resourceId, content)
  if (broken.siteIsBroken) invalid('catalog.site_missing', '/siteId')
  if (broken.standards.length > 0) invalid('catalog.standard_unknown', '/standards', { value: broken.standards.join(', ') })
  if (broken.methods.length > 0) invalid('catalog.method_unknown', '/methodIds', { value: broken.methods.join(', ') })
  if (broken.deviceClasses.length > 0)
    invalid('catalog.device_class_unknown', '/deviceClassCodes', { value: broken.deviceClasses.slice(0, 10).join(', ') })
  if (broken.files.length > 0) invalid('catalog.file_unknown', '/photos')
  if (problems.length > 0) throw new Refusal(...problems)
}

function findBackwardsPeriods(content: ResourceContent, invalid: (code: string, field: string) => void): void {
  const { detail } = content
  const isBackwards = (from: string | number | null, to: string | number | null) => from !== null && to !== null && from > to
  if ('turnaroundDaysMin' in detail && isBackwards(detail.turnaroundDaysMin, detail.turnaroundDaysMax))
    invalid('catalog.range_backwards', '/detail/turnaroundDaysMin')
  if ('durationDaysMin' in detail && isBackwards(detail.durationDaysMin, detail.durationDaysMax))
    invalid('catalog.range_backwards', '/detail/durationDaysMin')
  if ('collectedFrom' in detail && isBackwards(detail.collectedFrom, detail.collectedTo))
    invalid('catalog.range_backwards', '/detail/collectedFrom')
}
