import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { enqueue } from '@jiju/platform/jobs/jobs'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signUpAs } from '../../../../../apps/api/src/test-people.ts'
import { codeOfNumber } from '../imports/test-workbook.ts'
import { takeSnapshot } from '../runs/take-snapshot.ts'
import { listStatedFacts } from '../sql/standing.ts'
import { createScoringTest, NOW, type ScoringTest, TEST_MODEL } from '../test-scoring.ts'

let t: ScoringTest
let root: string
let body: Awaited<ReturnType<typeof signUpAs>>
let clock = NOW.getTime()
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'jiju-doors-'))
  t = await createScoringTest(() => new Date(clock), { factFolder: root })
  body = await signUpAs(t, { kind: 'government', roles: ['government:officer'] })
  const supplier = { organisationId: body.organisationId, source: 'tax', folder: 'tax-bureau' }
  expect((await data('POST', '/fact-suppliers', supplier)).statusCode).toBe(204)
})
afterAll(async () => {
  await t.close()
  await rm(root, { recursive: true, force: true })
})

const data = (method: 'GET' | 'POST', at: string, payload?: object) => t.as(t.people.data, method, at, payload)
const table = (number: number, value: string) => `统一社会信用代码,期间,rd_expense\n${codeOfNumber(number)},2025,${value}\n`

/** What the district sees and uses of the tax figure of an enterprise. */
async function seenOf(id: string, creditCode: string) {
  const [{ facts, conflicts }, snapshot, stated] = await Promise.all([
    data('GET', `/enterprises/${id}`).then((reply) => reply.json()),
    takeSnapshot(t.db as never, { model: TEST_MODEL, period: '2025', asOf: '2025-12-31', at: new Date(clock) }),
    listStatedFacts(t.db as never, [{ ref: 'rd_expense', code: 'rd_expense', period: '2025', isPoint: false }], [id], new Date(clock)),
  ])
  const scored = snapshot.columns.get('rd_expense')?.[snapshot.ids.indexOf(creditCode)]
  const tax = facts.find(({ source }: { source: string }) => source === 'tax')
  return {
    shown: tax?.value,
    isMarked: tax?.lacksConsent,
    isScored: scored !== undefined && !Number.isNaN(scored),
    standing: stated.map(({ value }) => value),
    differs: conflicts.length > 0,
  }
}
const SEALED = { shown: null, isMarked: true, isScored: false, standing: [], differs: false }

const DOORS = {
  'an uploaded file': async (number: number) => {
    const sent = await t.upload(t.people.data, '/fact-imports?content=facts&source=tax', { name: 'tax.csv', content: table(number, '300') })
    await t.settle()
    await data('POST', `/fact-imports/${sent.json().id}/apply`, { mode: 'all_or_nothing' })
    await t.settle()
    return (await data('GET', `/fact-imports/${sent.json().id}`)).json().lackingConsentCount
  },
  'a file in the folder of the supplier': async (number: number) => {
    await writeFile(path.join(root, 'tax-bureau/tax.csv'), table(number, '300'))
    for (let look = 0; look < 4; look += 1) {
      clock += 60_000
      await enqueue(t.db, 'scoring.watch_folders')
      await t.settle()
    }
    const [row] = (await data('GET', '/fact-imports')).json().items
    expect(row).toMatchObject({ door: 'folder', state: 'applied' })
    return row.lackingConsentCount
  },
  'the interface': async (number: number) => {
    const facts = [{ creditCode: codeOfNumber(number), period: '2025', factCode: 'rd_expense', value: '300' }]
    const reply = await t.as(body, 'POST', '/facts', { source: 'tax', facts })
    expect(reply.json()).toMatchObject({ recorded: 1, refused: [], questions: [] })
    return reply.json().lackingConsent
  },
}

describe('tax data without consent', () => {
  it.each(Object.entries(DOORS))(
    'through %s is kept, but neither shown, compared nor scored until the enterprise consents',
    async (_, bring) => {
      clock += 60_000
      await enqueue(t.db, 'scoring.watch_folders')
      await t.settle()
      const number = Object.values(DOORS).indexOf(bring)
      const creditCode = codeOfNumber(number)
      const id = await t.addEnterprise(creditCode)
      expect(await bring(number)).toBe(1)
      expect(await seenOf(id, creditCode)).toEqual(SEALED)

      const consent = { document: `授权书 ${number}`, validFrom: '2026-01-01', validUntil: '2027-12-31' }
      expect((await data('POST', `/enterprises/${id}/consents`, consent)).statusCode).toBe(204)
      expect(await seenOf(id, creditCode)).toEqual({ shown: '300', isMarked: false, isScored: true, standing: ['300'], differs: false })

      const [{ id: consentId }] = (await data('GET', `/enterprises/${id}`)).json().consents
      expect((await data('POST', `/paper-consents/${consentId}/revoke`, { reason: '企业来函撤回' })).statusCode).toBe(204)
      expect(await seenOf(id, creditCode)).toEqual(SEALED)
    },
  )

  it('makes no conflict and no doubt that would give its value away', async () => {
    const id = await t.addEnterprise(codeOfNumber(20))
    await t.addFact(id, 'rd_expense', '1000', '2024', 'tax')
    await t.addFact(id, 'rd_expense', '999', '2025', 'tax')
    const facts = [{ creditCode: codeOfNumber(20), period: '2025', factCode: 'rd_expense', value: '300000' }]
    expect((await data('POST', '/facts', { source: 'statistics', facts })).json()).toMatchObject({ recorded: 1, questions: [] })
    expect((await data('GET', '/fact-conflicts')).json()).toMatchObject({ total: 0, items: [] })
  })

  it('does not show beside what the enterprise reports of itself, which needs no consent; the enterprise sees its own', async () => {
    const { organisationId } = t.people.enterprise
    const { rows } = await sql<{ uscc: string }>`select uscc from people_pub.organisation where id = ${organisationId}`.execute(t.db)
    const id = await t.addEnterprise(rows[0]?.uscc ?? '')
    await t.addFact(id, 'rd_expense', '777', '2025', 'tax')
    const pdf = { name: 'a.pdf', content: '%PDF-1.4\n%%EOF\n' }
    const sent = await t.upload(t.people.enterprise, '/own/reports?factCode=rd_expense&period=2025&value=500', pdf)
    expect([sent.statusCode, sent.json().statedValue]).toEqual([201, null])
    expect((await data('GET', '/fact-reports')).json().items).toMatchObject([{ value: '500', statedValue: null }])
    expect((await data('POST', `/fact-reports/${sent.json().id}/decide`, { isAccepted: true, reason: null })).statusCode).toBe(200)
    const own = (await t.as(t.people.enterprise, 'GET', '/own/facts')).json()
    expect(own.facts.map(({ source, value, isUsed }: Record<string, unknown>) => [source, value, isUsed])).toEqual(
      expect.arrayContaining([
        ['tax', '777', false],
        ['self_report', '500', true],
      ]),
    )
  })

  it('cannot be stated as tax by whoever is no supplier of it, nor by the enterprise', async () => {
    const facts = [{ creditCode: codeOfNumber(0), period: '2025', factCode: 'rd_expense', value: '1' }]
    expect((await t.as(body, 'POST', '/facts', { source: 'social_insurance', facts })).json().code).toBe('scoring.source_not_yours')
    expect((await t.as(t.people.enterprise, 'POST', '/facts', { source: 'tax', facts })).statusCode).toBe(403)
    expect((await t.as(body, 'POST', '/facts', { source: 'self_report', facts })).statusCode).toBe(400)
  })
})
