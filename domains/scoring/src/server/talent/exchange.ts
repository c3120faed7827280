import { newId } from '@jiju/kernel/ids'
import { Refusal } from '@jiju/kernel/problem'
import { localDayOf } from '@jiju/kernel/zoned-time'
import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import type { NoticeKinds } from '@jiju/platform/notices/notice-kinds'
import type { PublicEvents } from '@jiju/platform/webhooks/public-events'
import { z } from 'zod'
import type { AnswerNeed, OwnTalent, PushedTalentFacts, PushTalentFacts, RegisterNeed } from '../../contract/talent.ts'
import { pointsOf100 } from '../../core/credit/grades.ts'
import type { StatedRow } from '../../core/facts/connector.ts'
import { SCORING_ZONE } from '../../core/facts/periods.ts'
import { factChecker } from '../facts/check-facts.ts'
import { pushConnector } from '../facts/connectors/push-connector.ts'
import { recordFacts } from '../facts/record-facts.ts'
import type { ScoringDeps, ScoringNeeds, ScoringTables } from '../needs.ts'
import { findEnterpriseOf } from '../sql/enterprise-names.ts'
import { type FinalRun, findFinalRun, listScoresOf } from '../sql/final-run.ts'
import {
  closeNeed,
  type ExchangedNeedRow,
  insertNeed,
  listAnswers,
  listOwnNeeds,
  listPeers,
  listServices,
  lockNeedToAnswer,
  type NeedRow,
  putAnswer,
} from '../sql/talent.ts'
import texts from './notices.json' with { type: 'json' }
import { presentOwnNeeds, presentServices, type ReadNeed } from './present-talent.ts'

const SOURCE = 'talent_system'
const TOPIC = 'scoring.talent_need_changed'
/** Who may register a need hears of its answers. */
const NEED_KEEPERS = ['enterprise:owner', 'enterprise:policy_clerk']
const NEED_MISSING = { code: 'scoring.talent_need_missing', kind: 'missing' } as const

export const TALENT_NOTICES: NoticeKinds = {
  'scoring.talent_answered': { group: 'organisation', mail: 'daily', texts: texts['scoring.talent_answered'] },
}

export async function registerNeed(
  tx: Db<ScoringTables>,
  command: Command,
  need: RegisterNeed & { organisationId: string; by: string },
): Promise<void> {
  const id = newId(command.now.getTime())
  await insertNeed(tx, { ...need, id, now: command.now })
  await tell(command, { id, kind: need.kind, title: need.title, state: 'open' }, 'register')
}

export async function endNeed(tx: Db<ScoringTables>, command: Command, need: { id: string; organisationId: string }): Promise<void> {
  const closed = await closeNeed(tx, need.id, need.organisationId, command.now)
  if (!closed) throw new Refusal(NEED_MISSING)
  await tell(command, closed, 'close')
}

/** A talent system's answer to an open need; the same again changes nothing. Whoever looks after the need is told of the first. */
export async function answerNeed(
  tx: Db<ScoringTables>,
  command: Command,
  notify: ScoringNeeds['notify'],
  answer: AnswerNeed & { needId: string; peerOrganisationId: string },
): Promise<void> {
  const need = await lockNeedToAnswer(tx, answer.needId)
  if (!need) throw new Refusal(NEED_MISSING)
  if (need.state === 'closed') throw new Refusal({ code: 'scoring.talent_need_closed', kind: 'conflict' })
  if (!(await putAnswer(tx, { ...answer, now: command.now }))) return
  await command.audit({
    action: 'scoring.talent_need.answer',
    subjectType: 'scoring.talent_need',
    subjectId: need.id,
    detail: { matches: answer.matches },
  })
  await notify(tx, {
    kind: 'scoring.talent_answered',
    to: { organisationId: need.organisation_id, roles: NEED_KEEPERS },
    params: { title: need.title, message: answer.message },
    link: '/e/talent',
    key: `${need.id} ${answer.peerOrganisationId}`,
  })
}

async function tell(command: Command, need: Pick<NeedRow, 'id' | 'kind' | 'title' | 'state'>, act: string): Promise<void> {
  await command.audit({ action: `scoring.talent_need.${act}`, subjectType: 'scoring.talent_need', subjectId: need.id })
  await command.publish(TOPIC, { needId: need.id, kind: need.kind, title: need.title, state: need.state })
}

