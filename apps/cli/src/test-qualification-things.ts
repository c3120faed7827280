import type { TestApp } from '@jiju/api/test-app'
import { type SignedUp, signUpAs } from '@jiju/api/test-people'
import { BOOKING, type Maker, type PrivateThing } from './test-private-things.ts'
import { everyRoleOf } from './test-tenants.ts'

const row = (table: string, where: Readonly<Record<string, string>>) => ({ row: { table, where } })

const RULE = {
  level: 1,
  afterHoursLevel: null,
  dayStartMinute: 480,
  dayEndMinute: 1080,
  isWeekendAfterHours: false,
  disuseDays: null,
  validityMonths: null,
  includesInside: false,
}
const QUESTION = { text: '先做什么', options: ['停机', '离开'], correct: [0], isMultiple: false }
const TEST = {
  title: '安全须知',
  intro: null,
  questions: [QUESTION],
  passPercent: 100,
  attemptLimit: null,
  pauseHours: 0,
  isShuffled: false,
  grantsLevel: null,
  resourceIds: [],
  validityMonths: null,
}
const WORDS = { title: '独立上机', description: null, location: '理化楼 201', places: 2 }

/** Every private call of qualifications: what a provider keeps of people, and what belongs to one person. */
export async function qualificationThings(testApp: TestApp, make: Maker, provider: SignedUp, person: SignedUp): Promise<PrivateThing[]> {
  const things: PrivateThing[] = []
  const resourceId = await make.published(provider)
  const send = (as: SignedUp, method: 'POST' | 'PUT', path: string, body?: object, version?: number) =>
    make.send(as, method, `${BOOKING}${path}`, { ...(body && { body }), ...(version !== undefined && { version }) })
  const draft = await make.draft(provider)
  things.push({
    route: `GET ${BOOKING}/resources/:resourceId/qualification`,
    as: person,
    ids: { resourceId: draft },
    passesWith: { resourceId },
  })

  await send(provider, 'PUT', `/resources/${resourceId}/qualification-rule`, RULE, 0)
  const rule = row('booking.qualification_rule', { resource_id: resourceId })
  things.push({ route: `GET ${BOOKING}/resources/:resourceId/qualification-rule`, as: provider, ids: { resourceId } })

  const share = await send(person, 'POST', '/passport/shares', { providerId: provider.organisationId })
  const grant = async (): Promise<string> => {
    const body = { personId: person.userId, resourceIds: [resourceId], level: 1, reason: '考核' }
    return (await send(provider, 'POST', '/qualifications', body)).items[0].id
  }
  const id = await grant()
  await make.reserve(person, resourceId)
  const where = row('booking.qualification', { id })
  const reason = { reason: '违反规程' }
  await send(provider, 'POST', `/qualifications/${id}/suspend`, reason, 1)
  const losses = await testApp.inject({ url: `${BOOKING}/ground-losses`, cookie: provider.cookie })
  const lossId = losses.json().items[0].id
  things.push({ route: `POST ${BOOKING}/ground-losses/:id/decide`, as: provider, ids: { id: lossId }, body: { choice: 'with_operator' } })
  things.push({ route: `POST ${BOOKING}/qualifications/:id/resume`, as: provider, ids: { id }, ...where })
  things.push({ route: `POST ${BOOKING}/qualifications/:id/suspend`, as: provider, ids: { id }, ...where, body: reason })
  things.push({
    route: `PUT ${BOOKING}/resources/:resourceId/qualification-rule`,
    as: provider,
    ids: { resourceId },
    ...rule,
    body: { ...RULE, level: 2 },
  })

  let day = 0
  const plan = async (): Promise<string> => {
    day += 1
    const on = (hour: number) => new Date(Date.UTC(2026, 11, day, hour)).toISOString()
    const session = {
      ...WORDS,
      level: 1,
      start: on(2),
      end: on(4),
      fee: '0',
      testId: null,
      resourceIds: [resourceId],
      takesInstruments: false,
    }
    return (await send(provider, 'POST', '/trainings', session)).id
  }
  const onTraining = async (verb: string, body?: object) => {
    const [method, path = ''] = verb.split(' ')
    const training = await plan()
    const at = row('booking.training', { id: training })
    things.push({ route: `${method} ${BOOKING}/trainings/:id${path}`, as: provider, ids: { id: training }, ...at, ...(body && { body }) })
  }
  await onTraining('PUT', { ...WORDS, places: 3 })
  await onTraining('POST /cancel', { reason: '培训人请假' })
  await onTraining('GET /enrolments')
  const begun = await plan()
  await send(person, 'POST', `/trainings/${begun}/enrol`)
  const enrolled = await testApp.inject({ url: `${BOOKING}/trainings/${begun}/enrolments`, cookie: provider.cookie })
  await testApp.pool.query(`update booking.training set during = tstzrange('2026-11-22T02:00Z', '2026-11-22T04:00Z') where id = $1`, [
    begun,
  ])
  things.push({
    route: `POST ${BOOKING}/trainings/:id/results`,
    as: provider,
    ids: { id: begun },
    ...row('booking.training', { id: begun }),
    body: { results: [{ enrolmentId: enrolled.json().items[0].id, result: 'absent' }] },
  })

  const test = async (): Promise<string> => (await send(provider, 'POST', '/tests', TEST)).id
  const onTest = async (verb: string, body?: object) => {
    const [method, path = ''] = verb.split(' ')
    const testId = await test()
    const at = row('booking.test', { id: testId })
    things.push({ route: `${method} ${BOOKING}/tests/:id${path}`, as: provider, ids: { id: testId }, ...at, ...(body && { body }) })
  }
  await onTest('GET')
  await onTest('PUT', TEST)
  await onTest('POST /publish')
  await onTest('POST /retire')
  const taken = await test()
  await send(provider, 'POST', `/tests/${taken}/publish`, undefined, 1)
  const attempt = await send(person, 'POST', `/tests/${taken}/attempts`)
  things.push({ route: `GET ${BOOKING}/test-attempts/:id`, as: person, ids: { id: attempt.id } })
  things.push({
    route: `POST ${BOOKING}/test-attempts/:id/submit`,
    as: person,
    ids: { id: attempt.id },
    body: { answers: [{ position: 0, chosen: [0] }] },
  })

  things.push({ route: `DELETE ${BOOKING}/passport/shares/:id`, as: person, ids: { id: share.id } })
  const rival = await signUpAs(testApp, { kind: 'provider', roles: everyRoleOf('provider') })
  const recognition = { fromProviderId: rival.organisationId, classCode: '0105', maxLevel: 1 }
  const rules = await send(provider, 'POST', '/recognition-rules', recognition)
  things.push({ route: `DELETE ${BOOKING}/recognition-rules/:id`, as: provider, ids: { id: rules.items[0].id } })
  return things
}
