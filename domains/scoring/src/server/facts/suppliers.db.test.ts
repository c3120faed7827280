import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type SignedUp, signUpAs } from '../../../../../apps/api/src/test-people.ts'
import { codeOfNumber } from '../imports/test-workbook.ts'
import { createScoringTest, type ScoringTest } from '../test-scoring.ts'

let t: ScoringTest
let body: SignedUp
let other: SignedUp
beforeAll(async () => {
  t = await createScoringTest()
  body = await signUpAs(t, { kind: 'government', roles: ['government:officer'] })
  other = await signUpAs(t, { kind: 'government', roles: ['government:officer'] })
  await t.addEnterprise(codeOfNumber(0))
})
afterAll(() => t.close())

const data = (method: 'GET' | 'POST' | 'PUT', at: string, payload?: object, headers = {}) =>
  t.as(t.people.data, method, at, payload, headers)
const add = (who: SignedUp, source: string, folder: string | null) =>
  data('POST', '/fact-suppliers', { organisationId: who.organisationId, source, folder, contact: '统计科', expectedDays: 30 })
const suppliers = async () => (await data('GET', '/fact-suppliers')).json()
const facts = (value: string) => [{ creditCode: codeOfNumber(0), period: '2025', factCode: 'rd_staff', value }]

describe('a supplier of facts', () => {
  it('is a verified government body, once for a source, with a folder of its own', async () => {
    expect((await add(body, 'statistics', 'bureau')).statusCode).toBe(204)
    expect((await add(body, 'statistics', 'bureau-2')).json().code).toBe('scoring.supplier_exists')
    expect((await add(other, 'tax', 'bureau')).json().code).toBe('scoring.folder_taken')
    expect((await add(other, 'tax', '../etc')).statusCode).toBe(400)
    expect((await add(t.people.enterprise, 'tax', null)).json().code).toBe('scoring.supplier_unknown')
    expect((await add(other, 'self_report', null)).statusCode).toBe(400)
    for (const who of [t.people.points, body])
      expect((await t.as(who, 'POST', '/fact-suppliers', { organisationId: body.organisationId, source: 'tax' })).statusCode).toBe(403)
    const { items, bodies, isFolderWatched } = await suppliers()
    expect(items).toMatchObject([
      {
        organisationId: body.organisationId,
        source: 'statistics',
        folder: 'bureau',
        authority: { facts: expect.any(Number), first: expect.any(Number) },
        keys: { live: 0, lastUsedAt: null },
        look: null,
        lastDelivery: null,
        isLate: false,
      },
    ])
    expect(bodies.map(({ id }: { id: string }) => id)).toEqual(expect.arrayContaining([body.organisationId, other.organisationId]))
    expect(isFolderWatched).toBe(false)
  })

  it('is edited by version: of five at once one wins', async () => {
    const path = `/fact-suppliers/${body.organisationId}/statistics`
    const content = { contact: '统计科 王', folder: 'bureau', expectedDays: 10 }
    expect((await data('PUT', path, content)).json().code).toBe('platform.if_match_missing')
    for (let version = 1; version <= 20; version += 1) {
      const replies = await Promise.all(Array.from({ length: 5 }, () => data('PUT', path, content, { 'if-match': `"${version}"` })))
      expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([204, 412, 412, 412, 412])
    }
    const nobody = `/fact-suppliers/${other.organisationId}/statistics`
    expect((await data('PUT', nobody, content, { 'if-match': '"1"' })).json().code).toBe('scoring.supplier_missing')
  })

  it('is late when nothing was written for longer than agreed, and is not once it has pushed', async () => {
    await sql`update scoring.fact_supplier set added_at = added_at - interval '40 days'`.execute(t.db)
    expect((await suppliers()).items).toMatchObject([{ isLate: true }])
    const answer = (await t.as(body, 'POST', '/facts', { source: 'statistics', facts: facts('12') })).json()
    expect((await suppliers()).items).toMatchObject([{ isLate: false, lastDelivery: { importId: answer.importId, door: 'push' } }])
  })

  it('pushes once under one key: of ten at once one counts and all hear the same', async () => {
    for (let round = 0; round < 10; round += 1) {
      const payload = { source: 'statistics', facts: facts(String(100 + round)) }
      const send = () => t.as(body, 'POST', '/facts', payload, { 'idempotency-key': `push-${round}` })
      const replies = await Promise.all(Array.from({ length: 10 }, send))
      const heard = replies.filter(({ statusCode }) => statusCode === 200)
      expect(new Set(heard.map((reply) => reply.body)).size).toBe(1)
      expect(replies.every(({ statusCode }) => statusCode === 200 || statusCode === 409)).toBe(true)
      expect((await send()).body).toBe(heard[0]?.body)
      const other = await t.as(body, 'POST', '/facts', { ...payload, facts: facts('1') }, { 'idempotency-key': `push-${round}` })
      expect(other.json().code).toBe('platform.idempotency_key_reused')
    }
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from scoring.fact_import where door = 'push'`.execute(t.db)
    expect(rows[0]?.count).toBe(11)
  })

  it('hears of every fault of what it pushes, and of bad bodies before anything is looked at', async () => {
    const push = (payload: object) => t.as(body, 'POST', '/facts', payload)
    const faulty = [
      { creditCode: 'X', period: '2025', factCode: 'rd_staff', value: '1' },
      { creditCode: codeOfNumber(0), period: '2031', factCode: 'rd_staff', value: '1' },
      { creditCode: codeOfNumber(0), period: '2025', factCode: 'happiness', value: '1' },
      { creditCode: codeOfNumber(0), period: '2024', factCode: 'rd_staff', value: '#DIV/0!' },
    ]
    const answer = (await push({ source: 'statistics', facts: faulty })).json()
    expect(answer).toMatchObject({ recorded: 0, replaced: 0, questions: [] })
    expect(answer.refused.map(({ index, field, code }: Record<string, unknown>) => [index, field, code])).toEqual([
      [0, 'creditCode', 'scoring.mistake_credit_code_form'],
      [1, 'period', 'scoring.mistake_period_open'],
      [2, 'factCode', 'scoring.mistake_fact_unknown'],
      [3, 'value', 'scoring.mistake_error_cell'],
    ])
    for (const bad of [{}, { source: 'statistics', facts: [] }, { source: 'nobody', facts: faulty }, { source: 'statistics', facts: [{}] }])
      expect((await push(bad)).statusCode).toBe(400)
    const many = Array.from({ length: 5001 }, () => facts('1')[0])
    expect((await push({ source: 'statistics', facts: many })).statusCode).toBe(400)
  })

  it('pushes with an API key that has the scope, for its own source, until the key is revoked', async () => {
    const inPeople = (method: 'POST' | 'DELETE', path: string, payload?: object) =>
      t.inject({ method, url: `/api/v1/people/me/api-keys${path}`, cookie: body.cookie, ...(payload && { payload }) })
    const makeKey = async (scope: string): Promise<{ id: string; secret: string }> =>
      (await inPeople('POST', '', { name: '统计系统', scopes: [scope], expiresInDays: 30 })).json()
    const push = ({ secret }: { secret: string }, source: string, value: string) =>
      t.inject({
        method: 'POST',
        url: '/api/v1/scoring/facts',
        headers: { authorization: `Bearer ${secret}` },
        payload: { source, facts: facts(value) },
      })
    const standing = async () => {
      const { rows } = await sql`
        select f.value::text, f.recorded_by, i.door, i.organisation_id from scoring.fact f
        join scoring.fact_import i on i.id = f.batch_id where f.source = 'statistics' and f.state = 'current'`.execute(t.db)
      return rows
    }
    const [key, other] = [await makeKey('scoring.fact.push'), await makeKey('people.organisation.read')]
    expect((await push(key, 'statistics', '31')).json()).toMatchObject({ recorded: 0, replaced: 1, refused: [] })
    const stated = [{ value: '31', recorded_by: body.userId, door: 'push', organisation_id: body.organisationId }]
    expect(await standing()).toEqual(stated)
    expect((await suppliers()).items).toMatchObject([{ keys: { live: 1, lastUsedAt: expect.any(String) } }])

    expect((await push(other, 'statistics', '32')).json()).toMatchObject({ status: 403, code: 'people.api_key_scope_missing' })
    expect((await push(key, 'tax', '33')).json().code).toBe('scoring.source_not_yours')
    expect((await inPeople('DELETE', `/${key.id}`)).statusCode).toBe(204)
    expect((await push(key, 'statistics', '34')).json().code).toBe('people.not_signed_in')
    expect(await standing()).toEqual(stated)
    expect((await suppliers()).items).toMatchObject([{ keys: { live: 0 } }])
  })

  it('is removed once; what it stated stays, and its door is shut', async () => {
    const remove = () => data('POST', '/fact-suppliers/remove', { organisationId: body.organisationId, source: 'statistics' })
    const replies = await Promise.all([remove(), remove(), remove()])
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([204, 404, 404])
    expect((await t.as(body, 'POST', '/facts', { source: 'statistics', facts: facts('5') })).json().code).toBe('scoring.source_not_yours')
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from scoring.fact where source = 'statistics' and state = 'current'`.execute(t.db)
    expect(rows[0]?.count).toBe(1)
  })
})
