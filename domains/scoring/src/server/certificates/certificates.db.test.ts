import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { codesOf, createListsTest, type ListsTest } from '../lists/test-lists.ts'

let t: ListsTest
beforeAll(async () => {
  t = await createListsTest()
})
afterAll(() => t.close())

const verify = async (code: string) => t.inject({ method: 'GET', url: `/api/v1/scoring/verifications/${code}` })

test('a certificate says what was published, and its code how it stands now', async () => {
  const { enterprise, points, second } = t.people
  const { rows } = await sql<{ uscc: string }>`select uscc from people.organisation where id = ${enterprise.organisationId}`.execute(t.db)
  const own = await t.addEnterprise(rows[0]?.uscc ?? '', '联江持证企业')
  await t.addFact(own, 'revenue', '1500')
  await t.addFact(own, 'rd_expense', '300')
  const runId = await t.run()
  const issue = (who: typeof points, body: object) => t.as(who, 'POST', '/certificates', body)
  expect(codesOf(await issue(enterprise, { runId }))).toEqual(['scoring.run_not_published'])
  const list = await t.onNotice(runId)
  expect(codesOf(await issue(enterprise, { runId, enterpriseId: t.enterprises[0] }))).toEqual(['scoring.enterprise_missing'])
  const issued = (await issue(enterprise, { runId })).json()
  expect(issued).toMatchObject({
    state: 'valid',
    publication: 'notice',
    content: { enterpriseName: '联江持证企业', publication: 'notice' },
    pages: 1,
  })
  const file = await t.as(enterprise, 'GET', `/certificates/${issued.id}/file`)
  expect(file.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
  expect(file.rawPayload.toString('latin1')).toContain(`jiju-verify:${issued.code}`)
  const other = (await issue(points, { runId, enterpriseId: t.enterprises[0] })).json()
  expect((await t.as(enterprise, 'GET', `/certificates/${other.id}/file`)).statusCode).toBe(404)

  expect((await verify(issued.code.toLowerCase().replaceAll('-', ''))).json()).toMatchObject({
    state: 'valid',
    signature: 'valid',
    signer: expect.stringMatching(/./),
    content: { score: issued.content.score },
  })
  expect((await verify('0000-0000-0000-0000')).json().code).toBe('scoring.certificate_unknown')
  expect((await verify('x')).json().code).toBe('scoring.certificate_unknown')

  await t.run(runId)
  await t.must(points, list, 'recalculate')
  expect((await verify(issued.code)).json()).toMatchObject({
    state: 'replaced',
    publication: null,
    successorRun: expect.stringMatching(/^RUN-/),
  })
  await t.must(second, list, 'withdraw', { reason: '模型版本用错' })
  expect((await verify(issued.code)).json()).toMatchObject({ state: 'withdrawn', successorRun: null })
})
