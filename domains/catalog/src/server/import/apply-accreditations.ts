import { newId } from '@jiju/kernel/ids'
import { AccreditationInput, AccreditationItemInput } from '../../contract/accreditations.ts'
import { parseStandardNumber } from '../../core/standard-number.ts'
import type { CatalogDb } from '../catalog-db.ts'
import { ensureStandards } from '../save-standard.ts'
import {
  type AccreditationItemRow,
  insertAccreditation,
  insertItem,
  listItemsOfCertificates,
  lockCertificates,
  touchAccreditation,
  updateAccreditation,
  updateItem,
} from '../sql/accreditations.ts'
import { lockResourcesByNumber } from '../sql/bulk.ts'
import { type ApplyContext, type ApplyRow, batches, done, type Effects, issue, issuesOf, type Outcome, refused } from './apply-context.ts'

type Row = ApplyRow<'accreditation'>

/** A certificate with its lines as they are, or will be, stored. */
type Held = {
  readonly id: string
  readonly isWithdrawn: boolean
  readonly validTo: string
  readonly note: string | null
  /** The row that first named it in this file; the others must agree with it. */
  settledBy?: Row
  /** Whether this import has given it its new version. */
  isTouched: boolean
  items: AccreditationItemRow[]
}

const certificateKey = (scheme: string, certificateNo: string, validFrom: string) => `${scheme}|${certificateNo}|${validFrom}`
const keyOf = ({ record }: Row) => certificateKey(record.scheme, record.certificateNo, record.validFrom)

/**
 * Lines of scopes. A certificate is found by scheme, number and first day, a line in it by product, parameter, standard, clause and resource:
 * known ones are changed, unknown ones added behind the others. Lines that the file does not name stay.
 */
export async function applyAccreditations(
  db: CatalogDb,
  context: ApplyContext,
  organisationId: string,
  rows: readonly Row[],
  effects: Effects,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  const held = await loadCertificates(db, organisationId, rows)
  for await (const chunk of batches(context, rows)) {
    const numbers = chunk.flatMap((row) => (row.record.standard ? (parseStandardNumber(row.record.standard) ?? []) : []))
    const standards = await ensureStandards(db, numbers, context.source, context.at)
    const named = [...new Set(chunk.flatMap((row) => row.record.innerNumber ?? []))]
    const resources = await lockResourcesByNumber(db, organisationId, named)
    for (const row of chunk) {
      const { standard, innerNumber } = row.record
      const resource = innerNumber === null ? undefined : resources.get(innerNumber)
      if (innerNumber !== null && !resource) {
        outcomes.push(refused(row, issue(row, 'innerNumber', 'catalog.scope_resource_unknown', { number: innerNumber })))
        continue
      }
      const references = {
        standardId: standard === null ? null : (standards.get(parseStandardNumber(standard)?.key ?? '') ?? null),
        resourceId: resource?.id ?? null,
      }
      const { outcome, accreditationId } = await applyRow(db, context, organisationId, row, references, held)
      if (accreditationId && outcome.outcome !== 'unchanged') effects.accreditationIds.add(accreditationId)
      outcomes.push(outcome)
    }
  }
  return outcomes
}

async function loadCertificates(db: CatalogDb, organisationId: string, rows: readonly Row[]): Promise<Map<string, Held>> {
  const certificates = await lockCertificates(db, organisationId, [...new Set(rows.map((row) => row.record.certificateNo))])
  const items = await listItemsOfCertificates(
    db,
    certificates.map((certificate) => certificate.id),
  )
  return new Map(
    certificates.map((certificate) => [
      certificateKey(certificate.scheme, certificate.certificate_no, certificate.valid_from),
      {
        id: certificate.id,
        isWithdrawn: certificate.withdrawn_on !== null,
        validTo: certificate.valid_to,
        note: certificate.note,
        isTouched: false,
        items: items.filter((item) => item.accreditation_id === certificate.id),
      },
    ]),
  )
}

type Applied = { readonly outcome: Outcome; readonly accreditationId?: string }

