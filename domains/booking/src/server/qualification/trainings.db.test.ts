import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { at, type BookingTest, createBookingTest, NOW, type Person } from '../test-booking.ts'

let t: BookingTest
let resource: string
beforeAll(async () => {
  t = await createBookingTest()
})
afterAll(() => t.close())
beforeEach(async () => {
  t.setNow(NOW)
  resource = await t.addInstrument(t.provider, { calendar: { buffer_after_minutes: 0 } })
})

const SESSION = {
  title: '液相色谱独立上机',
  description: null,
  location: '理化楼 201',
  places: 2,
  level: 2,
  start: at('2026-11-26', '09:00'),
  end: at('2026-11-26', '11:00'),
  fee: '200.00',
  testId: null,
  takesInstruments: true,
}
const codesOf = (reply: { json: () => { problems?: { code: string }[] } }) => reply.json().problems?.map(({ code }) => code)
const plan = (body: object = {}) => t.call(t.manager, 'POST', '/trainings', { ...SESSION, resourceIds: [resource], ...body })
const planned = async (body: object = {}) => {
  const reply = await plan(body)
  if (reply.statusCode !== 201) throw new Error(reply.body)
  return reply.json() as { id: string; version: number }
}
const people = (count: number) => Promise.all(Array.from({ length: count }, () => t.addPerson(t.enterprise, 'enterprise', 'engineer')))
const enrol = (person: Person, id: string) => t.call(person, 'POST', `/trainings/${id}/enrol`)
const leave = (person: Person, id: string) => t.call(person, 'POST', `/trainings/${id}/leave`)
const enrolments = async (id: string) =>
  (await t.call(t.manager, 'GET', `/trainings/${id}/enrolments`)).json().items as {
    id: string
    personId: string
    state: string
    place: number | null
  }[]
const noticesOf = async (person: Person) => {
  const { rows } = await t.pool.query(`select kind from platform.notice where person_id = $1 order by id`, [person.id])
  return rows.map(({ kind }) => kind as string)
}
const QUESTIONS = [
  { text: '换柱前先做什么', options: ['停泵泄压', '直接拆柱', '升温'], correct: [0], isMultiple: false },
  { text: '哪些须登记', options: ['流动相', '天气', '柱压异常'], correct: [0, 2], isMultiple: true },
]
const TEST = {
  title: '液相色谱安全',
  intro: null,
  questions: QUESTIONS,
  passPercent: 100,
  attemptLimit: 2,
  pauseHours: 24,
  isShuffled: true,
  grantsLevel: null,
  resourceIds: [],
  validityMonths: null,
}
const publishedTest = async (body: object = {}) => {
  const made = (await t.call(t.manager, 'POST', '/tests', { ...TEST, ...body })).json()
  const reply = await t.call(t.manager, 'POST', `/tests/${made.id}/publish`, undefined, { 'if-match': `"${made.version}"` })
  if (reply.statusCode !== 200) throw new Error(reply.body)
  return reply.json() as { id: string; version: number }
}
const begin = async (person: Person, testId: string) => t.call(person, 'POST', `/tests/${testId}/attempts`)
const submit = (person: Person, attemptId: string, chosen: number[][]) =>
  t.call(person, 'POST', `/test-attempts/${attemptId}/submit`, { answers: chosen.map((one, position) => ({ position, chosen: one })) })

