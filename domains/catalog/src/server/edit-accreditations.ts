import { newId } from '@jiju/kernel/ids'
import type { LocalDate } from '@jiju/kernel/local-date'
import { type Problem, Refusal } from '@jiju/kernel/problem'
import { violatedConstraint } from '@jiju/platform/database/pool'
import { VERSION_STALE } from '@jiju/platform/http/if-match'
import type { AccreditationInput } from '../contract/accreditations.ts'
import type { CatalogDb } from './catalog-db.ts'
import {
  type AccreditationRow,
  findAccreditation,
  findBrokenItems,
  insertAccreditation,
  replaceItems,
  updateAccreditation,
  withdrawAccreditation,
} from './sql/accreditations.ts'
import type { Editor } from './who.ts'

const MISSING = { code: 'catalog.accreditation_missing', kind: 'missing' } as const
const TAKEN = { code: 'catalog.certificate_taken', kind: 'conflict', field: '/certificateNo' } as const

async function check(db: CatalogDb, providerId: string, input: AccreditationInput): Promise<void> {
  const problems: Problem[] = []
  if (input.validTo < input.validFrom) problems.push({ code: 'catalog.accreditation_days_backwards', kind: 'refused', field: '/validTo' })
  const broken = await findBrokenItems(db, providerId, input.items)
  for (const [index, item] of input.items.entries()) {
    if (item.standardId && broken.standards.has(item.standardId))
      problems.push({
        code: 'catalog.standard_unknown',
        kind: 'refused',
        field: `/items/${index}/standardId`,
        params: { value: item.standardId },
      })
    if (item.resourceId && broken.resources.has(item.resourceId))
      problems.push({ code: 'catalog.resource_unknown', kind: 'refused', field: `/items/${index}/resourceId` })
  }
  if (problems.length > 0) throw new Refusal(...problems.slice(0, 200))
}

export async function getOwnAccreditation(db: CatalogDb, id: string, organisationId: string): Promise<AccreditationRow> {
  const row = await findAccreditation(db, id)
  if (row?.provider_id !== organisationId) throw new Refusal(MISSING)
  return row
}

export async function addAccreditation(db: CatalogDb, editor: Editor, input: AccreditationInput, at: Date): Promise<AccreditationRow> {
  await check(db, editor.organisationId, input)
  const id = await insertAccreditation(db, { id: newId(at.getTime()), providerId: editor.organisationId, input, at })
  if (!id) throw new Refusal(TAKEN)
  await replaceItems(db, id, input.items, newId)
  return getOwnAccreditation(db, id, editor.organisationId)
}

export async function changeAccreditation(
  db: CatalogDb,
  editor: Editor,
  change: { id: string; expectedVersion: number; input: AccreditationInput },
  at: Date,
): Promise<AccreditationRow> {
  await getOwnAccreditation(db, change.id, editor.organisationId)
  await check(db, editor.organisationId, change.input)
  const isChanged = await updateAccreditation(db, { ...change, at }).catch((error: unknown) => {
    if (violatedConstraint(error) === 'accreditation_certificate_once') throw new Refusal(TAKEN)
    throw error
  })
  if (!isChanged) throw new Refusal(VERSION_STALE)
  await replaceItems(db, change.id, change.input.items, newId)
  return getOwnAccreditation(db, change.id, editor.organisationId)
}

/** The accreditor has withdrawn the certificate: from that day its scope counts no more. */
export async function withdrawCertificate(
  db: CatalogDb,
  editor: Editor,
  change: { id: string; expectedVersion: number; withdrawnOn: LocalDate },
  at: Date,
): Promise<AccreditationRow> {
  await getOwnAccreditation(db, change.id, editor.organisationId)
  if (!(await withdrawAccreditation(db, { ...change, at }))) throw new Refusal(VERSION_STALE)
  return getOwnAccreditation(db, change.id, editor.organisationId)
}
