import { addDays } from '@jiju/kernel/local-date'
import type { Context, Row } from './context.ts'
import type { DemoMember } from './people.ts'
import type { ScoredEnterprise } from './scoring-enterprises.ts'

const SERVICES = [
  {
    key: 'policy-1',
    kind: 'policy',
    zh: '高层次人才安家补贴（演示）',
    en: 'Housing grant for high-level talents (demo)',
    min: 60,
    skills: ['注册法规', '算法'],
  },
  {
    key: 'event-1',
    kind: 'event',
    zh: '医疗器械人才双选会（演示）',
    en: 'Job fair for medical devices (demo)',
    min: null,
    skills: ['光学', '注册法规'],
  },
  {
    key: 'recognition-1',
    kind: 'recognition',
    zh: '区级领军人才认定（演示）',
    en: 'Recognition as leading talent (demo)',
    min: 80,
    skills: [],
  },
  {
    key: 'carrier-1',
    kind: 'carrier',
    zh: '博士后创新实践基地（演示）',
    en: 'Base for postdoctoral innovation (demo)',
    min: 70,
    skills: ['算法'],
  },
] as const
/** What enterprises look for, by the place of the enterprise among those with an account; what the office answered, and whether it was met. */
const NEEDS: readonly {
  readonly by: number
  readonly title: string
  readonly skills: readonly string[]
  readonly headcount: number | null
  readonly detail: string | null
  readonly daysAgo: number
  readonly answers: readonly { readonly from: string; readonly message: string; readonly matches: number }[]
  readonly isClosed?: true
}[] = [
  {
    by: 0,
    title: '注册法规工程师',
    skills: ['注册法规', '临床评价'],
    headcount: 2,
    detail: null,
    daysAgo: 8,
    answers: [{ from: 'kewei', message: '人才库中有 3 人符合，已征得本人同意推荐，请联系创新发展科。', matches: 3 }],
  },
  { by: 0, title: '超声算法工程师', skills: ['算法', '超声'], headcount: 1, detail: null, daysAgo: 7, answers: [] },
  {
    by: 0,
    title: '海外注册法务咨询',
    skills: ['注册法规', 'MDR'],
    headcount: null,
    detail: '欧盟 MDR 过渡期内三个证书的续证安排。',
    daysAgo: 35,
    answers: [{ from: 'chanye', message: '已列入本季度出海服务券目录，可直接申请。', matches: 2 }],
    isClosed: true,
  },
  {
    by: 1,
    title: '有源器械电气安全工程师',
    skills: ['电气安全', 'EMC'],
    headcount: 3,
    detail: null,
    daysAgo: 12,
    answers: [{ from: 'kewei', message: '暂无合适人选，已转下月医疗器械人才双选会。', matches: 0 }],
  },
  { by: 2, title: '质量体系负责人', skills: ['GMP', '质量体系'], headcount: 1, detail: '十年以上三类器械经验。', daysAgo: 5, answers: [] },
  {
    by: 3,
    title: '光学设计博士后',
    skills: ['光学', '算法'],
    headcount: 2,
    detail: null,
    daysAgo: 15,
    answers: [
      { from: 'kewei', message: '博士后创新实践基地可联合招收，达到积分要求即可申报。', matches: 2 },
      { from: 'chanye', message: '产业办可协调安家补贴。', matches: 1 },
    ],
  },
  { by: 4, title: '生物相容性评价咨询', skills: ['生物学评价'], headcount: null, detail: null, daysAgo: 3, answers: [] },
]
/** Enterprises that let the office read their score. */
const OPEN_TO_OFFICE = [0, 1, 3]

/** Needs of talent of some enterprises with an account, answers and offers of offices, and consents to read the score. */
export function generateTalent(
  { id, instant, referenceDay }: Context,
  {
    accounts,
    organisations,
    members,
  }: { accounts: readonly ScoredEnterprise[]; organisations: readonly Row[]; members: readonly DemoMember[] },
): { name: string; rows: Row[] }[] {
  const ownerOf = (place: number) => {
    const organisation = organisations.find(({ uscc }) => uscc === accounts[place]?.creditCode)
    const member = members.find(({ organisationId, roles }) => organisationId === organisation?.id && roles.includes('enterprise:owner'))
    return organisation && member ? { organisationId: String(organisation.id), personId: member.personId } : undefined
  }
  const made = NEEDS.flatMap((need, index) => {
    const owner = ownerOf(need.by)
    return owner ? [{ need, owner, id: id(`talent-need|${index}`) }] : []
  })
  const needs = made.map(({ need, owner, id: needId }) => ({
    id: needId,
    organisation_id: owner.organisationId,
    kind: need.headcount === null ? 'service' : 'position',
    title: need.title,
    skills: [...need.skills],
    headcount: need.headcount,
    detail: need.detail,
    state: need.isClosed ? 'closed' : 'open',
    created_by: owner.personId,
    created_at: instant(-need.daysAgo, 620),
    changed_at: instant(need.isClosed ? -2 : -need.daysAgo, 620),
    closed_at: need.isClosed ? instant(-2, 620) : null,
  }))
  const answers = made.flatMap(({ need, id: needId }) =>
    need.answers.map(({ from, message, matches }, place) => ({
      need_id: needId,
      peer_organisation_id: id(`organisation|${from}`),
      message,
      match_count: matches,
      address: null,
      answered_at: instant(-need.daysAgo + 1 + place, 880),
    })),
  )
  const consents = OPEN_TO_OFFICE.flatMap((place) => {
    const owner = ownerOf(place)
    return owner
      ? [
          {
            id: id(`talent-consent|${place}`),
            owner_organisation_id: owner.organisationId,
            reader_organisation_id: id('organisation|kewei'),
            facts: ['innovation_points'],
            purpose: '人才服务按积分匹配',
            valid_until: instant(300, 1439),
            granted_by: owner.personId,
            granted_at: instant(-30 - place, 630),
            revoked_at: null,
            revoked_by: null,
          },
        ]
      : []
  })
  const services = SERVICES.map(({ key, kind, zh, en, min, skills }) => ({
    id: id(`talent-service|${key}`),
    peer_organisation_id: id('organisation|kewei'),
    external_id: key,
    kind,
    title_zh: zh,
    title_en: en,
    address: null,
    min_score: min,
    skills: [...skills],
    valid_until: addDays(referenceDay, 120),
    received_at: instant(-10, 600),
  }))
  return [
    { name: 'people.consent', rows: consents },
    { name: 'scoring.talent_need', rows: needs },
    { name: 'scoring.talent_answer', rows: answers },
    { name: 'scoring.talent_service', rows: services },
  ]
}
