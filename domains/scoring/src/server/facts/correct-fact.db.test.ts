import { newId } from '@jiju/kernel/ids'
import { Refusal } from '@jiju/kernel/problem'
import type { Command } from '@jiju/platform/http/command'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createScoringTest, creditCode, NOW, type ScoringTest } from '../test-scoring.ts'
import { correctFact } from './correct-fact.ts'

let t: ScoringTest
beforeAll(async () => {
  t = await createScoringTest()
})
afterAll(() => t.close())

const command: Command = { actor: null, now: NOW, requestId: 'test', audit: async () => {}, publish: async () => {} }
const correct = (enterpriseId: string, replaces: string | null, value: string) =>
  t.db.transaction().execute((tx) =>
    correctFact(tx as never, command, {
      enterpriseId,
      factCode: 'revenue',
      period: '2025',
      source: 'statistics',
      replaces,
      value,
      reason: '企业提出异议，经核实更正',
      confidence: 'proved',
      personId: t.people.data.userId,
    }),
  )
const history = async (enterpriseId: string) =>
  (
    await sql<{ id: string; value: string; state: string; replaced_by: string | null }>`
      select id, value::text, state, replaced_by from scoring.fact where enterprise_id = ${enterpriseId} order by received_at, id`.execute(
      t.db,
    )
  ).rows

describe('a correction', () => {
  it('keeps the old value and says what replaced it', async () => {
    const enterpriseId = await t.addEnterprise(creditCode(100))
    const old = await t.addFact(enterpriseId, 'revenue', '1000')
    const id = await correct(enterpriseId, old, '1200.5')
    expect(await history(enterpriseId)).toEqual([
      { id: old, value: '1000', state: 'replaced', replaced_by: id },
      { id, value: '1200.5', state: 'current', replaced_by: null },
    ])
  })

  it('states what the source had not stated, and refuses when it has meanwhile', async () => {
    const enterpriseId = await t.addEnterprise(creditCode(101))
    await correct(enterpriseId, null, '7')
    await expect(correct(enterpriseId, null, '8')).rejects.toMatchObject({ problems: [{ code: 'scoring.fact_changed_meanwhile' }] })
  })

  it('of ten at once lets one through', async () => {
    for (let round = 0; round < 25; round += 1) {
      const enterpriseId = await t.addEnterprise(`91310112MA2R${String(round).padStart(6, '0')}`)
      const old = await t.addFact(enterpriseId, 'revenue', '1000')
      const outcomes = await Promise.allSettled(Array.from({ length: 10 }, (_, place) => correct(enterpriseId, old, String(2000 + place))))
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      for (const outcome of outcomes) if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(Refusal)
      expect((await history(enterpriseId)).map(({ state }) => state).sort()).toEqual(['current', 'replaced'])
    }
  })

  it('does not touch the statement of another key', async () => {
    const one = await t.addEnterprise(creditCode(102))
    const other = await t.addEnterprise(creditCode(103))
    const foreign = await t.addFact(other, 'revenue', '1')
    await expect(correct(one, foreign, '2')).rejects.toBeInstanceOf(Refusal)
    await expect(correct(one, newId(), '2')).rejects.toBeInstanceOf(Refusal)
  })
})
