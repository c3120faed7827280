import { newId } from '@jiju/kernel/ids'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeOfNumber } from '../imports/test-workbook.ts'
import { createScoringTest, NOW, type ScoringTest } from '../test-scoring.ts'

let t: ScoringTest
const ids: string[] = []
beforeAll(async () => {
  t = await createScoringTest()
  for (let number = 0; number < 20; number += 1) ids.push(await t.addEnterprise(codeOfNumber(number)))
})
afterAll(() => t.close())

const TODAY = NOW.toISOString().slice(0, 10)
const data = (method: 'GET' | 'POST' | 'PUT', path: string, body?: object, headers = {}) => t.as(t.people.data, method, path, body, headers)
const limits = (rest: object = {}) => ({
  low: 0,
  high: 5000,
  factor: 1.6,
  leastKnownRatio: 0.5,
  validFrom: TODAY,
  reason: '按本区年报口径收紧',
  replaces: null,
  ...rest,
})
const push = async (number: number, factCode: string, value: string) => {
  const facts = [{ creditCode: codeOfNumber(number), factCode, period: '2025', value }]
  return (await data('POST', '/facts', { source: 'statistics', facts })).json()
}
const codes = (answer: { questions: { code: string }[]; refused: { code: string }[] }) =>
  [...answer.refused, ...answer.questions].map(({ code }) => code)

describe('what is plausible', () => {
  it('is asked by the rule of the day at every door, and the rule that stood is kept', async () => {
    await t.addFact(ids[0] as string, 'rd_staff', '100', '2024')
    expect(codes(await push(0, 'rd_staff', '170'))).toEqual([])

    expect((await data('POST', '/fact-definitions/rd_staff/limits', limits())).statusCode).toBe(201)
    await t.addFact(ids[1] as string, 'rd_staff', '100', '2024')
    expect(codes(await push(1, 'rd_staff', '170'))).toEqual(['scoring.question_jump'])

    const correction = { factCode: 'rd_staff', period: '2025', source: 'statistics', replaces: null, value: '6000', reason: '核对花名册' }
    const path = `/enterprises/${ids[1]}/corrections`
    const doubted = await data('POST', path, correction)
    expect([doubted.statusCode, doubted.json().code]).toEqual([422, 'scoring.question_range'])
    expect((await data('POST', path, { ...correction, isConfirmed: true })).statusCode).toBe(201)
    const wrongSource = { ...correction, source: 'patents', value: '100', isConfirmed: true }
    const refused = await data('POST', path, wrongSource)
    expect([refused.statusCode, refused.json().code]).toEqual([400, 'scoring.mistake_source_not_competent'])
    expect(refused.json().problems[0].message).toContain('知识产权')

    const { limits: rules } = (await data('GET', '/fact-definitions/rd_staff')).json()
    expect(rules).toMatchObject([
      { state: 'in_force', validFrom: TODAY, factor: 1.6, setBy: expect.any(String), reason: '按本区年报口径收紧' },
      { state: 'past', factor: 10, setBy: null },
    ])
    const { items } = (await data('GET', '/fact-coverage?period=2025')).json()
    expect(items.find(({ factCode }: { factCode: string }) => factCode === 'rd_staff').leastKnownRatio).toBe(0.5)
  })

  it('is planned for a later day, replaced by name only, and never set for the past', async () => {
    const set = (rest: object) => data('POST', '/fact-definitions/graduate_staff/limits', limits(rest))
    expect((await set({ validFrom: '2025-01-01' })).json().code).toBe('scoring.rule_in_past')
    expect((await set({ low: 9, high: 1 })).json().code).toBe('scoring.limits_crossed')
    const planned = (await set({ validFrom: '2027-06-01' })).json().id
    expect((await set({ validFrom: '2027-06-01' })).json().code).toBe('scoring.rule_changed_meanwhile')
    expect((await set({ validFrom: '2027-06-01', replaces: newId() })).statusCode).toBe(409)
    expect((await set({ validFrom: '2027-06-01', replaces: planned, factor: 3 })).statusCode).toBe(201)
    const { limits: rules } = (await data('GET', '/fact-definitions/graduate_staff')).json()
    expect(rules.map(({ state, factor }: { state: string; factor: number }) => [state, factor])).toEqual([
      ['planned', 3],
      ['replaced', 1.6],
      ['in_force', 10],
    ])
    expect((await data('POST', '/fact-definitions/nothing_known/limits', limits())).statusCode).toBe(404)
  })

  it('of ten rules set at once for a day stands one', async () => {
    for (let round = 0; round < 20; round += 1) {
      const validFrom = `2028-01-${String(round + 1).padStart(2, '0')}`
      const replies = await Promise.all(
        Array.from({ length: 10 }, () => data('POST', '/fact-definitions/tax_paid/limits', limits({ validFrom }))),
      )
      expect(replies.filter(({ statusCode }) => statusCode === 201)).toHaveLength(1)
    }
  })

  it('of a part and its whole can be set, made a refusal, and ended', async () => {
    const relation = { part: 'shared_instrument_hours', whole: 'rd_staff', severity: 'refusal', certainty: 'to_confirm', reason: '试行' }
    const set = (rest: object) => data('POST', '/fact-relations', { ...relation, validFrom: TODAY, factor: 2, replaces: null, ...rest })
    await t.addFact(ids[5] as string, 'rd_staff', '10')
    expect(codes(await push(5, 'shared_instrument_hours', '30'))).toEqual([])
    const { id } = (await set({})).json()
    await t.addFact(ids[6] as string, 'rd_staff', '10')
    expect(codes(await push(6, 'shared_instrument_hours', '30'))).toEqual(['scoring.question_part_above_whole'])
    expect((await set({ whole: 'shared_instrument_hours' })).json().code).toBe('scoring.part_is_whole')
    expect((await set({ factor: null, replaces: id })).statusCode).toBe(201)
    await t.addFact(ids[7] as string, 'rd_staff', '10')
    expect(codes(await push(7, 'shared_instrument_hours', '30'))).toEqual([])
    const { relations } = (await data('GET', '/fact-definitions/shared_instrument_hours')).json()
    expect(relations.map(({ state, factor }: { state: string; factor: number | null }) => [state, factor])).toEqual([
      ['in_force', null],
      ['replaced', 2],
    ])
  })

  it('is set by data officers only', async () => {
    expect((await t.as(t.people.enterprise, 'POST', '/fact-definitions/rd_staff/limits', limits())).statusCode).toBe(403)
  })
})

