import { newId } from '@jiju/kernel/ids'
import { ResourceContent } from '../../contract/resource-content.ts'
import { canonicalJson } from '../../core/content-diff.ts'
import { emptyContent, withFields } from '../../core/import/empty-content.ts'
import type { Issue } from '../../core/import/parsed-row.ts'
import { findInstrumentClass } from '../../core/instrument-classes.ts'
import { stepReview } from '../../core/review.ts'
import { parseStandardNumber } from '../../core/standard-number.ts'
import type { OperatingStatus } from '../../core/vocabulary.ts'
import type { CatalogDb } from '../catalog-db.ts'
import { ensureStandards } from '../save-standard.ts'
import { type BulkDraft, ensureMethods, insertDrafts, lockResourcesByNumber, setOperatingStatus } from '../sql/bulk.ts'
import { findKnownDeviceCodes, replaceLinks } from '../sql/resource-links.ts'
import { changeResource, insertVersion, type ResourceRow } from '../sql/resources.ts'
import { listOpenSites } from '../sql/sites.ts'
import { type ApplyContext, type ApplyRow, batches, done, type Effects, issue, issuesOf, type Outcome, refused } from './apply-context.ts'

type Row = ApplyRow<'resource'>
type References = {
  readonly sites: ReadonlyMap<string, string>
  readonly standards: ReadonlyMap<string, string>
  readonly methods: ReadonlyMap<string, string>
  readonly deviceCodes: ReadonlySet<string>
}

/** Resources by inner number: unknown ones become drafts; known ones get a working copy, as if somebody had edited them. */
export async function applyResources(
  db: CatalogDb,
  context: ApplyContext,
  organisationId: string,
  rows: readonly Row[],
  effects: Effects,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  const sites = new Map((await listOpenSites(db, organisationId)).map((site) => [site.name, site.id]))
  for await (const chunk of batches(context, rows)) {
    const references = await loadReferences(db, context, organisationId, chunk, sites)
    const known = await lockResourcesByNumber(
      db,
      organisationId,
      chunk.map((row) => row.key),
    )
    const drafts = new Map<string, { row: Row; draft: BulkDraft; warnings: Issue[] }>()
    for (const row of chunk) {
      const before = known.get(row.key)
      const read = readContent(row, before, references)
      if ('problems' in read) outcomes.push(refused(row, ...read.problems))
      else if (before) outcomes.push(await changeKnown(db, context, row, before, read.content, effects))
      else {
        const operatingStatus = (row.record.operatingStatus ?? 'normal') as OperatingStatus
        const draft = {
          id: newId(context.at.getTime()),
          providerId: organisationId,
          content: read.content,
          at: context.at,
          operatingStatus,
        }
        drafts.set(draft.id, { row, draft, warnings: read.warnings })
      }
    }
    const inserted = await insertDrafts(
      db,
      [...drafts.values()].map((entry) => entry.draft),
      context.author,
    )
    for (const [id, entry] of drafts)
      outcomes.push(
        inserted.has(id)
          ? done(entry.row, 'created', entry.warnings)
          : refused(entry.row, issue(entry.row, 'innerNumber', 'catalog.row_changed_meanwhile')),
      )
  }
  return outcomes
}

async function loadReferences(
  db: CatalogDb,
  context: ApplyContext,
  organisationId: string,
  rows: readonly Row[],
  sites: ReadonlyMap<string, string>,
): Promise<References> {
  const numbers = rows.flatMap((row) => (row.record.standards ?? []).flatMap((cited) => parseStandardNumber(cited.number) ?? []))
  const codes = rows.flatMap((row) => (row.record.fields.deviceClassCodes as string[] | undefined) ?? [])
  const methods = rows.flatMap((row) => row.record.methods ?? []).filter((name) => name.length <= 200)
  return {
    sites,
    standards: await ensureStandards(db, numbers, context.source, context.at),
    methods: await ensureMethods(db, organisationId, methods, context.at, newId),
    deviceCodes: new Set(await findKnownDeviceCodes(db, [...new Set(codes)])),
  }
}