/** The own needs, what is offered, and how far the own score reaches. */
export async function ownTalent(db: Db<ScoringTables>, organisationId: string, now: Date): Promise<OwnTalent> {
  const enterprise = await findEnterpriseOf(db, organisationId)
  const run = enterprise && (await findFinalRun(db))
  const [score] = run ? await listScoresOf(db, run.run_id, [enterprise.id]) : []
  const points = run && score?.score ? pointsOf100(score.score, Number(run.scale)) : null
  const needs = await listOwnNeeds(db, organisationId)
  const wanted = needs.filter(({ state }) => state === 'open').flatMap(({ skills }) => skills)
  const offered = await listServices(db, localDayOf(now, SCORING_ZONE))
  return {
    score: run && score?.score && points !== null ? { score: score.score, points, period: run.period, asOf: run.as_of } : null,
    needs: presentOwnNeeds(
      needs,
      await listAnswers(
        db,
        needs.map(({ id }) => id),
      ),
    ),
    services: presentServices(offered, points, wanted),
  }
}

/** Adds the scores that enterprises let the reader have; each is logged in this transaction, once for each enterprise. */
export async function withScores(
  tx: Db<ScoringTables>,
  needs: ScoringNeeds,
  reader: { organisationId: string; personId: string; now: Date },
  rows: readonly ExchangedNeedRow[],
): Promise<{ run: FinalRun | undefined; read: ReadNeed[] }> {
  const run = await findFinalRun(tx)
  const scores = new Map<string, string>()
  const open = new Map(rows.flatMap((row) => (row.is_open_to_reader && row.enterprise_id ? [[row.enterprise_id, row] as const] : [])))
  if (run && open.size > 0)
    for (const score of await listScoresOf(tx, run.run_id, [...open.keys()])) {
      const row = open.get(score.enterprise_id)
      if (!row || score.score === null) continue
      await needs.recordPointsRead(
        tx,
        {
          ownerOrganisationId: row.organisation_id,
          readerOrganisationId: reader.organisationId,
          readerPersonId: reader.personId,
          now: reader.now,
        },
        [],
      )
      scores.set(score.enterprise_id, score.score)
    }
  return { run, read: rows.map((need) => ({ need, score: (need.enterprise_id && scores.get(need.enterprise_id)) || null })) }
}

/** What the talent system states goes through the same checks and the same door as every other source; good items are recorded, others named. */
export async function takeTalentFacts(
  tx: Db<ScoringTables>,
  command: Command,
  { facts, by }: PushTalentFacts & { by: string },
): Promise<PushedTalentFacts> {
  const check = await factChecker(tx, { source: SOURCE, period: null, now: command.now })
  const stated: StatedRow[] = []
  for await (const item of pushConnector.read(facts, [])) if (item.kind === 'row') stated.push(item)
  const rows = await check(stated)
  const good = rows.flatMap((row) =>
    row.state === 'good' && row.enterpriseId !== null
      ? row.values.map(({ factCode, period, value }) => ({ enterpriseId: row.enterpriseId as string, factCode, period, value }))
      : [],
  )
  const documents = new Map(facts.map((fact) => [`${fact.creditCode} ${fact.factCode} ${fact.period}`, fact.document ?? null]))
  const codes = new Map(rows.flatMap((row) => (row.enterpriseId ? [[row.enterpriseId, row.creditCode]] : [])))
  const counts = await recordFacts(
    tx,
    good.map((one) => ({ ...one, document: documents.get(`${codes.get(one.enterpriseId)} ${one.factCode} ${one.period}`) ?? null })),
    { source: SOURCE, batchId: null, recordedBy: by, now: command.now },
  )
  const refused = rows.flatMap((row, index) =>
    row.state === 'good' ? [] : row.issues.map(({ code, columnName }) => ({ item: index + 1, code, field: columnName })),
  )
  await command.audit({
    action: 'scoring.talent.push',
    subjectType: 'scoring.fact',
    subjectId: SOURCE,
    detail: { items: facts.length, ...counts, refused: refused.length },
  })
  return { ...counts, refused }
}

const NeedChanged = z.object({
  needId: z.uuid(),
  kind: z.enum(['position', 'service']),
  title: z.string(),
  state: z.enum(['open', 'closed']),
})

/** Talent systems are told that a need changed; what it says they fetch, so that scores go out by one door alone. */
export function talentPublicEvents({ db }: ScoringDeps): PublicEvents {
  return {
    [TOPIC]: {
      title: { zh: '企业登记或结束了人才需求', en: 'An enterprise registered or ended a need of talent' },
      data: NeedChanged,
      present: async ({ payload }) => ({ organisationIds: await listPeers(db), data: NeedChanged.parse(payload) }),
    },
  }
}
