import { addDays } from '@jiju/kernel/local-date'
import type { Context, Row } from './context.ts'
import type { DemoMember } from './people.ts'
import type { ScoredEnterprise } from './scoring-enterprises.ts'
import { lastYearOf } from './scoring-facts.ts'
import { generateTalent } from './scoring-talent.ts'

/** Invented clauses in the forms that districts use; the money is invented as well. */
const CLAUSES = [
  { code: 'LJ-2024-03', name: '前沿技术研发专项配套', yearsAgo: 0, count: 64, wan: [20, 100] },
  { code: 'LJ-2024-07', name: '第三类医疗器械首次注册奖励', yearsAgo: 0, count: 18, wan: [50, 100] },
  { code: 'LJ-2023-02', name: '产学研联合实验室资助', yearsAgo: 1, count: 40, wan: [30, 100] },
] as const
/** What is done with scores: support, recognitions, watch lists, visits, talent, and consents of some enterprises to a bank. */
export function generateApplications(
  context: Context,
  {
    enterprises,
    organisations,
    members,
  }: { enterprises: readonly ScoredEnterprise[]; organisations: readonly Row[]; members: readonly DemoMember[] },
): { name: string; rows: Row[] }[] {
  const { id, instant, referenceDay } = context
  const random = context.random('scoring-applications')
  const officer = id('person|points')
  const lastYear = lastYearOf(context)
  const known = enterprises.filter(({ hasConsent }) => hasConsent)
  const importId = id('support-import|1')

  const payments = CLAUSES.flatMap((clause) => {
    // Those who apply are already larger and keener; a part of them gets support.
    const wanted = known.filter(({ phase }) => phase !== 'start_up' || random.chance(0.3))
    const chosen = new Set<ScoredEnterprise>()
    while (chosen.size < Math.min(clause.count, wanted.length)) chosen.add(random.pick(wanted))
    return [...chosen].map((enterprise, index) => ({
      id: id(`support|${clause.code}|${enterprise.key}`),
      import_id: importId,
      enterprise_id: enterprise.id,
      clause_code: clause.code,
      clause_name: clause.name,
      amount_fen: String(BigInt(random.int(clause.wan[0], clause.wan[1])) * 1_000_000n),
      paid_on: `${lastYear - clause.yearsAgo}-${String(random.int(3, 11)).padStart(2, '0')}-${String(random.int(1, 28)).padStart(2, '0')}`,
      reference: `${clause.code}-${String(index + 1).padStart(3, '0')}`,
      recorded_at: instant(-60, 600),
    }))
  })
  const recognitions = known
    .filter(() => random.chance(0.12))
    .map((enterprise) => {
      const step = random.weighted([
        ['tech_sme', 5],
        ['fledgling', 1],
        ['gazelle', 1],
        ['little_giant', enterprise.phase === 'stable' ? 1 : 0],
      ] as const)
      return {
        id: id(`recognition|${enterprise.key}`),
        enterprise_id: enterprise.id,
        step,
        recognised_on: addDays(referenceDay, -random.int(30, 300)),
        valid_until: addDays(referenceDay, random.int(30, 700)),
        document: `演示认定 ${enterprise.key.slice(0, 40)}`,
        recorded_by: officer,
        recorded_at: instant(-20, 600),
      }
    })

  const lists = [
    { key: 'listing', name: '上市后备', purpose: '三年内有上市计划的企业' },
    { key: 'slipping', name: '增长放缓', purpose: '连续两年收入下降的企业' },
  ].map(({ key, name, purpose }) => ({
    id: id(`watch-list|${key}`),
    name,
    purpose,
    created_by: officer,
    created_at: instant(-30, 600),
  }))
  const accounts = enterprises.slice(0, 12)
  const entries = accounts.slice(0, 8).map((enterprise, index) => ({
    list_id: lists[index % 2]?.id,
    enterprise_id: enterprise.id,
    reason: index % 2 === 0 ? '已完成股份制改造' : '收入连续两年下降',
    added_by: officer,
    added_at: instant(-25, 620),
  }))
  const visits = accounts.slice(0, 5).map((enterprise, index) => ({
    id: id(`visit|${enterprise.key}`),
    enterprise_id: enterprise.id,
    visited_on: addDays(referenceDay, -5 - index * 6),
    visitors: '区科创委创新发展科',
    findings: '研发投入稳定；社保口径的科技人员数与统计不一致，影响高企认定。',
    follow_up: index < 3 ? '协助核对科技人员数据' : null,
    follow_up_on: index < 3 ? addDays(referenceDay, index * 5 - 2) : null,
    recorded_by: officer,
    recorded_at: instant(-5 - index * 6, 1000),
  }))
  const notes = accounts.slice(0, 3).map((enterprise) => ({
    id: id(`note|${enterprise.key}`),
    enterprise_id: enterprise.id,
    body: '企业希望对接创新积分贷。',
    written_by: officer,
    written_at: instant(-4, 640),
  }))

  const organisationOf = (creditCode: string) => organisations.find(({ uscc }) => uscc === creditCode)
  const bank = organisations.find(({ id: own }) => own === id('organisation|minjiang'))
  const grants = accounts.flatMap((enterprise, index) => {
    const organisation = organisationOf(enterprise.creditCode)
    const grantor = members.find(({ organisationId, roles }) => organisationId === organisation?.id && roles.includes('enterprise:owner'))
    if (!organisation || !grantor || !bank) return []
    const more = [['points_dimensions', 'points_position', 'points_indicators'], ['points_dimensions'], []][index % 3] ?? []
    return [
      {
        id: id(`points-consent|${enterprise.key}`),
        owner_organisation_id: organisation.id,
        reader_organisation_id: bank.id,
        facts: ['innovation_points', ...more],
        purpose: '创新积分贷授信',
        valid_until: instant(300, 1439),
        granted_by: grantor.personId,
        granted_at: instant(-15 - index, 630),
        revoked_at: null,
        revoked_by: null,
      },
    ]
  })
  return [
    { name: 'people.consent', rows: grants },
    {
      name: 'scoring.support_import',
      rows: [
        {
          id: importId,
          file_name: '扶持资金拨付台账（演示）.xlsx',
          sha256: '0'.repeat(64),
          row_count: payments.length,
          imported_by: officer,
          imported_at: instant(-60, 600),
        },
      ],
    },
    { name: 'scoring.support_payment', rows: payments },
    { name: 'scoring.recognition', rows: recognitions },
    { name: 'scoring.watch_list', rows: lists },
    { name: 'scoring.watch_list_entry', rows: entries },
    { name: 'scoring.visit', rows: visits },
    { name: 'scoring.cultivation_note', rows: notes },
    ...generateTalent(context, { accounts, organisations, members }),
  ]
}
