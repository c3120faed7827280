import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeOfNumber } from '../imports/test-workbook.ts'
import { takeSnapshot } from '../runs/take-snapshot.ts'
import { createScoringTest, NOW, type ScoringTest, TEST_MODEL } from '../test-scoring.ts'

let t: ScoringTest
const ids: string[] = []
beforeAll(async () => {
  t = await createScoringTest()
  for (let number = 0; number < 60; number += 1) ids.push(await t.addEnterprise(codeOfNumber(number)))
})
afterAll(() => t.close())

const data = (method: 'GET' | 'POST' | 'PUT', path: string, body?: object, headers = {}) => t.as(t.people.data, method, path, body, headers)
const pushed = (number: number, factCode: string, value: string, period = '2025') => ({
  creditCode: codeOfNumber(number),
  factCode,
  period,
  value,
})

describe('facts that are pushed', () => {
  it('are taken one by one: good ones count, wrong ones are named, implausible ones wait; a repeat answers the same', async () => {
    await t.addFact(ids[0] as string, 'revenue', '1000', '2024')
    const body = {
      source: 'statistics',
      facts: [
        pushed(0, 'revenue', '12000000'),
        pushed(1, 'rd_staff', '12'),
        pushed(2, 'rd_staff', '约十二'),
        pushed(99, 'rd_staff', '1'),
        pushed(3, 'rd_staff', '1', '2025-Q3'),
      ],
    }
    const first = await data('POST', '/facts', body, { 'idempotency-key': 'push-1' })
    expect(first.statusCode).toBe(200)
    const answer = first.json()
    expect(answer).toMatchObject({ recorded: 1, replaced: 0, unchanged: 0 })
    expect(answer.refused.map(({ index, code }: { index: number; code: string }) => [index, code])).toEqual([
      [2, 'scoring.mistake_not_a_number'],
      [3, 'scoring.mistake_enterprise_unknown'],
      [4, 'scoring.mistake_period_form'],
    ])
    expect(answer.questions).toMatchObject([{ index: 0, code: 'scoring.question_unit_before' }])
    expect((await data('POST', '/facts', body, { 'idempotency-key': 'push-1' })).json()).toEqual(answer)

    const accepted = await data('POST', `/fact-imports/${answer.importId}/accept`, { positions: null, reason: '年报口径变化，已核实' })
    expect(accepted.json()).toMatchObject({ questionCount: 0, rowsGood: 1, rowsAsked: 0 })
    expect((await data('POST', `/fact-imports/${answer.importId}/apply`, { mode: 'good_rows' })).statusCode).toBe(202)
    await t.settle()
    const facts = (await data('GET', `/enterprises/${ids[0]}`)).json().facts
    expect(facts.find((fact: { period: string }) => fact.period === '2025')).toMatchObject({
      value: '12000000',
      reason: '年报口径变化，已核实',
      isUsed: true,
    })
  })

  it('are refused from a source that is not theirs', async () => {
    expect((await t.as(t.people.enterprise, 'POST', '/facts', { source: 'tax', facts: [pushed(1, 'revenue', '1')] })).statusCode).toBe(403)
    const { refused } = (await data('POST', '/facts', { source: 'patents', facts: [pushed(1, 'revenue', '1')] })).json()
    expect(refused).toMatchObject([{ code: 'scoring.mistake_source_not_competent' }])
  })
})

describe('sources that differ', () => {
  it('are decided by authority until an officer chooses; of ten choices at once one stands', async () => {
    const id = ids[10] as string
    await t.addFact(id, 'rd_staff', '40', '2025', 'statistics')
    await t.addFact(id, 'rd_staff', '55', '2025', 'self_report')
    const { items } = (await data('GET', '/fact-conflicts?factCode=rd_staff')).json()
    expect(items[0].statements.map(({ source }: { source: string }) => source)).toEqual(['statistics', 'self_report'])
    const choose = (replaces: string | null, source: string) =>
      data('POST', `/enterprises/${id}/choices`, { factCode: 'rd_staff', period: '2025', source, reason: '已核对花名册', replaces })
    let standing: string | null = null
    for (let round = 0; round < 20; round += 1) {
      const replaces: string | null = standing
      const replies = await Promise.all(Array.from({ length: 5 }, () => choose(replaces, round % 2 === 0 ? 'self_report' : 'statistics')))
      expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([204, 409, 409, 409, 409])
      standing = (await data('GET', `/enterprises/${id}`)).json().conflicts[0].choice.id
    }
    expect((await choose(standing, 'tax')).json().code).toBe('scoring.conflict_missing')
  })
})

