import { newId } from '@jiju/kernel/ids'
import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import type { Actor } from '@jiju/platform/http/actor'
import type { Command } from '@jiju/platform/http/command'
import type { Language } from '@jiju/platform/http/problem-texts'
import type { PushAnswer, PushedFact } from '../../contract/push.ts'
import type { Issue, StatedRow } from '../../core/facts/connector.ts'
import type { Source } from '../../core/facts/sources.ts'
import { Tally } from '../imports/check-import.ts'
import { lineOf, statementsOf } from '../imports/fact-rows.ts'
import type { ScoringTables } from '../needs.ts'
import { listDefinitions } from '../sql/definitions.ts'
import { insertImport, insertStagedIssues, insertStagedRows, moveImport } from '../sql/imports.ts'
import { isSupplier } from '../sql/suppliers.ts'
import { factChecker } from './check-facts.ts'
import { PUSHED, pushConnector } from './connectors/push-connector.ts'
import { issueMessage } from './present-issue.ts'
import { recordFacts } from './record-facts.ts'

/**
 * Takes facts that a body sends: good ones count at once, implausible ones wait for an officer under the import that is answered, wrong
 * ones are answered with their reasons. Refuses with `scoring.source_not_yours` whoever is not registered for the source.
 */
export async function pushFacts(
  tx: Db<ScoringTables>,
  command: Command,
  actor: Actor,
  { source, facts, language }: { source: Source; facts: readonly PushedFact[]; language: Language },
): Promise<PushAnswer> {
  const isOperator = actor.organisationKind === 'operator'
  if (!isOperator && !(actor.organisationId && (await isSupplier(tx, actor.organisationId, source))))
    throw new Refusal({ code: 'scoring.source_not_yours', kind: 'forbidden', field: '/source', params: { source } })

  const rows = [...(pushConnector.read(facts, []) as Iterable<StatedRow>)]
  const check = await factChecker(tx, { source, period: null, now: command.now })
  const lines = (await check(rows)).map((checked, index) => lineOf(rows[index] as StatedRow, checked))
  const tally = new Tally()
  const staged = tally.add(lines)
  const isWaiting = lines.some(({ state }) => state === 'asked')
  const row = await insertImport(tx, {
    id: newId(command.now.getTime()),
    content: 'facts',
    door: 'push',
    source,
    period: null,
    fileId: null,
    fileName: `push ${command.now.toISOString()}`,
    createdBy: actor.userId,
    organisationId: actor.organisationId,
    now: command.now,
  })
  const good = lines.filter(({ state }) => state === 'good')
  const origin = { source, batchId: row.id, recordedBy: actor.userId, now: command.now }
  const counts = await recordFacts(tx, good.flatMap(statementsOf), origin)
  // What counts already is not staged again: only what is left waits.
  await insertStagedRows(
    tx,
    row.id,
    staged.rows.filter(({ state }) => state !== 'good'),
  )
  await insertStagedIssues(tx, row.id, staged.issues)
  await moveImport(tx, row.id, 'uploaded', {
    state: isWaiting ? 'checked' : 'applied',
    headers: { [PUSHED]: ['creditCode', 'period', 'factCode', 'value', 'document'] },
    ...tally.counts(),
    rows_good: isWaiting ? 0 : good.length,
    rows_total: lines.length,
    recorded_count: counts.recorded,
    replaced_count: counts.replaced,
    unchanged_count: counts.unchanged,
    lacking_consent_count: counts.lackingConsent,
    checked_at: command.now,
    ...(!isWaiting && { finished_at: command.now }),
  })
  await command.audit({
    action: 'scoring.fact.push',
    subjectType: 'scoring.import',
    subjectId: row.id,
    detail: { source, received: facts.length, ...counts },
  })
  await command.publish('scoring.facts_imported', { importId: row.id, content: 'facts', source })

  const definitions = new Map((await listDefinitions(tx)).map((definition) => [definition.code, definition]))
  const present = (issue: Issue) => ({
    index: issue.row - 1,
    field: issue.columnName ?? '',
    value: issue.value,
    code: issue.code,
    message: issueMessage(issue, definitions, language),
  })
  return {
    importId: row.id,
    ...counts,
    refused: staged.issues.filter(({ isQuestion }) => !isQuestion).map(present),
    questions: staged.issues.filter(({ isQuestion }) => isQuestion).map(present),
  }
}