describe('places of a session', () => {
  test('of twenty at once exactly as many as there are places, the others wait in order', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { id } = await planned({ places: 1, takesInstruments: false })
      const replies = await Promise.all((await people(20)).map((person) => enrol(person, id)))
      const states = replies.map((reply) => reply.json().mine.state)
      expect(states.filter((state) => state === 'enrolled')).toHaveLength(1)
      const ranks = replies.map((reply) => reply.json().mine.waitingRank).filter((rank) => rank !== null)
      expect(ranks.sort((a, b) => a - b)).toEqual(Array.from({ length: 19 }, (_, index) => index + 1))
      const { rows } = await t.pool.query(
        `select count(*)::int as taken from booking.training_enrolment where training_id = $1 and place is not null`,
        [id],
      )
      expect(rows[0].taken).toBe(1)
    }
  })

  test('the database itself refuses one place twice and a place that does not exist', async () => {
    const { id } = await planned({ places: 1, takesInstruments: false })
    const write = (place: number) =>
      t.pool.query(
        `insert into booking.training_enrolment (id, training_id, person_id, organisation_id, state, place, fee_fen, enrolled_at)
         values (gen_random_uuid(), $1, gen_random_uuid(), gen_random_uuid(), 'enrolled', $2, 0, now())`,
        [id, place],
      )
    await write(1)
    await expect(write(1)).rejects.toMatchObject({ constraint: 'training_enrolment_place_once' })
    await expect(write(2)).rejects.toMatchObject({ constraint: 'training_enrolment_place' })
  })

  test('who leaves makes room for who waits longest; more places let in more', async () => {
    const { id, version } = await planned({ places: 1, takesInstruments: false })
    const [first, second, third] = (await people(3)) as [Person, Person, Person]
    for (const person of [first, second, third]) await enrol(person, id)
    expect(codesOf(await enrol(second, id))).toEqual(['booking.training_enrolled_already'])
    expect((await leave(first, id)).json().mine.state).toBe('left')
    expect((await enrolments(id)).map(({ personId, state }) => [personId, state])).toEqual([
      [second.id, 'enrolled'],
      [third.id, 'waiting'],
    ])
    expect(await noticesOf(second)).toEqual(['booking.training_waiting', 'booking.training_promoted'])
    const { title, description, location } = SESSION
    const edit = (places: number, seen: number) =>
      t.call(t.manager, 'PUT', `/trainings/${id}`, { title, description, location, places }, { 'if-match': `"${seen}"` })
    expect((await edit(2, version)).json()).toMatchObject({ places: 2, taken: 2, waiting: 0 })
    expect(codesOf(await edit(1, version + 1))).toEqual(['booking.training_places_taken'])
    expect((await enrol(first, id)).json().mine).toEqual({ state: 'waiting', waitingRank: 1 })
  })
})

describe('a session on the instrument', () => {
  test('takes its time under the same constraint, and gives it back when it is called off', async () => {
    const slot = t.slot(resource, '2026-11-26', '10:00', '11:00')
    const { id, version } = await planned()
    expect(codesOf(await t.place(t.engineer, slot))).toEqual(['booking.slot_taken'])
    expect(codesOf(await plan())).toEqual(['booking.slot_taken'])
    await enrol(t.engineer, id)
    const cancelled = await t.call(t.manager, 'POST', `/trainings/${id}/cancel`, { reason: '培训人请假' }, { 'if-match': `"${version}"` })
    expect(cancelled.json()).toMatchObject({ state: 'cancelled', endReason: '培训人请假' })
    expect((await t.place(t.engineer, slot)).statusCode).toBe(201)
    expect(await noticesOf(t.engineer)).toContain('booking.training_cancelled')
    expect(codesOf(await enrol(t.engineer, id))).toEqual(['booking.training_cancelled'])
  })

  test('results grant the level on every instrument in one act, and the booking that needed it goes through', async () => {
    const other = await t.addInstrument(t.provider)
    const rule = {
      level: 2,
      afterHoursLevel: null,
      dayStartMinute: 480,
      dayEndMinute: 1080,
      isWeekendAfterHours: true,
      disuseDays: null,
      validityMonths: 24,
      includesInside: false,
    }
    await t.call(t.manager, 'PUT', `/resources/${resource}/qualification-rule`, rule, { 'if-match': '"0"' })
    const { id, version } = await planned({ resourceIds: [resource, other] })
    const [passer, failer, absentee] = (await people(3)) as [Person, Person, Person]
    const slot = t.slot(resource, '2026-11-27', '09:00', '10:00')
    expect((await t.place(passer, slot)).json().problems).toMatchObject([
      { code: 'booking.level_needed_training', params: { trainingId: id, freePlaces: 2 } },
    ])
    await enrol(passer, id)
    await enrol(failer, id)
    expect(codesOf(await t.place(absentee, slot))).toEqual(['booking.level_needed'])
    const list = await enrolments(id)
    const record = (results: object[], seen: number, by: Person = t.manager) =>
      t.call(by, 'POST', `/trainings/${id}/results`, { results }, { 'if-match': `"${seen}"` })
    const of = (person: Person, result: string) => ({ enrolmentId: list.find(({ personId }) => personId === person.id)?.id, result })
    expect(codesOf(await record([of(passer, 'passed')], version))).toEqual(['booking.training_not_begun'])
    t.setNow(at('2026-11-26', '11:00'))
    const staff = await t.addPerson(t.provider, 'provider', 'lab_staff')
    expect(codesOf(await record([of(passer, 'passed')], version, staff))).toEqual(['booking.not_the_trainer'])
    expect((await record([of(passer, 'passed')], version)).json().state).toBe('open')
    expect((await record([of(failer, 'failed')], version)).json().state).toBe('finished')
    expect((await t.place(passer, slot)).statusCode).toBe(201)
    expect(codesOf(await t.place(failer, slot))).toEqual(['booking.level_needed'])
    const { rows } = await t.pool.query(`select resource_id, level, ground, valid_until from booking.qualification where person_id = $1`, [
      passer.id,
    ])
    expect(rows).toHaveLength(2)
    expect(rows).toEqual(
      expect.arrayContaining([
        { resource_id: resource, level: 2, ground: 'training', valid_until: new Date('2028-11-26T03:00:00Z') },
        { resource_id: other, level: 2, ground: 'training', valid_until: null },
      ]),
    )
    expect(codesOf(await record([of(passer, 'passed')], version + 1))).toEqual(['booking.enrolment_without_place'])
  })

  test('reminds once, a day before', async () => {
    const { id } = await planned({ takesInstruments: false })
    const [person] = (await people(1)) as [Person]
    await enrol(person, id)
    await t.runJob('booking.remind_trainings')
    t.setNow(at('2026-11-25', '09:00'))
    await t.runJob('booking.remind_trainings')
    await t.runJob('booking.remind_trainings')
    expect(await noticesOf(person)).toEqual(['booking.training_enrolled', 'booking.training_reminder'])
  })
})

