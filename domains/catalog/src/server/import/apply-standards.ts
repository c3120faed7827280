import { newId } from '@jiju/kernel/ids'
import { StandardInput } from '../../contract/standards.ts'
import { parseStandardNumber, type StandardNumber } from '../../core/standard-number.ts'
import { standardStatusOn } from '../../core/standard-status.ts'
import type { StandardStatus } from '../../core/vocabulary.ts'
import type { CatalogDb } from '../catalog-db.ts'
import { groupBy } from '../load-resources.ts'
import { ensureStandards } from '../save-standard.ts'
import {
  insertStandards,
  insertSuccessions,
  listDueStandards,
  listStandardsByBase,
  listStandardsByKeys,
  listSuccessors,
  listTwins,
  replacePredecessors,
  type StandardRow,
  type StandardValues,
  setStandardStatus,
  updateStandard,
  upsertTwins,
} from '../sql/standards.ts'
import { listStatedPredecessors } from '../sql/succession.ts'
import {
  type ApplyContext,
  type ApplyRow,
  batches,
  chunks,
  done,
  type Effects,
  issue,
  issuesOf,
  type Outcome,
  refused,
} from './apply-context.ts'

const FIELDS = {
  titleZh: 'title_zh',
  titleEn: 'title_en',
  field: 'field',
  category: 'category',
  subcategory: 'subcategory',
  publishedOn: 'published_on',
  effectiveOn: 'effective_on',
  effectiveNote: 'effective_note',
  withdrawnOn: 'withdrawn_on',
  source: 'source',
  lastCheckedOn: 'last_checked_on',
} as const satisfies Record<string, keyof StandardValues>

type Field = keyof typeof FIELDS
const FIELD_NAMES = Object.keys(FIELDS) as Field[]

const keyOf = (number: string) => parseStandardNumber(number)?.key ?? number

/** Days on which the standards that others take effect with come into force: from the file, else from the library. */
async function effectiveDays(db: CatalogDb, rows: readonly ApplyRow<'standard'>[]): Promise<Map<string, string>> {
  const wanted = new Set(rows.flatMap((row) => (row.record.effectiveWith ? [keyOf(row.record.effectiveWith)] : [])))
  const days = new Map<string, string>()
  for (const standard of await listStandardsByKeys(db, [...wanted]))
    if (standard.effective_on) days.set(standard.number_key, standard.effective_on)
  for (const row of rows) if (wanted.has(row.key) && row.record.fields.effectiveOn) days.set(row.key, row.record.fields.effectiveOn)
  return days
}

/** What the row says of a standard, over what is stored of it. */
function valuesOf(
  row: ApplyRow<'standard'>,
  number: StandardNumber,
  before: StandardRow | undefined,
  withDay: string | undefined,
  checkedOn: string | null,
): Omit<StandardValues, 'id' | 'status'> {
  const said: Record<string, string | null> = { ...row.record.fields }
  if (withDay !== undefined) said.effectiveOn = withDay
  if (checkedOn !== null && !said.lastCheckedOn) said.lastCheckedOn = checkedOn
  const fields = Object.fromEntries(
    FIELD_NAMES.map((field) => [FIELDS[field], field in said ? (said[field] ?? null) : (before?.[FIELDS[field]] ?? null)]),
  )
  return {
    number: number.number,
    number_key: number.key,
    base_key: number.base,
    ...(fields as Pick<StandardValues, (typeof FIELDS)[Field]>),
  }
}

