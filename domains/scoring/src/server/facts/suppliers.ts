import { type Problem, Refusal } from '@jiju/kernel/problem'
import { type Db, violatedConstraint } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import { VERSION_STALE } from '@jiju/platform/http/if-match'
import { fillText, type Language } from '@jiju/platform/http/problem-texts'
import type { FactSupplierList } from '../../contract/fact-suppliers.ts'
import { PROBLEM_TEXTS } from '../../contract/problem-texts.ts'
import type { ScoringNeeds, ScoringTables } from '../needs.ts'
import { type DefinitionRow, listDefinitions } from '../sql/definitions.ts'
import { listFaulty } from '../sql/deliveries.ts'
import {
  deleteSupplier,
  insertSupplier,
  listBodies,
  listSuppliers,
  type SupplierContent,
  type SupplierKey,
  type SupplierRow,
  updateSupplier,
} from '../sql/suppliers.ts'
import { FOLDER_UNKNOWN } from './folder/look-at-folder.ts'

const SUPPLIER_MISSING: Problem = { code: 'scoring.supplier_missing', kind: 'missing' }
const DAY_MS = 86_400_000

/** Who delivers which facts, how far its word counts, by which doors, and whether it is late. */
export async function readSuppliers(db: Db<ScoringTables>, needs: ScoringNeeds, language: Language): Promise<FactSupplierList> {
  const now = needs.now()
  const definitions = await listDefinitions(db)
  const rows = await listSuppliers(db, now)
  return {
    items: rows.map((row) => presentSupplier(row, { definitions, now, language })),
    bodies: await listBodies(db),
    isFolderWatched: needs.factFolder !== null,
    strangeFolders: needs.factFolder === null ? [] : await listFaulty(db, FOLDER_UNKNOWN),
  }
}

function presentSupplier(
  row: SupplierRow,
  { definitions, now, language }: { definitions: readonly DefinitionRow[]; now: Date; language: Language },
): FactSupplierList['items'][number] {
  const stated = definitions.filter(({ authority }) => authority.includes(row.source))
  const since = row.last_at ?? row.added_at
  const fault = row.folder_fault && PROBLEM_TEXTS[row.folder_fault]?.[language]
  return {
    organisationId: row.organisation_id,
    name: row.name,
    source: row.source,
    addedAt: row.added_at.toISOString(),
    contact: row.contact,
    folder: row.folder,
    expectedDays: row.expected_days,
    version: row.version,
    authority: { facts: stated.length, first: stated.filter(({ authority }) => authority[0] === row.source).length },
    keys: { live: row.live_keys, lastUsedAt: row.key_used_at?.toISOString() ?? null },
    look: row.folder_looked_at && {
      lookedAt: row.folder_looked_at.toISOString(),
      fault: fault ? fillText(fault, { folder: row.folder ?? '' }, language) : null,
      files: [...row.folder_files],
    },
    lastDelivery:
      row.last_import_id && row.last_door && row.last_at
        ? { importId: row.last_import_id, door: row.last_door, at: row.last_at.toISOString() }
        : null,
    waiting: row.waiting,
    isLate: row.expected_days !== null && now.getTime() - since.getTime() > row.expected_days * DAY_MS,
  }
}

/** Lets a government body state facts of a source. */
export async function addSupplier(
  tx: Db<ScoringTables>,
  command: Command,
  supplier: SupplierKey & SupplierContent,
  personId: string,
): Promise<void> {
  const { organisationId, source } = supplier
  const bodies = await listBodies(tx)
  if (!bodies.some(({ id }) => id === organisationId))
    throw new Refusal({ code: 'scoring.supplier_unknown', kind: 'missing', field: '/organisationId' })
  const isNew = await insertSupplier(tx, { ...supplier, addedBy: personId, now: command.now }).catch(folderTaken(supplier))
  if (!isNew) throw new Refusal({ code: 'scoring.supplier_exists', kind: 'conflict', field: '/source' })
  await command.audit({
    action: 'scoring.supplier.add',
    subjectType: 'people.organisation',
    subjectId: organisationId,
    detail: { source, folder: supplier.folder },
  })
}

/** Changes whom to ask, where files come from, and how often. */
export async function editSupplier(
  tx: Db<ScoringTables>,
  command: Command,
  { key, version, content }: { key: SupplierKey; version: number; content: SupplierContent },
): Promise<void> {
  const rows = await listSuppliers(tx, command.now)
  if (!rows.some((row) => row.organisation_id === key.organisationId && row.source === key.source)) throw new Refusal(SUPPLIER_MISSING)
  if (!(await updateSupplier(tx, key, version, content).catch(folderTaken(content)))) throw new Refusal(VERSION_STALE)
  await command.audit({
    action: 'scoring.supplier.edit',
    subjectType: 'people.organisation',
    subjectId: key.organisationId,
    detail: { source: key.source, ...content },
  })
}

/** Takes back that a body may state facts of a source; what it has stated stays. */
export async function removeSupplier(tx: Db<ScoringTables>, command: Command, key: SupplierKey): Promise<void> {
  if (!(await deleteSupplier(tx, key))) throw new Refusal(SUPPLIER_MISSING)
  await command.audit({
    action: 'scoring.supplier.remove',
    subjectType: 'people.organisation',
    subjectId: key.organisationId,
    detail: { source: key.source },
  })
}

const folderTaken =
  ({ folder }: SupplierContent) =>
  (error: unknown): never => {
    if (violatedConstraint(error) !== 'fact_supplier_folder_once') throw error
    throw new Refusal({ code: 'scoring.folder_taken', kind: 'conflict', field: '/folder', params: { folder: folder ?? '' } })
  }