async function applyRow(
  db: CatalogDb,
  context: ApplyContext,
  organisationId: string,
  row: Row,
  references: { standardId: string | null; resourceId: string | null },
  held: Map<string, Held>,
): Promise<Applied> {
  const { record } = row
  const known = held.get(keyOf(row))
  const note = record.note === undefined ? (known?.note ?? null) : record.note
  const { scheme, certificateNo, validFrom, validTo } = record
  const certificate = AccreditationInput.safeParse({ scheme, certificateNo, validFrom, validTo, note, items: [] })
  const { product, parameter, standardText } = record
  const before = known?.items.find(
    (item) =>
      item.product === product &&
      item.parameter === parameter &&
      item.standard_text === standardText &&
      item.standard_id === references.standardId &&
      item.resource_id === references.resourceId,
  )
  const stored = { fieldCode: before?.field_code ?? null, limits: before?.limits ?? null }
  const item = AccreditationItemInput.safeParse({ product, parameter, standardText, ...references, ...stored, ...record.fields })
  if (!certificate.success) return { outcome: refused(row, ...issuesOf(row, certificate.error, COLUMNS)) }
  if (!item.success) return { outcome: refused(row, ...issuesOf(row, item.error, COLUMNS)) }
  if (known?.isWithdrawn) return { outcome: refused(row, issue(row, 'certificateNo', 'catalog.certificate_withdrawn')) }
  if (known?.settledBy && (known.validTo !== validTo || known.note !== note))
    return { outcome: refused(row, issue(row, 'certificateTo', 'catalog.certificate_differs')) }

  const settled = await settleCertificate(db, context, organisationId, row, { input: certificate.data, known })
  if (!settled) return { outcome: refused(row, issue(row, null, 'catalog.row_changed_meanwhile')) }
  held.set(keyOf(row), settled.held)
  const outcome = await writeItem(db, row, settled.held, { before, input: item.data, isCertificateChanged: settled.isChanged })
  if (outcome.outcome !== 'unchanged' && !settled.held.isTouched) {
    settled.held.isTouched = true
    await touchAccreditation(db, settled.held.id, context.at)
  }
  return { outcome, accreditationId: settled.held.id }
}

/** Makes the certificate what its first row says; undefined when somebody else changed it meanwhile. */
async function settleCertificate(
  db: CatalogDb,
  context: ApplyContext,
  organisationId: string,
  row: Row,
  { input, known }: { input: AccreditationInput; known: Held | undefined },
): Promise<{ held: Held; isChanged: boolean } | undefined> {
  if (known?.settledBy) return { held: known, isChanged: false }
  const { validTo, note } = input
  if (!known) {
    const id = await insertAccreditation(db, { id: newId(context.at.getTime()), providerId: organisationId, input, at: context.at })
    return id ? { held: { id, isWithdrawn: false, validTo, note, settledBy: row, isTouched: true, items: [] }, isChanged: true } : undefined
  }
  const isChanged = known.validTo !== validTo || known.note !== note
  if (isChanged && !(await updateAccreditation(db, { id: known.id, input, at: context.at }))) return undefined
  return { held: { ...known, validTo, note, settledBy: row, isTouched: isChanged }, isChanged }
}

async function writeItem(
  db: CatalogDb,
  row: Row,
  held: Held,
  {
    before,
    input,
    isCertificateChanged,
  }: { before: AccreditationItemRow | undefined; input: AccreditationItemInput; isCertificateChanged: boolean },
): Promise<Outcome> {
  if (!before) {
    const position = Math.max(0, ...held.items.map((item) => item.position)) + 1
    held.items.push(await insertItem(db, { id: newId(), accreditationId: held.id, position, input }))
    return done(row, 'created')
  }
  const isSame = before.field_code === input.fieldCode && before.limits === input.limits
  if (!isSame) await updateItem(db, before.id, { field_code: input.fieldCode, limits: input.limits })
  return done(row, isSame && !isCertificateChanged ? 'unchanged' : 'updated')
}

const COLUMNS = { validFrom: 'certificateFrom', validTo: 'certificateTo', note: 'certificateNote' } as const
