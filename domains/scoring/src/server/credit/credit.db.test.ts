import { newId } from '@jiju/kernel/ids'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type SignedUp, signUpAs } from '../../../../../apps/api/src/test-people.ts'
import { publishFinal } from '../test-publication.ts'
import { createScoringTest, creditCode, type ScoringTest } from '../test-scoring.ts'

const ROUNDS = 50

let t: ScoringTest
let bank: SignedUp
let other: SignedUp
let enterpriseId: string
let silentId: string
let organisationCode: string

beforeAll(async () => {
  t = await createScoringTest()
  bank = await signUpAs(t, { kind: 'bank', roles: ['bank:officer'] })
  other = await signUpAs(t, { kind: 'bank', roles: ['bank:officer'] })
  const { rows } = await sql<{
    uscc: string
  }>`select uscc from people.organisation where id = ${t.people.enterprise.organisationId}`.execute(t.db)
  organisationCode = rows[0]?.uscc ?? ''
  enterpriseId = await t.addEnterprise(organisationCode, '授权医疗')
  silentId = await t.addEnterprise(creditCode(1), '未授权医疗')
  for (const [id, rd, patents] of [
    [enterpriseId, '300', '6'],
    [silentId, '100', '2'],
    [await t.addEnterprise(creditCode(2)), '50', '0'],
  ] as const) {
    await t.addFact(id, 'rd_expense', rd)
    await t.addFact(id, 'revenue', '1000')
    await t.addFact(id, 'invention_applications', patents)
  }
})
afterAll(() => t.close())

const consent = async (facts: readonly string[], reader = bank): Promise<string> => {
  const answer = await t.inject({
    method: 'POST',
    url: '/api/v1/people/consents',
    cookie: t.people.enterprise.cookie,
    payload: { readerOrganisationId: reader.organisationId, facts, purpose: '担保贷款授信', validUntil: '2027-06-01T00:00:00.000Z' },
  })
  expect(answer.statusCode).toBe(201)
  return answer.json().id
}
const revoke = (id: string) => t.inject({ method: 'POST', url: `/api/v1/people/consents/${id}/revoke`, cookie: t.people.enterprise.cookie })
const read = (id = enterpriseId, as = bank) => t.as(as, 'GET', `/credit/enterprises/${id}`)
/** What was logged of the bank and not asked for before, by the set of facts. */
const known = new Set<string>()
const newlyLogged = async (): Promise<{ facts: string; consent_id: string }[]> => {
  const { rows } = await sql<{ id: string; facts: string; consent_id: string }>`
    select id, facts, consent_id from people.fact_read where reader_organisation_id = ${bank.organisationId} order by facts, id`.execute(
    t.db,
  )
  const fresh = rows.filter(({ id }) => !known.has(id))
  for (const { id } of fresh) known.add(id)
  return fresh.map(({ facts, consent_id }) => ({ facts, consent_id }))
}