describe('facts of tax', () => {
  const known = async (id: string) => {
    const [{ credit_code }] = (
      await sql<{ credit_code: string }>`select credit_code from scoring.enterprise where id = ${id}`.execute(t.db)
    ).rows as [{ credit_code: string }]
    const table = await takeSnapshot(t.db as never, { model: TEST_MODEL, period: '2025', asOf: '2025-12-31', at: NOW })
    const value = table.columns.get('rd_expense')?.[table.ids.indexOf(credit_code)]
    return value !== undefined && !Number.isNaN(value)
  }

  it('are taken into a run with consent on paper only, and no longer once it is revoked', async () => {
    const id = ids[20] as string
    await t.addFact(id, 'rd_expense', '300', '2025', 'tax')
    expect(await known(id)).toBe(false)
    const consent = { document: '授权书 2026-1', validFrom: '2026-01-01', validUntil: '2026-12-31' }
    expect((await data('POST', `/enterprises/${id}/consents`, consent)).statusCode).toBe(204)
    expect((await data('POST', `/enterprises/${id}/consents`, consent)).json().code).toBe('scoring.consent_exists')
    expect(await known(id)).toBe(true)
    const read = (await data('GET', `/enterprises/${id}`)).json()
    expect(read.isConsenting).toBe(true)
    expect((await data('POST', `/paper-consents/${read.consents[0].id}/revoke`, { reason: '企业来函撤回' })).statusCode).toBe(204)
    expect(await known(id)).toBe(false)
    expect((await data('GET', `/enterprises/${id}`)).json().facts[0].lacksConsent).toBe(true)
  })

  it('are taken with the consent that a registered enterprise gave here', async () => {
    const { organisationId, userId } = t.people.enterprise
    const { rows } = await sql<{ uscc: string }>`select uscc from people_pub.organisation where id = ${organisationId}`.execute(t.db)
    const id = await t.addEnterprise(rows[0]?.uscc ?? '')
    await t.addFact(id, 'rd_expense', '300', '2025', 'tax')
    expect(await known(id)).toBe(false)
    await sql`insert into people.consent (id, owner_organisation_id, reader_organisation_id, facts, purpose, valid_until, granted_by, granted_at)
      values (gen_random_uuid(), ${organisationId}, ${t.people.data.organisationId}, '{tax_data}', '创新积分评分', '2027-01-01', ${userId}, '2026-01-01')`.execute(
      t.db,
    )
    expect(await known(id)).toBe(true)
    await sql`update people.consent set revoked_at = ${NOW}, revoked_by = ${userId} where owner_organisation_id = ${organisationId}`.execute(
      t.db,
    )
    expect(await known(id)).toBe(false)
  })
})

describe('the register', () => {
  it('takes credit codes by GB 32100 once, and edits by version', async () => {
    const content = { name: '临港试验有限公司', shortName: null, foundedOn: '2020-02-02', industry: null, park: null, district: null }
    expect((await data('POST', '/enterprises', { ...content, creditCode: '91310112MA1T000001' })).json().code).toBe(
      'scoring.credit_code_wrong',
    )
    const made = await data('POST', '/enterprises', { ...content, creditCode: codeOfNumber(5000) })
    expect(made.statusCode).toBe(201)
    expect((await data('POST', '/enterprises', { ...content, creditCode: codeOfNumber(5000) })).json().code).toBe(
      'scoring.enterprise_exists',
    )
    const edit = () => data('PUT', `/enterprises/${made.json().id}`, { ...content, isOptedOut: true }, { 'if-match': '"1"' })
    expect((await edit()).json()).toMatchObject({ isOptedOut: true, version: 2 })
    expect((await edit()).statusCode).toBe(412)
  })
})

describe('a negative event', () => {
  it('is recorded once, repaired by another record, and taken back with a reason', async () => {
    const event = {
      code: 'administrative_penalty',
      occurredOn: '2025-03-01',
      repairedOn: null,
      source: 'court',
      document: '沪罚〔2025〕1 号',
    }
    const path = `/enterprises/${ids[30]}/events`
    const { id } = (await data('POST', path, event)).json()
    expect((await data('POST', path, event)).json().code).toBe('scoring.event_exists')
    const repair = { repairedOn: '2025-09-01', reason: '已整改并通过复查' }
    const repaired = await Promise.all([1, 2, 3].map(() => data('POST', `/events/${id}/repair`, repair)))
    expect(repaired.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409, 409])
    const events = (await data('GET', `/enterprises/${ids[30]}`)).json().events
    expect(events.filter(({ endedAt }: { endedAt: string | null }) => endedAt === null)).toMatchObject([{ repairedOn: '2025-09-01' }])
  })
})

describe('coverage', () => {
  it('counts what a run could use and names who lacks it', async () => {
    const coverage = (await data('GET', '/fact-coverage?period=2025')).json()
    const staff = coverage.items.find(({ factCode }: { factCode: string }) => factCode === 'rd_staff')
    expect(staff).toMatchObject({ known: 2, isStale: false })
    const { items } = (await data('GET', '/fact-coverage/rd_staff/missing?period=2025&limit=200')).json()
    expect(items).toHaveLength(coverage.enterprises - staff.known)
  })
})