describe('tests of knowledge', () => {
  test('opens a training once passed; limit and pause hold; right answers are never sent', async () => {
    const { id: testId } = await publishedTest()
    const { id } = await planned({ testId, takesInstruments: false })
    const [person] = (await people(1)) as [Person]
    expect(codesOf(await enrol(person, id))).toEqual(['booking.training_test_first'])
    const [one, two] = await Promise.all([begin(person, testId), begin(person, testId)])
    expect(one.json().id).toBe(two.json().id)
    expect(one.body).not.toContain('correct')
    expect((await submit(person, one.json().id, [[1], []])).json().result).toMatchObject({ correctCount: 0, isPassed: false })
    expect(codesOf(await submit(person, one.json().id, [[0], [0, 2]]))).toEqual(['booking.attempt_submitted'])
    expect(codesOf(await begin(person, testId))).toEqual(['booking.test_pause'])
    t.setNow(at('2026-11-24', '09:40'))
    const again = (await begin(person, testId)).json()
    expect((await submit(person, again.id, [[0], [2, 0]])).json().result).toMatchObject({
      correctCount: 2,
      isPassed: true,
      grantedLevel: null,
    })
    expect((await enrol(person, id)).json().mine.state).toBe('enrolled')
    expect(codesOf(await begin(person, testId))).toEqual(['booking.test_passed_already'])
    expect((await t.call(t.engineer, 'GET', `/test-attempts/${again.id}`)).statusCode).toBe(404)
  })

  test('an attempt keeps the version that it began with; a published one never changes', async () => {
    const made = await publishedTest({ grantsLevel: 1, resourceIds: [resource] })
    const [person] = (await people(1)) as [Person]
    const attempt = (await begin(person, made.id)).json()
    const harder = { ...TEST, questions: [QUESTIONS[1]], grantsLevel: 1, resourceIds: [resource] }
    const edited = await t.call(t.manager, 'PUT', `/tests/${made.id}`, harder, { 'if-match': `"${made.version}"` })
    expect(edited.json()).toMatchObject({ number: 2, isDraft: true, publishedNumber: 1 })
    expect((await t.call(person, 'GET', `/tests/${made.id}/cover`)).json()).toMatchObject({ questionCount: 2 })
    await t.call(t.manager, 'POST', `/tests/${made.id}/publish`, undefined, { 'if-match': `"${made.version + 1}"` })
    expect((await submit(person, attempt.id, [[0], [0, 2]])).json().result).toMatchObject({
      questionCount: 2,
      isPassed: true,
      grantedLevel: 1,
    })
    const passport = (await t.call(person, 'GET', '/passport')).json()
    expect(passport).toMatchObject({ items: [{ level: 1, ground: 'test', resourceId: resource }], tests: [{ testId: made.id }] })
  })

  test('a test does not lift a suspension', async () => {
    const made = await publishedTest({ grantsLevel: 1, resourceIds: [resource] })
    const [person] = (await people(1)) as [Person]
    const attempt = (await begin(person, made.id)).json()
    await t.call(person, 'POST', '/passport/shares', { providerId: t.provider })
    const [held] = (
      await t.call(t.manager, 'POST', '/qualifications', { personId: person.id, resourceIds: [resource], level: 1, reason: '考核' })
    ).json().items
    await t.call(t.manager, 'POST', `/qualifications/${held.id}/suspend`, { reason: '违规' }, { 'if-match': '"1"' })
    await submit(person, attempt.id, [[0], [0, 2]])
    expect((await t.call(person, 'GET', '/passport')).json().items).toMatchObject([{ state: 'suspended', ground: 'by_hand' }])
  })

  test('questions without a sound answer are named', async () => {
    const broken = {
      ...TEST,
      questions: [
        { ...QUESTIONS[0], correct: [0, 1] },
        { ...QUESTIONS[1], correct: [7] },
      ],
    }
    expect(codesOf(await t.call(t.manager, 'POST', '/tests', broken))).toEqual([
      'booking.question_without_answer',
      'booking.question_without_answer',
    ])
  })
})