/** Standards by number; what replaces what follows; statuses are those of today. */
export async function applyStandards(
  db: CatalogDb,
  context: ApplyContext,
  rows: readonly ApplyRow<'standard'>[],
  effects: Effects,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  const days = await effectiveDays(db, rows)
  for await (const chunk of batches(context, rows)) {
    const known = new Map(
      (
        await listStandardsByKeys(
          db,
          chunk.map((row) => row.key),
        )
      ).map((row) => [row.number_key, row]),
    )
    const ids = [...known.values()].map((row) => row.id)
    const successors = groupBy(await listSuccessors(db, ids), (succession) => succession.predecessor_id)
    const predecessors = groupBy(await listStatedPredecessors(db, ids), (succession) => succession.successor_id)
    const created: StandardValues[] = []
    for (const row of chunk) {
      const number = parseStandardNumber(row.record.number)
      if (!number) {
        outcomes.push(refused(row, issue(row, 'number', 'catalog.standard_number_unreadable', { value: row.record.number })))
        continue
      }
      const before = known.get(number.key)
      const withDay = row.record.effectiveWith ? days.get(keyOf(row.record.effectiveWith)) : undefined
      const values = valuesOf(row, number, before, withDay, context.checkedOn)
      const checked = StandardInput.safeParse(wireOf(values, row.record.status, row.record.replaces ?? []))
      if (!checked.success) {
        outcomes.push(refused(row, ...issuesOf(row, checked.error)))
        continue
      }
      if ((row.record.replaces ?? []).some((text) => keyOf(text) === number.key)) {
        outcomes.push(refused(row, issue(row, 'replaces', 'catalog.standard_replaces_itself')))
        continue
      }
      const status = standardStatusOn(context.day, {
        status: row.record.status,
        effectiveOn: values.effective_on,
        withdrawnOn: values.withdrawn_on,
        successorsEffectiveOn: (before ? (successors.get(before.id) ?? []) : []).map((successor) => successor.effective_on),
      })
      if (!before) {
        created.push({ id: newId(context.at.getTime()), ...values, status })
        outcomes.push(done(row, 'created'))
        continue
      }
      const stated = (predecessors.get(before.id) ?? []).map((succession) => succession.number_key).sort()
      const says = row.record.replaces?.map(keyOf).sort()
      const isSame =
        before.status === status && isSameStandard(before, values) && (says === undefined || says.join('|') === stated.join('|'))
      if (!isSame) {
        await updateStandard(db, { id: before.id, expectedVersion: before.version, values: { ...values, status }, at: context.at })
        effects.standardIds.add(before.id)
      }
      outcomes.push(done(row, isSame ? 'unchanged' : 'updated'))
    }
    for (const id of await insertStandards(db, created, context.at)) effects.standardIds.add(id)
  }
  const refusedLines = new Set(outcomes.filter((outcome) => outcome.outcome === 'refused').map((outcome) => outcome.line))
  const written = rows.filter((row) => !refusedLines.has(row.line))
  await applySuccessions(db, context, written)
  await settleStatuses(
    db,
    context,
    written.map((row) => row.record.number),
    effects,
  )
  return outcomes
}

function isSameStandard(before: StandardRow, values: Omit<StandardValues, 'id' | 'status'>): boolean {
  return (Object.keys(values) as (keyof typeof values)[]).every((key) => before[key] === values[key])
}

const wireOf = (values: Omit<StandardValues, 'id' | 'status'>, status: StandardStatus, replaces: readonly string[]) => ({
  number: values.number,
  ...Object.fromEntries(FIELD_NAMES.map((field) => [field, values[FIELDS[field]]])),
  status,
  replaces,
})

async function applySuccessions(db: CatalogDb, context: ApplyContext, rows: readonly ApplyRow<'standard'>[]): Promise<void> {
  const saying = rows.filter((row) => row.record.replaces !== undefined)
  const ids = new Map<string, string>()
  for (const chunk of chunks(saying, 500)) {
    for (const standard of await listStandardsByKeys(
      db,
      chunk.map((row) => row.key),
    ))
      ids.set(standard.number_key, standard.id)
    const numbers = chunk.flatMap((row) => (row.record.replaces ?? []).flatMap((text) => parseStandardNumber(text) ?? []))
    for (const [key, id] of await ensureStandards(db, numbers, context.source, context.at)) ids.set(key, id)
  }
  for (const row of saying) {
    const id = ids.get(row.key)
    if (id) await replacePredecessors(db, id, [...new Set((row.record.replaces ?? []).flatMap((text) => ids.get(keyOf(text)) ?? []))])
  }
}

