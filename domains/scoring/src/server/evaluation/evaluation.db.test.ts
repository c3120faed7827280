import { newId } from '@jiju/kernel/ids'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { randomFrom } from '../../core/evaluation/random.ts'
import { createScoringTest, creditCode, type ScoringTest } from '../test-scoring.ts'
import { readSupportFile } from './import-support.ts'

const HEAD = '统一社会信用代码,条款编号,条款名称,金额（元）,拨付日期,拨付编号'
const TREATED = 40
const ALL = 160

let t: ScoringTest

beforeAll(async () => {
  t = await createScoringTest()
  const random = randomFrom(3)
  for (let number = 1; number <= ALL; number += 1) {
    const id = await t.addEnterprise(creditCode(number))
    const level = 600 + Math.floor(random() * 1200)
    // Revenue of the supported rises by a tenth more in the year of support.
    for (const [year, factor] of [
      ['2023', 1],
      ['2024', 1.05],
      ['2025', number <= TREATED ? 1.2 : 1.1],
    ] as const)
      await t.addFact(id, 'revenue', String(Math.round(level * factor * (1 + (random() - 0.5) / 50))), year)
  }
})
afterAll(() => t.close())

const send = (csv: string, name = '拨付.csv') => {
  const boundary = 'jiju-test-boundary'
  return t.inject({
    method: 'POST',
    url: '/api/v1/scoring/support/imports',
    cookie: t.people.points.cookie,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: text/csv\r\n\r\n${csv}\r\n--${boundary}--\r\n`,
  })
}
const read = (path: string) => t.as(t.people.points, 'GET', path)
const row = (number: number, reference = `P-${number}`) => `${creditCode(number)},MH-1,前沿技术配套,"100,000.00",2025-05-20,${reference}`

describe('the register of support', () => {
  test('one mistake and nothing is taken over; each is named by row and column, unknown enterprises too', async () => {
    const answer = await send(
      [
        HEAD,
        row(1),
        `${creditCode(9999)},MH-1,前沿技术配套,100,2025-05-20,P-9`,
        `${creditCode(2)},MH-1,前沿技术配套,0,2025-13-20,P-2`,
      ].join('\n'),
    )
    expect(answer.json()).toMatchObject({ rows: 3, recorded: 0, mistakeCount: 3 })
    expect(answer.json().mistakes.map(({ row: at, column, reason }: Record<string, string>) => [at, column, reason])).toEqual([
      [3, '统一社会信用代码', 'enterprise'],
      [4, '金额（元）', 'amount'],
      [4, '拨付日期', 'day'],
    ])
    expect((await read('/support')).json().items).toEqual([])
    expect((await send('a,b\n1,2')).json().code).toBe('scoring.support_unreadable')
  })

  test('the template is the register without rows: what is imported as it came says that nothing is wrong with its columns', async () => {
    const template = await t.as(t.people.points, 'GET', '/support/template')
    expect(template.statusCode).toBe(200)
    const rows = await readSupportFile(template.rawPayload)
    expect(rows.map(({ cells }) => cells)).toEqual([HEAD.split(',')])
  })

  test('a register is taken over once, its payments once whatever file they come in', async () => {
    const csv = [HEAD, ...Array.from({ length: TREATED }, (_, index) => row(index + 1))].join('\n')
    expect((await send(csv)).json()).toMatchObject({ rows: TREATED, recorded: TREATED, known: 0, mistakeCount: 0 })
    expect((await send(csv)).json().code).toBe('scoring.support_known')
    expect((await send(`${csv}\n${row(1, 'P-extra')}`)).json()).toMatchObject({ recorded: 1, known: TREATED })
    const page = (await read('/support?limit=1')).json()
    expect(page.items).toMatchObject([{ clauseCode: 'MH-1', amount: '100000.00', paidOn: '2025-05-20' }])
  })

  test('raced, the same file is taken over once', async () => {
    for (let round = 0; round < 20; round += 1) {
      const csv = [HEAD, `${creditCode(150)},MH-9,试验条款,1.00,2024-01-10,R-${round}`].join('\n')
      const answers = await Promise.all([send(csv), send(csv), send(csv)])
      expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409, 409])
    }
  })

  test('a payment that was wrong is taken back with its reason, once', async () => {
    const { items } = (await read('/support?clause=MH-1&limit=200')).json()
    const extra = items.find(({ reference }: { reference: string }) => reference === 'P-extra')
    const withdraw = (id: string) => t.as(t.people.points, 'POST', `/support/${id}/withdraw`, { reason: '重复拨付' })
    expect((await withdraw(extra.id)).statusCode).toBe(204)
    expect((await withdraw(extra.id)).json().code).toBe('scoring.payment_missing')
    expect((await withdraw(newId())).json().code).toBe('scoring.payment_missing')
  })
})

describe('evaluation', () => {
  test('finds the tenth that was planted, with the years before parallel and chance unlikely; and still says what it cannot show', async () => {
    const found = (await read('/evaluation?clause=MH-1&outcome=revenue&start=2025')).json()
    expect(found).toMatchObject({ treated: TREATED, years: [2023, 2024, 2025], amount: '4000000.00', scale: 'log' })
    // The enterprise with another clause is compared with nobody.
    expect(found.others + Object.values(found.leftOut as Record<string, number>).reduce((a, b) => a + b, 0)).toBe(ALL - TREATED - 1)
    const planted = Math.log(1.2 / 1.1)
    expect(found.difference.low).toBeLessThan(planted)
    expect(found.difference.high).toBeGreaterThan(planted)
    expect(found.difference.p).toBeLessThan(0.001)
    expect(found.permutation.p).toBeLessThan(0.01)
    expect(found.pretrendP).toBeGreaterThan(0.05)
    expect(found.placebo).toMatchObject({ start: 2024 })
    expect(found.eventStudy.map(({ year }: { year: number }) => year)).toEqual([2023, 2025])
    expect(found.cautions.map(({ kind }: { kind: string }) => kind)).toEqual(expect.arrayContaining(['selection', 'one_year_after']))
    expect((await read('/evaluation?clause=MH-1&outcome=revenue&start=2025')).json()).toEqual(found)
  })

  test('plain, by stage, by stage and industry: the plain difference stands beside, and who lacks an industry is left out and counted', async () => {
    const by = async (match: string) => (await read(`/evaluation?clause=MH-1&outcome=revenue&start=2025&match=${match}`)).json()
    await sql`update scoring.enterprise set industry = case when right(credit_code, 1)::int < 5 then '医疗器械' else '软件' end
      where credit_code <> ${creditCode(TREATED)}`.execute(t.db)
    const [plain, stage, industry] = [await by('none'), await by('stage'), await by('stage_industry')]
    expect(plain).toMatchObject({ match: 'none', plain: null, groups: [{ stage: null, industry: null, treated: TREATED }] })
    expect(plain.cautions.map(({ kind }: { kind: string }) => kind)).toContain('unmatched')
    const { treated, others, ...estimate } = stage.plain
    expect({ treated, others, estimate }).toEqual({ treated: plain.treated, others: plain.others, estimate: plain.difference })
    expect(stage).toEqual((await read('/evaluation?clause=MH-1&outcome=revenue&start=2025')).json())
    expect(industry).toMatchObject({ treated: TREATED - 1, leftOut: { withoutGroup: 1 } })
    expect(new Set(industry.groups.map((group: { industry: string }) => group.industry))).toEqual(new Set(['医疗器械', '软件']))
    for (const found of [plain, stage, industry]) expect(found.difference.p).toBeLessThan(0.001)
  })

  test('a year in which nobody was first supported gives no number; an unknown clause is unknown', async () => {
    expect((await read('/evaluation?clause=MH-1&outcome=revenue&start=2024')).json()).toMatchObject({ treated: 0, difference: null })
    expect((await read('/evaluation?clause=NO-1&outcome=revenue&start=2025')).json().code).toBe('scoring.clause_missing')
  })

  test('money stands beside sums of the same enterprises, with how many these are', async () => {
    const { clauses, lastYear } = (await read('/evaluation/money')).json()
    expect(lastYear).toBe(2025)
    const clause = clauses.find(({ code }: { code: string }) => code === 'MH-1')
    const { rows } = await sql<{ change: string }>`
      select sum(b.value - a.value)::text as change from scoring.fact a join scoring.fact b on b.enterprise_id = a.enterprise_id and b.fact_code = a.fact_code
      join scoring.support_payment p on p.enterprise_id = a.enterprise_id and p.clause_code = 'MH-1' and p.withdrawn_at is null
      where a.fact_code = 'revenue' and a.period = '2024' and b.period = '2025'`.execute(t.db)
    const line = clause.lines.find(({ outcome }: { outcome: string }) => outcome === 'revenue')
    expect(line).toMatchObject({ known: TREATED, supported: TREATED, change: Number(rows[0]?.change) })
    // 400 of 10,000 yuan were paid.
    expect(line.perWan).toBeCloseTo(Number(rows[0]?.change) / 400, 9)
    expect(clause.lines.find(({ outcome }: { outcome: string }) => outcome === 'tax_paid')).toMatchObject({
      known: 0,
      change: null,
      perWan: null,
    })
  })
})