describe('the passport', () => {
  const classOf = (id: string, code: string) => t.pool.query(`update catalog.resource set class_code = $2 where id = $1`, [id, code])
  const asking = {
    level: 1,
    afterHoursLevel: null,
    dayStartMinute: 480,
    dayEndMinute: 1080,
    isWeekendAfterHours: true,
    disuseDays: null,
    validityMonths: null,
    includesInside: false,
  }

  test('is read by a provider only while its person shares it, and rules grant at once', async () => {
    const elsewhere = await t.addOrganisation('provider')
    const theirs = await t.addPerson(elsewhere, 'provider', 'lab_manager')
    const own = await t.addInstrument(elsewhere)
    await classOf(resource, '0105')
    await classOf(own, '0105')
    await t.call(theirs, 'PUT', `/resources/${own}/qualification-rule`, asking, { 'if-match': '"0"' })
    const [person] = (await people(1)) as [Person]
    await t.call(person, 'POST', '/passport/shares', { providerId: t.provider })
    const [held] = (
      await t.call(t.manager, 'POST', '/qualifications', {
        personId: person.id,
        resourceIds: [resource],
        level: 2,
        reason: '考核',
        validUntil: '2027-06-30',
      })
    ).json().items
    const grantThere = (body: object) => t.call(theirs, 'POST', '/qualifications', { personId: person.id, resourceIds: [own], ...body })
    expect((await grantThere({ level: 1, recognisedId: held.id })).statusCode).toBe(404)
    expect((await t.call(theirs, 'GET', '/passports')).json().items).toEqual([])

    const share = (await t.call(person, 'POST', '/passport/shares', { providerId: elsewhere })).json()
    expect(share).toMatchObject({ recognised: 0 })
    expect((await t.call(theirs, 'GET', '/passports')).json().items).toMatchObject([
      { personId: person.id, items: [{ id: held.id, level: 2 }] },
    ])
    expect(codesOf(await grantThere({ level: 3, recognisedId: held.id }))).toEqual(['booking.recognised_too_low'])
    const rule = { fromProviderId: t.provider, classCode: '0105', maxLevel: 1 }
    expect((await t.call(theirs, 'POST', '/recognition-rules', rule)).json().items).toHaveLength(1)
    expect((await t.call(person, 'GET', '/passport')).json().items).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ providerId: elsewhere, level: 1, ground: 'recognition', validUntil: '2027-06-30T16:00:00.000Z' }),
      ]),
    )
    expect((await grantThere({ level: 2, recognisedId: held.id })).json().items).toMatchObject([{ level: 2, ground: 'recognition' }])

    expect((await t.call(person, 'DELETE', `/passport/shares/${share.id}`)).statusCode).toBe(204)
    expect((await t.call(theirs, 'GET', '/passports')).json().items).toEqual([])
    expect((await t.call(t.engineer, 'DELETE', `/passport/shares/${share.id}`)).statusCode).toBe(404)
  })
})