describe('negative events of the district', () => {
  it('are found by kind, state, expiry and enterprise, page by page', async () => {
    await t.addModel()
    for (let number = 0; number < 12; number += 1) {
      const event = {
        code: number % 2 === 0 ? 'administrative_penalty' : 'tax_arrears',
        occurredOn: `2025-0${1 + (number % 9)}-01`,
        repairedOn: null,
        source: 'court',
        document: `沪罚〔2025〕${number} 号`,
      }
      expect((await data('POST', `/enterprises/${ids[number]}/events`, event)).statusCode).toBe(201)
    }
    const list = async (query: string) => (await data('GET', `/events?${query}`)).json()
    const first = await list('limit=7')
    const second = await list(`limit=7&cursor=${first.nextCursor}`)
    const all = [...first.items, ...second.items]
    expect(all).toHaveLength(12)
    expect(new Set(all.map(({ id }) => id)).size).toBe(12)
    expect(all.map(({ occurredOn }) => occurredOn)).toEqual(
      all
        .map(({ occurredOn }) => occurredOn)
        .sort()
        .reverse(),
    )

    expect((await list('code=tax_arrears')).items).toHaveLength(6)
    const [repaired, ended] = (await list('code=tax_arrears')).items
    await data('POST', `/events/${repaired.id}/repair`, { repairedOn: '2025-12-01', reason: '已缴清' })
    await data('POST', `/events/${ended.id}/end`, { reason: '登记有误' })
    const states = async (state: string) => (await list(`code=tax_arrears&state=${state}`)).items.length
    expect([await states('open'), await states('repaired'), await states('ended'), await states('replaced'), await states('all')]).toEqual([
      4, 1, 1, 1, 7,
    ])
    expect((await list(`words=${codeOfNumber(3)}`)).items).toHaveLength(1)
    expect((await list(`words=${encodeURIComponent('〔2025〕11')}`)).items).toHaveLength(1)
    expect((await list('words=100%25')).items).toHaveLength(0)
    const later = { code: 'tax_arrears', occurredOn: '2027-01-01', repairedOn: null, source: 'tax', document: '未来' }
    expect((await data('POST', `/enterprises/${ids[0]}/events`, later)).json().code).toBe('scoring.event_later')
    const { items: kinds } = (await data('GET', '/event-kinds')).json()
    expect(kinds.find(({ code }: { code: string }) => code === 'tax_arrears')).toMatchObject({ open: 4, repaired: 1, expired: 0 })
  })
})

describe('sources that differ', () => {
  it('are listed by how far, without what is smaller than asked', async () => {
    for (const [number, other] of ['101', '150', '100.4'].entries()) {
      await t.addFact(ids[10 + number] as string, 'new_staff', '100', '2025', 'statistics')
      await t.addFact(ids[10 + number] as string, 'new_staff', other, '2025', 'self_report')
    }
    const list = async (query: string) => (await data('GET', `/fact-conflicts?factCode=new_staff&${query}`)).json()
    const all = await list('limit=2')
    const rest = await list(`limit=2&cursor=${all.nextCursor}`)
    const percents = [...all.items, ...rest.items].map(({ differencePercent }: { differencePercent: number }) => differencePercent)
    expect([all.total, ...percents]).toEqual([3, 33.3, 1, 0.4])
    expect((await list('leastPercent=20')).items).toHaveLength(1)
  })
})
