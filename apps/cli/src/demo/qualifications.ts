import { readableNumber } from '@jiju/kernel/ids'
import { weekdayOf } from '@jiju/kernel/local-date'
import type { Context, Row } from './context.ts'

/** Instruments that ask for a level: alone by day, and for the first a higher one after hours; the last is opened by a test. */
const RULES = [
  { level: 2, after_hours_level: 3 },
  { level: 2, after_hours_level: null },
  { level: 2, after_hours_level: null },
  { level: 1, after_hours_level: null },
] as const
const VALID_DAYS = 500
const GRANTED_DAYS_AGO = 200
const WEEK = 7

type Cast = {
  readonly providerId: string
  readonly managerId: string
  readonly staffId: string
  readonly engineerId: string
  readonly enterpriseId: string
}
type Given = {
  readonly reservations: readonly Row[]
  readonly calendars: readonly Row[]
  /** Names of the resources by id. */
  readonly nameOf: ReadonlyMap<string, string>
  readonly customers: readonly { readonly organisationId: string; readonly personId: string }[]
  readonly cast: Cast
}

type DemoQualifications = Readonly<
  Record<
    'rules' | 'qualifications' | 'losses' | 'tests' | 'testVersions' | 'trainings' | 'trainingResources' | 'places' | 'enrolments',
    readonly Row[]
  >
>

const NOTHING: DemoQualifications = {
  rules: [],
  qualifications: [],
  losses: [],
  tests: [],
  testVersions: [],
  trainings: [],
  trainingResources: [],
  places: [],
  enrolments: [],
}

/** Some instruments of one provider ask for levels: people with and without, an expired one whose booking waits for a decision, trainings, a test. */
export function generateQualifications(context: Context, given: Given): DemoQualifications {
  const { cast, calendars, nameOf } = given
  // Where journeys of people who look around begin, nothing stands in their way.
  const isLeftAlone = (row: Row) => /色谱|洁净/.test(nameOf.get(String(row.resource_id)) ?? '')
  const isBusy = (row: Row) => Number(/扫描电镜|共聚焦|透射/.test(nameOf.get(String(row.resource_id)) ?? ''))
  const chosen = calendars
    .filter(
      (row) =>
        row.provider_id === cast.providerId &&
        row.is_accepting !== false &&
        Array.isArray(row.operations) &&
        row.operations.length === 2 &&
        !isLeftAlone(row),
    )
    .sort((one, other) => isBusy(one) - isBusy(other))
    .slice(0, RULES.length)
    .map((row) => String(row.resource_id))
  const [first] = chosen
  const last = chosen.at(-1)
  if (!first || !last) return NOTHING
  const trained = chosen[2] ?? last
  const held = holdings(context, given, chosen)
  const test = knowledgeTest(context, cast, last, RULES[chosen.length - 1]?.level ?? 1)
  const sessions = trainings(context, given, trained, test.id)
  return {
    rules: chosen.map((resourceId, index) => ({
      resource_id: resourceId,
      provider_id: cast.providerId,
      ...RULES[index],
      validity_months: 24,
      updated_at: context.instant(-GRANTED_DAYS_AGO - 1, 600),
      updated_by: cast.managerId,
    })),
    ...held,
    tests: [test.row],
    testVersions: [test.version],
    ...sessions,
  }
}

/** Whoever comes alone holds the level, but one whose level has expired; the engineer holds it on the first instrument only. */
function holdings(context: Context, { reservations, customers, cast }: Given, chosen: readonly string[]) {
  const coming = reservations.filter(
    (row) =>
      chosen.includes(String(row.resource_id)) &&
      (row.state === 'confirmed' || row.state === 'pending') &&
      row.operation === 'self_service' &&
      row.kind === 'customer' &&
      Date.parse(String(row.during).slice(1, 25)) > context.now.getTime(),
  )
  const expired =
    coming.find((row) => row.resource_id === chosen[1] && row.booker_id !== cast.engineerId) ??
    coming.find((row) => row.booker_id !== cast.engineerId)
  const row = (personId: string, index: number, more: Row = {}): Row => {
    const resourceId = String(chosen[index])
    return {
      id: context.id(`qualification|${resourceId}|${personId}`),
      provider_id: cast.providerId,
      resource_id: resourceId,
      person_id: personId,
      level: RULES[index]?.after_hours_level ?? RULES[index]?.level,
      ground: 'by_hand',
      ground_id: null,
      reason: '现场考核合格',
      valid_from: context.instant(-GRANTED_DAYS_AGO, 660),
      valid_until: context.instant(VALID_DAYS, 0),
      granted_by: cast.managerId,
      granted_at: context.instant(-GRANTED_DAYS_AGO, 660),
      updated_at: context.instant(-GRANTED_DAYS_AGO, 660),
      suspended_at: null,
      suspended_by: null,
      suspend_reason: null,
      ...more,
    }
  }
  const rows = new Map<string, Row>()
  const add = (one: Row) => rows.set(String(one.id), one)
  add(row(cast.engineerId, 0))
  add(row(cast.engineerId, 1, { valid_until: context.instant(20, 0) }))
  const others = customers.filter(({ personId }) => personId !== cast.engineerId).slice(0, 6)
  for (const [index, { personId }] of others.entries())
    add(
      row(
        personId,
        index % chosen.length,
        index === 4
          ? {
              suspended_at: context.instant(-3, 900),
              suspended_by: cast.managerId,
              suspend_reason: '未按规程关机',
              updated_at: context.instant(-3, 900),
            }
          : {},
      ),
    )
  for (const booking of coming) add(row(String(booking.booker_id), chosen.indexOf(String(booking.resource_id))))
  if (!expired) return { qualifications: [...rows.values()], losses: [] }
  const without = row(String(expired.booker_id), chosen.indexOf(String(expired.resource_id)), { valid_until: context.instant(-2, 0) })
  add(without)
  const losses = coming
    .filter((booking) => booking.booker_id === expired.booker_id && booking.resource_id === expired.resource_id)
    .map((booking) => ({
      id: context.id(`ground_loss|${booking.id}`),
      reservation_id: booking.id,
      resource_id: booking.resource_id,
      provider_id: cast.providerId,
      person_id: booking.booker_id,
      cause: 'lapsed',
      needed_level: RULES[chosen.indexOf(String(booking.resource_id))]?.level,
      found_at: context.instant(-2, 10),
    }))
  return { qualifications: [...rows.values()], losses }
}

