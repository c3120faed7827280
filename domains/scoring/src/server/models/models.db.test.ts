import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SignedUp } from '../../../../../apps/api/src/test-people.ts'
import { createScoringTest, type ScoringTest, TEST_MODEL } from '../test-scoring.ts'

let t: ScoringTest
beforeAll(async () => {
  t = await createScoringTest()
})
afterAll(() => t.close())

const act = (who: SignedUp, id: string, path: string, version: number) =>
  t.as(who, 'POST', `/models/${id}/${path}`, undefined, { 'if-match': `"${version}"` })
const draft = async (version: string) =>
  (await t.as(t.people.points, 'POST', '/models', { document: { ...TEST_MODEL, version } })).json().id as string

test('a shipped model becomes a draft, is changed, and published by a second person', async () => {
  const { points, second, enterprise } = t.people
  const shipped = (await t.as(points, 'GET', '/shipped-models')).json().items
  expect(shipped.length).toBeGreaterThanOrEqual(3)
  const adopted = (await t.as(points, 'POST', '/models', { shipped: shipped[0].code })).json()
  expect(adopted).toMatchObject({ state: 'draft', isOwn: true, mistakes: expect.any(Array) })
  expect((await t.as(second, 'POST', '/models', { shipped: shipped[0].code })).json().code).toBe('scoring.model_version_taken')
  expect((await act(points, adopted.id, 'publish', 1)).json().code).toBe('scoring.model_second_person')
  const document = { ...adopted.document, version: 'own-1' }
  const put = (body: object) => t.as(second, 'PUT', `/models/${adopted.id}`, body, { 'if-match': '"1"' })
  const wrong = await put({ document: { ...document, scale: -1, root: { ...document.root, children: [] } } })
  expect(wrong.statusCode).toBe(400)
  expect(wrong.json().problems.length).toBeGreaterThanOrEqual(2)
  expect((await put({ document })).json()).toMatchObject({ modelVersion: 'own-1', version: 2 })
  expect((await put({ document })).statusCode).toBe(412)
  // Whoever changed it last is not the second person.
  expect((await act(second, adopted.id, 'publish', 2)).json().code).toBe('scoring.model_second_person')
  expect((await t.as(enterprise, 'GET', '/models')).statusCode).toBe(403)
})

test('half places are named before they reach a run, and a draft of them is refused', async () => {
  const document = { ...TEST_MODEL, code: 'half-places', ties: 'mean' }
  const checked = (await t.as(t.people.points, 'POST', '/models/check', { document })).json()
  expect(checked.items).toEqual([expect.objectContaining({ path: '/ties', code: 'scoring.model_half_places', isWarning: false })])
  const refused = await t.as(t.people.points, 'POST', '/models', { document })
  expect(refused.statusCode).toBe(400)
  expect(refused.json().problems).toEqual([expect.objectContaining({ code: 'scoring.model_half_places', field: '/document/ties' })])
})

test('published once, by whoever is first, and only by another than its writer', async () => {
  for (let round = 0; round < 20; round += 1) {
    const id = await draft(`r${round}`)
    const { points, second } = t.people
    const answers = await Promise.all([act(second, id, 'publish', 1), act(second, id, 'publish', 1), act(points, id, 'publish', 1)])
    expect(answers.map(({ statusCode }) => statusCode).filter((status) => status === 200)).toHaveLength(1)
    expect(answers[2]?.statusCode).not.toBe(200)
  }
})

test('a change and a publication do not cross: what is published is what was read', async () => {
  for (let round = 0; round < 20; round += 1) {
    const id = await draft(`x${round}`)
    const { points, second } = t.people
    const [edited, published] = await Promise.all([
      t.as(points, 'PUT', `/models/${id}`, { document: { ...TEST_MODEL, version: `y${round}` } }, { 'if-match': '"1"' }),
      act(second, id, 'publish', 1),
    ])
    expect([edited, published].filter(({ statusCode }) => statusCode === 200)).toHaveLength(1)
  }
})

test('two versions are compared field by field; a published one is retired', async () => {
  const older = await draft('c1')
  const copied = (await t.as(t.people.points, 'POST', '/models', { copyOf: older, modelVersion: 'c2' })).json()
  const differences = (await t.as(t.people.points, 'GET', `/models/${copied.id}/differences?with=${older}`)).json()
  expect(differences.items).toEqual([{ path: 'version', before: '"c1"', after: '"c2"' }])
  await act(t.people.second, older, 'publish', 1)
  expect((await act(t.people.second, older, 'retire', 2)).json()).toMatchObject({ state: 'retired' })
  expect((await act(t.people.second, older, 'retire', 3)).json().code).toBe('scoring.model_act_not_allowed')
})