/** Of two standards with the same number the later year replaces the earlier; then statuses follow the day. */
async function settleStatuses(db: CatalogDb, context: ApplyContext, numbers: readonly string[], effects: Effects): Promise<void> {
  const bases = [...new Set(numbers.flatMap((text) => parseStandardNumber(text)?.base ?? []))]
  for (const chunk of chunks(bases, 1000)) {
    const byBase = groupBy(await listStandardsByBase(db, chunk), (row) => row.base_key)
    const successions = [...byBase.values()].flatMap(sameNumberSuccessions)
    await insertSuccessions(db, successions)
  }
  for (const due of await listDueStandards(db, context.day)) {
    const status = standardStatusOn(context.day, {
      status: due.status,
      effectiveOn: due.effective_on,
      withdrawnOn: due.withdrawn_on,
      successorsEffectiveOn: due.successors_effective_on,
    })
    if (status !== due.status && (await setStandardStatus(db, due.id, due.status, status, context.at))) effects.standardIds.add(due.id)
  }
}

function sameNumberSuccessions(standards: readonly StandardRow[]) {
  const dated = standards
    .map((row) => ({ id: row.id, year: parseStandardNumber(row.number)?.year ?? null }))
    .filter((entry): entry is { id: string; year: number } => entry.year !== null)
    .sort((a, b) => a.year - b.year)
  return dated.flatMap((entry, index) => {
    const next = dated.slice(index + 1).find((other) => other.year > entry.year)
    return next ? [{ predecessor_id: entry.id, successor_id: next.id, basis: 'same_number' as const }] : []
  })
}

/** Pairs of an international and a national standard; numbers that the library lacks are kept as unconfirmed. */
export async function applyTwins(
  db: CatalogDb,
  context: ApplyContext,
  rows: readonly ApplyRow<'twin'>[],
  effects: Effects,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const row of rows) {
    const { record } = row
    const left = parseStandardNumber(record.international)
    const right = record.national === null ? undefined : parseStandardNumber(record.national)
    if (!left) {
      outcomes.push(refused(row, issue(row, null, 'catalog.standard_number_unreadable', { value: record.international })))
      continue
    }
    const numbers = right ? [left, right] : [left]
    const before = new Set(
      (
        await listStandardsByKeys(
          db,
          numbers.map((number) => number.key),
        )
      ).map((standard) => standard.number_key),
    )
    const ids = await ensureStandards(db, numbers, context.source, context.at)
    let isChanged = false
    for (const standard of await listStandardsByKeys(
      db,
      numbers.map((number) => number.key),
    )) {
      const filled = {
        title_zh: standard.title_zh ?? record.titleZh,
        title_en: standard.title_en ?? record.titleEn,
        ...(standard.number_key === left.key ? { field: standard.field ?? record.field } : {}),
      }
      if (
        filled.title_zh === standard.title_zh &&
        filled.title_en === standard.title_en &&
        (filled.field ?? standard.field) === standard.field
      )
        continue
      await updateStandard(db, { id: standard.id, expectedVersion: standard.version, values: filled, at: context.at })
      effects.standardIds.add(standard.id)
      isChanged = true
    }
    const leftId = ids.get(left.key) ?? ''
    const rightId = right ? (ids.get(right.key) ?? '') : null
    const known = rightId ? (await listTwins(db, leftId)).find((twin) => twin.id === rightId) : undefined
    if (rightId && record.relation && known?.relation !== record.relation) {
      await upsertTwins(db, [{ international_id: leftId, national_id: rightId, relation: record.relation, source: context.source }])
      effects.standardIds.add(leftId)
      effects.standardIds.add(rightId)
      isChanged = true
    }
    const isNew = rightId ? known === undefined : !before.has(left.key)
    outcomes.push(done(row, isNew ? 'created' : isChanged ? 'updated' : 'unchanged'))
  }
  await settleStatuses(
    db,
    context,
    rows.flatMap((row) => [row.record.international, row.record.national ?? '']),
    effects,
  )
  return outcomes
}
