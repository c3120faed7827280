import { AsyncLocalStorage } from 'node:async_hooks'
import { sql } from 'kysely'
import type { SignedUp } from '../../../../../apps/api/src/test-people.ts'
import { createScoringTest, creditCode, NOW } from '../test-scoring.ts'

/** A list of the first three as its officer drafts it, but the run that it stands on. */
export const TOP_THREE = {
  titleZh: '2025 年度创新积分百强榜',
  titleEn: 'Top 100 of innovation points 2025',
  rules: { kind: 'top', size: 3 },
  showsScores: false,
  contact: '区科技局创新科 020-0000000',
  noticeDays: 5,
  objectionDays: 3,
}

export type ListsTest = Awaited<ReturnType<typeof createListsTest>>

/** The application with a clock that tests move, an official run of four enterprises, and ways to bring a list to a state. */
export async function createListsTest() {
  let clock = NOW
  const ownClock = new AsyncLocalStorage<Date>()
  const t = await createScoringTest(() => ownClock.getStore() ?? clock)
  const modelId = await t.addModel()
  const enterprises: string[] = []
  for (const [number, revenue, rd] of [
    [1, 1000, 100],
    [2, 1000, 200],
    [3, 1000, 300],
    [4, 5000, 500],
  ] as const) {
    const id = await t.addEnterprise(creditCode(number), `联江试验企业 ${number}`)
    enterprises.push(id)
    await t.addFact(id, 'revenue', String(revenue))
    await t.addFact(id, 'rd_expense', String(rd))
    await t.addFact(id, 'invention_applications', '1')
  }
  const { points, second } = t.people

  const run = async (corrects?: string, { period = '2025', reason }: { period?: string; reason?: string } = {}): Promise<string> => {
    const body = { modelId, period, purpose: 'official', ...(corrects && { corrects }), ...(reason && { reason }) }
    const started = await t.as(points, 'POST', '/runs', body)
    if (started.statusCode !== 202) throw new Error(started.body)
    await t.settle()
    return started.json().id
  }
  const draft = async (runId: string, change: object = {}) => {
    const answer = await t.as(points, 'POST', '/lists', { ...TOP_THREE, runId, ...change })
    if (answer.statusCode !== 201) throw new Error(answer.body)
    return answer.json().id as string
  }
  const get = async (id: string) => (await t.as(points, 'GET', `/lists/${id}`)).json()
  /** Acts with the version that stands. */
  const act = async (who: SignedUp, id: string, path: string, body?: object) =>
    t.as(who, 'POST', `/lists/${id}/${path}`, body, { 'if-match': `"${(await get(id)).version}"` })
  const must = async (who: SignedUp, id: string, path: string, body?: object) => {
    const answer = await act(who, id, path, body)
    if (answer.statusCode !== 200) throw new Error(`${path}: ${answer.body}`)
    return answer.json()
  }
  const onNotice = async (runId: string, change: object = {}): Promise<string> => {
    const id = await draft(runId, change)
    await must(second, id, 'approve')
    await must(points, id, 'announce')
    return id
  }
  const object = (who: SignedUp | null, listId: string, body: object = {}) =>
    t.inject({
      method: 'POST',
      url: `/api/v1/scoring/public-lists/${listId}/objections`,
      ...(who && { cookie: who.cookie }),
      payload: { claim: '研发费用统计口径有误，附审计报告', ...body },
    })
  const decide = async (id: string, body: object, who: SignedUp = points) => {
    const { version } = (await t.as(points, 'GET', `/objections/${id}`)).json()
    return t.as(who, 'POST', `/objections/${id}/decide`, body, { 'if-match': `"${version}"` })
  }
  return {
    ...t,
    modelId,
    enterprises,
    run,
    draft,
    get,
    act,
    must,
    onNotice,
    object,
    decide,
    /** What is asked inside has a clock of its own. */
    at: <Value>(instant: string, ask: () => Promise<Value>): Promise<Value> => ownClock.run(new Date(instant), ask),
    /** Moves the clock; whoever is signed in stays so. */
    setNow: async (instant: string) => {
      clock = new Date(instant)
      await sql`update people.session set expires_at = ${new Date(clock.getTime() + 86_400_000)}, last_seen_at = ${clock}`.execute(t.db)
    },
  }
}

export const codesOf = (answer: { json: () => { problems?: { code: string }[] } }): string[] =>
  (answer.json().problems ?? []).map(({ code }) => code)