const QUESTIONS = [
  {
    text: '样品仓打开前应先确认什么？',
    options: ['仪器处于待机状态', '房间灯光已关', '上一位用户已签名'],
    correct: [0],
    isMultiple: false,
  },
  {
    text: '哪些情况须立即停机并报告？',
    options: ['真空报警', '异常声响', '屏幕保护启动', '冷却水中断'],
    correct: [0, 1, 3],
    isMultiple: true,
  },
  { text: '用后登记不包括哪一项？', options: ['样品名称', '实际时长', '天气'], correct: [2], isMultiple: false },
  { text: '危险样品应当如何处理？', options: ['事先向机构说明并获同意', '自行带入', '用后直接弃置'], correct: [0], isMultiple: false },
  {
    text: '离开前须做到哪些？',
    options: ['清洁样品台', '按规程关机或待机', '带走全部废弃物', '关闭整栋楼电源'],
    correct: [0, 1, 2],
    isMultiple: true,
  },
]

function knowledgeTest(context: Context, cast: Cast, resourceId: string, level: number) {
  const id = context.id('test|safety')
  const at = context.instant(-GRANTED_DAYS_AGO, 600)
  return {
    id,
    row: { id, provider_id: cast.providerId, published_number: 1, created_at: at, created_by: cast.managerId },
    version: {
      test_id: id,
      number: 1,
      title: '仪器安全与上机规范',
      intro: '共 5 题，单选和多选都有。通过后即可在指定仪器上自主上机，也是独立上机培训的前提。',
      questions: QUESTIONS,
      pass_percent: 80,
      attempt_limit: 3,
      pause_hours: 24,
      is_shuffled: true,
      grants_level: level,
      resource_ids: [resourceId],
      validity_months: 24,
      published_at: at,
      published_by: cast.managerId,
      updated_at: at,
    },
  }
}

/** One session next week with free places, and one of last month with its results. */
function trainings(context: Context, { customers, cast, nameOf }: Given, resourceId: string, testId: string) {
  let days = WEEK
  while (weekdayOf(context.dayOf(context.instant(days, 600).getTime())) > 5) days += 1
  const session = (key: string, at: number, more: Row): Row => {
    const id = context.id(`training|${key}`)
    return {
      id,
      number: readableNumber('TRN', context.dayOf(context.instant(at - 20, 600).getTime()), id),
      provider_id: cast.providerId,
      state: 'open',
      title: `${nameOf.get(resourceId)}独立上机培训`,
      description: '含原理、开关机、样品准备和故障处置，最后一小时为实操考核。',
      level: 2,
      during: `[${context.instant(at, 570).toISOString()},${context.instant(at, 690).toISOString()})`,
      location: '分析测试中心 1 楼培训室',
      places: 6,
      fee_fen: '20000',
      trainer_id: cast.staffId,
      takes_instruments: false,
      created_by: cast.managerId,
      created_at: context.instant(at - 20, 600),
      updated_at: context.instant(at - 20, 600),
      test_id: null,
      ended_at: null,
      ...more,
    }
  }
  const coming = session('coming', days, {})
  const past = session('past', -30, { state: 'finished', ended_at: context.instant(-30, 700) })
  const starter = session('starter', days + 1, { title: '仪器入门：安全与样品准备', level: 1, fee_fen: '0', test_id: testId })
  const all = [coming, past, starter]
  const people = customers.filter(({ personId }) => personId !== cast.engineerId)
  const enrolment = (of: Row, place: number, state: string): Row => {
    const person = people[place]
    return {
      id: context.id(`enrolment|${of.id}|${place}`),
      training_id: of.id,
      person_id: person?.personId,
      organisation_id: person?.organisationId,
      state,
      place,
      fee_fen: of.fee_fen,
      enrolled_at: context.instant(-12, 600 + place),
      result_by: state === 'enrolled' ? null : cast.staffId,
      result_at: state === 'enrolled' ? null : of.ended_at,
    }
  }
  return {
    trainings: all,
    trainingResources: all.map(({ id }) => ({ training_id: id, resource_id: resourceId, reservation_id: null })),
    places: all.flatMap(({ id }) => Array.from({ length: 6 }, (_, index) => ({ training_id: id, place: index + 1 }))),
    enrolments: [
      ...[1, 2, 3].map((place) => enrolment(coming, place, 'enrolled')),
      ...[1, 2, 3, 4].map((place) => enrolment(past, place, place === 4 ? 'absent' : 'passed')),
    ].filter((row) => row.person_id !== undefined),
  }
}
