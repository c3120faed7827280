import type { Readable } from 'node:stream'
import { newId } from '@jiju/kernel/ids'
import { type Problem, Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import { storeUpload } from '@jiju/platform/files/upload'
import type { Actor } from '@jiju/platform/http/actor'
import type { Command } from '@jiju/platform/http/command'
import type { Language } from '@jiju/platform/http/problem-texts'
import type { ScoringNeeds, ScoringTables } from '../needs.ts'
import type { EnterpriseRow } from '../sql/enterprises.ts'
import { decideReport, findOwnStatement, findReport, insertReport, type ReportRow } from '../sql/reports.ts'
import { factChecker } from './check-facts.ts'
import { selfReportConnector } from './connectors/self-report-connector.ts'
import { refuseFaults } from './doubt-facts.ts'
import { recordFacts } from './record-facts.ts'

const MAX_EVIDENCE_BYTES = 20 * 1_048_576
const EVIDENCE_TYPES = [
  'application/pdf',
  'image/png',
  'image/jpeg',
  'application/zip',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
]

type OwnFigure = {
  readonly factCode: string
  readonly period: string
  readonly value: string
  readonly note: string | null
  readonly evidence: { readonly stream: Readable; readonly name: string }
}

/**
 * Takes a figure that an enterprise states of itself, with its evidence. It counts for nothing until an officer accepts it. Refuses with
 * every mistake of the figure, or with `scoring.report_waiting`; what is merely implausible is the officer's to judge.
 */
export async function stateOwnFact(
  tx: Db<ScoringTables>,
  command: Command,
  needs: ScoringNeeds,
  { actor, enterprise, figure }: { actor: Actor; enterprise: EnterpriseRow; figure: OwnFigure },
): Promise<string> {
  const rows = selfReportConnector.read({ creditCode: enterprise.credit_code, ...figure })
  const check = await factChecker(tx, { source: 'self_report', period: null, now: command.now })
  const [checked] = await check(rows)
  const problems = (checked?.issues ?? []).filter(({ isQuestion }) => !isQuestion)
  const fields: Readonly<Record<string, string>> = { value: '/querystring/value', period: '/querystring/period' }
  const asProblem = ({ code, params, columnName }: (typeof problems)[number]): Problem => {
    const field = fields[columnName ?? '']
    return { code, kind: 'invalid', params, ...(field && { field }) }
  }
  if (problems.length > 0) throw new Refusal(...problems.map(asProblem))
  const [stated] = checked?.values ?? []
  if (!stated) throw new Refusal({ code: 'scoring.mistake_row_empty', kind: 'invalid', field: '/querystring/value' })
  const file = await storeUpload(tx, needs.files, {
    stream: figure.evidence.stream,
    name: figure.evidence.name,
    maxBytes: MAX_EVIDENCE_BYTES,
    allowedTypes: EVIDENCE_TYPES,
    ownerOrganisationId: actor.organisationId,
    uploadedBy: actor.userId,
  })
  const id = newId(command.now.getTime())
  const isFirst = await insertReport(tx, {
    id,
    enterpriseId: enterprise.id,
    factCode: stated.factCode,
    period: stated.period,
    value: stated.value,
    note: figure.note,
    evidenceFileId: file.id,
    statedBy: actor.userId,
    now: command.now,
  })
  if (!isFirst) throw new Refusal({ code: 'scoring.report_waiting', kind: 'conflict' })
  const { factCode, period, value } = stated
  await command.audit({
    action: 'scoring.report.state',
    subjectType: 'scoring.self_report',
    subjectId: id,
    detail: { enterpriseId: enterprise.id, factCode, period, value },
  })
  return id
}

const REPORT_MISSING: Problem = { code: 'scoring.report_missing', kind: 'missing' }
const REPORT_DECIDED: Problem = { code: 'scoring.report_decided', kind: 'conflict' }

export async function getReport(db: Db<ScoringTables>, id: string, at: Date): Promise<ReportRow> {
  const report = await findReport(db, id, at)
  if (!report) throw new Refusal(REPORT_MISSING)
  return report
}

type Decision = { readonly isAccepted: boolean; readonly reason: string | null; readonly personId: string; readonly language: Language }

/**
 * Accepts a waiting report, which then counts as what the enterprise states, or refuses it with a reason that the enterprise reads. An
 * implausible one is accepted with a reason only.
 */
export async function decideOwnFact(tx: Db<ScoringTables>, command: Command, id: string, decision: Decision): Promise<void> {
  const report = await getReport(tx, id, command.now)
  const { isAccepted, reason, personId, language } = decision
  let factId: string | null = null
  if (isAccepted) {
    const { enterprise_id: enterpriseId, fact_code: factCode, period, value, credit_code: creditCode } = report
    if (report.state === 'pending') {
      const figure = { creditCode, factCode, period, value, source: 'self_report', isConfirmed: reason !== null, at: '' } as const
      await refuseFaults(tx, [figure], { now: command.now, language })
    }
    const statement = { enterpriseId, factCode, period, value, document: null, evidenceFileId: report.evidence_file_id }
    const origin = { source: 'self_report' as const, batchId: null, recordedBy: personId, now: command.now }
    await recordFacts(tx, [{ ...statement, ...(reason && { reason }) }], origin)
    factId = (await findOwnStatement(tx, { enterpriseId, factCode, period })) ?? null
  }
  const state = isAccepted ? 'accepted' : 'refused'
  if (!(await decideReport(tx, id, { state, reason, personId, factId, now: command.now }))) throw new Refusal(REPORT_DECIDED)
  await command.audit({
    action: 'scoring.report.decide',
    subjectType: 'scoring.self_report',
    subjectId: id,
    detail: { state, reason, factId },
  })
  await command.publish('scoring.report_decided', { reportId: id, enterpriseId: report.enterprise_id, state })
}

/** Takes an own waiting report back. */
export async function withdrawOwnFact(
  tx: Db<ScoringTables>,
  command: Command,
  { id, enterpriseId, personId }: { id: string; enterpriseId: string; personId: string },
): Promise<void> {
  const report = await findReport(tx, id, command.now)
  if (report?.enterprise_id !== enterpriseId) throw new Refusal(REPORT_MISSING)
  const withdrawn = { state: 'withdrawn', reason: null, personId, factId: null, now: command.now } as const
  if (!(await decideReport(tx, id, withdrawn))) throw new Refusal(REPORT_DECIDED)
  await command.audit({ action: 'scoring.report.withdraw', subjectType: 'scoring.self_report', subjectId: id })
}