describe('innovation points for banks', () => {
  beforeEach(async () => {
    await newlyLogged()
  })

  test('nothing is final: consent alone opens nothing, and nothing is logged', async () => {
    const id = await consent(['innovation_points'])
    expect((await read()).json().code).toBe('scoring.no_final_run')
    expect(await newlyLogged()).toEqual([])
    await revoke(id)
    await publishFinal(t)
  })

  test('without consent an enterprise answers as an unknown one does', async () => {
    const [silent, unknown] = [await read(silentId), await read(newId())]
    expect(silent.statusCode).toBe(404)
    expect(silent.json().code).toBe('scoring.points_not_open')
    expect({ ...unknown.json(), requestId: null, instance: null }).toEqual({ ...silent.json(), requestId: null, instance: null })
    expect((await t.as(bank, 'GET', '/credit/enterprises')).json().items).toEqual([])
  })

  test('a consent to the score opens score and grade, not what is behind them; each read is logged and shown to the owner', async () => {
    const id = await consent(['innovation_points'])
    const list = (await t.as(bank, 'GET', '/credit/enterprises')).json()
    expect(list.items).toMatchObject([{ enterpriseId, name: '授权医疗', items: [], purposes: ['担保贷款授信'] }])
    expect(JSON.stringify(list)).not.toMatch(/score/)
    expect(await newlyLogged()).toEqual([])

    const points = (await read()).json()
    expect(points).toMatchObject({
      score: '100.0',
      grade: { code: 'a', certainty: 'to_confirm' },
      whiteLists: [{ code: 'guarantee', threshold: 65 }],
      run: { period: '2025', modelCode: 'test', modelVersion: '1', modelName: { zh: '试验模型', en: 'Test model' }, asOf: '2025-12-31' },
      position: null,
      dimensions: null,
      indicators: null,
    })
    expect(await newlyLogged()).toEqual([{ facts: 'innovation_points', consent_id: id }])
    const shown = await t.inject({ method: 'GET', url: '/api/v1/people/fact-reads', cookie: t.people.enterprise.cookie })
    expect(shown.json().items[0]).toMatchObject({ facts: 'innovation_points', purpose: '担保贷款授信', basis: 'consent' })
    await revoke(id)
    expect((await read()).json().code).toBe('scoring.points_not_open')
    expect(await newlyLogged()).toEqual([])
  })

  test('items of different consents open together, each logged with the consent that opened it', async () => {
    const score = await consent(['innovation_points'])
    const more = await consent(['points_dimensions', 'points_position'])
    const points = (await read()).json()
    expect(
      points.dimensions.map(({ points: own }: { points: string }) => Number(own)).reduce((a: number, b: number) => a + b, 0),
    ).toBeCloseTo(Number(points.score) - Number(points.adjustmentPoints), 9)
    expect(points.position).toEqual({ stage: { zh: '初创期', en: 'Start-up' }, rank: 1, count: 3 })
    expect(points.indicators).toBeNull()
    expect(await newlyLogged()).toEqual([
      { facts: 'innovation_points', consent_id: score },
      { facts: 'points_dimensions', consent_id: more },
      { facts: 'points_position', consent_id: more },
    ])
    await revoke(more)
    expect((await read()).json()).toMatchObject({ dimensions: null, position: null })
    await revoke(score)
  })

  test('a consent to items alone opens nothing; a consent to another bank neither', async () => {
    const items = await consent(['points_dimensions'])
    const foreign = await consent(['innovation_points'], other)
    expect((await read()).statusCode).toBe(404)
    expect((await read(enterpriseId, other)).statusCode).toBe(200)
    await revoke(items)
    await revoke(foreign)
  })

  test('a white list reads and logs everybody it judges', async () => {
    const id = await consent(['innovation_points'])
    const list = (await t.as(bank, 'GET', '/credit/white-lists/guarantee')).json()
    expect(list).toMatchObject({ judgedCount: 1, isCut: false, items: [{ enterprise: { enterpriseId }, score: '100.0' }] })
    expect(await newlyLogged()).toEqual([{ facts: 'innovation_points', consent_id: id }])
    expect((await t.as(bank, 'GET', '/credit/white-lists/gold')).json().code).toBe('scoring.white_list_missing')
    await revoke(id)
  })

  test('an enterprise that refused to be scored is not to be read, whatever it opened', async () => {
    const id = await consent(['innovation_points'])
    await sql`update scoring.enterprise set is_opted_out = true where id = ${enterpriseId}`.execute(t.db)
    expect((await read()).statusCode).toBe(404)
    await sql`update scoring.enterprise set is_opted_out = false where id = ${enterpriseId}`.execute(t.db)
    await revoke(id)
  })

  test('a revocation waits for the read that found the consent live, and the next read is refused', async () => {
    const id = await consent(['innovation_points'])
    let isRevoked = false
    let revocation: Promise<unknown> | undefined
    await t.db.transaction().execute(async (tx) => {
      await sql`select 1 from people.consent where id = ${id} for share`.execute(tx)
      revocation = revoke(id).then(() => {
        isRevoked = true
      })
      await new Promise((resolve) => setTimeout(resolve, 150))
      expect(isRevoked).toBe(false)
    })
    await revocation
    expect(isRevoked).toBe(true)
    expect((await read()).statusCode).toBe(404)
  })

  test('consent withdrawn while the bank reads: a read has its log under a live consent, or there is no read', async () => {
    const outcomes = { read: 0, refused: 0 }
    for (let round = 0; round < ROUNDS; round += 1) {
      const id = await consent(['innovation_points', 'points_dimensions'])
      const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
      const [points, revoked] = await Promise.all([pause(round % 3).then(() => read()), pause((round % 5) * 2).then(() => revoke(id))])
      expect(revoked.statusCode).toBe(200)
      const fresh = await newlyLogged()
      if (points.statusCode === 200) {
        outcomes.read += 1
        expect(points.json().score).toBe('100.0')
        const items = points.json().dimensions === null ? [] : ['points_dimensions']
        expect(fresh).toEqual(['innovation_points', ...items].map((facts) => ({ facts, consent_id: id })))
      } else {
        outcomes.refused += 1
        expect(['scoring.points_not_open', 'people.facts_not_open']).toContain(points.json().code)
        expect(fresh).toEqual([])
      }
      expect((await read()).statusCode).toBe(404)
      expect(await newlyLogged()).toEqual([])
    }
    expect(outcomes.read).toBeGreaterThan(0)
    expect(outcomes.refused).toBeGreaterThan(0)
  })
})