function readContent(
  row: Row,
  before: ResourceRow | undefined,
  references: References,
): { content: ResourceContent; warnings: Issue[] } | { problems: Issue[] } {
  const { record } = row
  if (before && before.kind !== record.resourceKind) return { problems: [issue(row, 'kind', 'catalog.kind_fixed')] }
  const problems: Issue[] = []
  const fields: Record<string, unknown> = { ...record.fields }
  if (record.siteName !== undefined) {
    fields.siteId = record.siteName === null ? null : (references.sites.get(record.siteName) ?? null)
    if (record.siteName !== null && fields.siteId === null)
      problems.push(issue(row, 'site', 'catalog.site_unknown', { name: record.siteName }))
  }
  if (record.standards) {
    const cited = record.standards.flatMap((citation) => {
      const id = references.standards.get(parseStandardNumber(citation.number)?.key ?? '')
      return id ? [{ standardId: id, note: citation.note }] : []
    })
    fields.standards = [...new Map(cited.map((citation) => [citation.standardId, citation])).values()]
  }
  if (record.methods) fields.methodIds = [...new Set(record.methods.flatMap((name) => references.methods.get(name) ?? []))]
  for (const name of record.methods ?? [])
    if (!references.methods.has(name)) problems.push(issue(row, 'methods', 'catalog.cell_too_large', { max: 200 }))
  const codes = (fields.deviceClassCodes as string[] | undefined) ?? []
  const unknown = codes.filter((code) => !references.deviceCodes.has(code))
  if (unknown.length > 0)
    problems.push(issue(row, 'deviceClassCodes', 'catalog.device_class_unknown', { value: unknown.slice(0, 10).join(', ') }))
  if (fields.deviceClassCodes) fields.deviceClassCodes = [...new Set(codes)]

  const read = ResourceContent.safeParse(
    withFields(before ? (before.working ?? before.content) : emptyContent(record.resourceKind), fields),
  )
  if (!read.success) return { problems: [...problems, ...issuesOf(row, read.error)] }
  const content = read.data
  if (!content.nameZh && !content.nameEn) problems.push(issue(row, 'nameZh', 'catalog.name_missing'))
  if (content.classCode && !findInstrumentClass(content.classCode))
    problems.push(issue(row, 'classCode', 'catalog.class_unknown', { code: content.classCode }))
  return problems.length > 0 ? { problems } : { content, warnings: [] }
}

async function changeKnown(
  db: CatalogDb,
  context: ApplyContext,
  row: Row,
  before: ResourceRow,
  content: ResourceContent,
  effects: Effects,
): Promise<Outcome> {
  const isSameContent = canonicalJson(before.working ?? before.content) === canonicalJson(content)
  const status = row.record.operatingStatus as OperatingStatus | undefined
  const isSameStatus = status === undefined || status === before.operating_status
  if (isSameContent && isSameStatus) return done(row, 'unchanged')
  if (!isSameContent) {
    const step = stepReview({ status: before.status, workState: before.work_state }, 'edit')
    if ('code' in step) return refused(row, issue(row, null, step.code))
    const isPublic = before.published_version !== null
    const moved = await changeResource(db, {
      id: before.id,
      expectedVersion: before.version,
      status: step.status,
      workState: step.workState,
      at: context.at,
      working: isPublic ? content : null,
      ...(isPublic ? {} : { shown: content }),
    })
    if (!moved) return refused(row, issue(row, null, 'catalog.row_changed_meanwhile'))
    if (!isPublic) await replaceLinks(db, before.id, content)
    const version = {
      resourceId: before.id,
      version: moved.version,
      content,
      state: step.recordedAs,
      author: context.author,
      at: context.at,
      note: null,
    }
    await insertVersion(db, version)
  }
  if (!isSameStatus && status) {
    await setOperatingStatus(db, before.id, status, context.at)
    effects.operatedResourceIds.add(before.id)
  }
  return done(row, 'updated')
}
