import { notifier } from '@jiju/platform/notices/notify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signUpAs } from '../../../../../apps/api/src/test-people.ts'
import type { SearchAnswer, SearchItem } from '../../contract/search.ts'
import { CATALOG_NOTICES } from '../notices/kinds.ts'
import { type CatalogTest, contentOf, createCatalogTest, SITE } from '../test-catalog.ts'
import { reindexAll } from './index-resources.ts'

let t: CatalogTest
let siteId: string
let standards: Record<string, string>
let engineer: CatalogTest['provider']
let clock = new Date('2026-11-23T02:00:00Z')

beforeAll(async () => {
  t = await createCatalogTest(() => clock)
  engineer = await signUpAs(t.testApp, { kind: 'enterprise', roles: ['enterprise:engineer'] })
  siteId = (await t.call('POST', '/sites', { as: t.provider, body: SITE })).json().id
  standards = {}
  for (const [number, replaces] of [
    ['GB 9706.1-2007', []],
    ['GB 9706.1-2020', ['GB 9706.1-2007']],
    ['GB/T 16886.5-2017', []],
  ] as const) {
    const body = {
      number,
      titleZh: '医用电气设备',
      titleEn: null,
      field: null,
      category: null,
      subcategory: null,
      publishedOn: null,
      effectiveOn: '2010-01-01',
      effectiveNote: null,
      withdrawnOn: null,
      status: 'active',
      source: null,
      lastCheckedOn: null,
      replaces,
    }
    const reply = await t.call('POST', '/standards', { as: t.officer, body })
    expect(reply.statusCode, reply.body).toBe(201)
    standards[number] = reply.json().id
  }
}, 240_000)
afterAll(() => t.testApp.close())

async function publish(kind: 'instrument' | 'testing_service', fields: Record<string, unknown>): Promise<string> {
  const content = contentOf(kind, { siteId, classCode: kind === 'instrument' ? '0105' : null, nameEn: null, ...fields })
  const created = await t.call('POST', '/own/resources', { as: t.provider, body: content })
  expect(created.statusCode, created.body).toBe(201)
  const { id, version } = created.json()
  const submitted = await t.call('POST', `/own/resources/${id}/submit`, { as: t.provider, body: { note: null }, version })
  expect(submitted.statusCode, submitted.body).toBe(200)
  const reply = await t.call('POST', `/reviews/${id}/publish`, { as: t.operator, body: { note: null }, version: submitted.json().version })
  expect(reply.statusCode, reply.body).toBe(200)
  await t.testApp.settle()
  return id
}

async function search(query: Record<string, string | readonly string[]>, as?: CatalogTest['provider']): Promise<SearchAnswer> {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) for (const one of [value].flat()) params.append(name, one as string)
  const reply = await t.call('GET', `/search?${params}`, as ? { as } : {})
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json()
}
const names = async (query: Record<string, string | readonly string[]>) => (await search(query)).items.map((item) => item.nameZh)
const only = async (query: Record<string, string>, as?: CatalogTest['provider']): Promise<SearchItem> => {
  const { items } = await search(query, as)
  expect(items).toHaveLength(1)
  return items[0] as SearchItem
}

describe('a published resource', () => {
  test('is found as soon as its event is handled, with what a result shows', async () => {
    const id = await publish('instrument', { nameZh: '圆二色光谱仪', model: 'J-1500', detail: undefined })
    const item = await only({ q: '圆二色' })
    expect(item).toMatchObject({
      id,
      kind: 'instrument',
      classCode: '0105',
      siteName: '理化楼',
      serviceModes: ['self_service'],
      confirmation: 'instant',
      match: 'name_start',
    })
    expect(item.provider.id).toBe(t.provider.organisationId)
    expect(item.highlights.nameZh).toEqual([{ start: 0, end: 3 }])
    expect((await only({ q: 'yesgp' })).id).toBe(id)
    expect((await only({ q: 'j1500' })).match).toBe('exact')
  })

  test('shows the price of whoever asks, and moves with a new price', async () => {
    const id = await publish('instrument', { nameZh: '椭偏仪' })
    const price = (customerClass: string, amount: string) =>
      t.call('POST', `/own/resources/${id}/prices`, {
        as: t.provider,
        body: { customerClass, unit: 'hour', price: amount, validFrom: '2026-01-01', validTo: null, note: null },
      })
    for (const [customerClass, amount] of [
      ['enterprise', '480'],
      ['academic', '240'],
      ['inside', '100'],
    ] as const)
      expect((await price(customerClass, amount)).statusCode).toBe(201)
    await t.testApp.settle()
    expect(await only({ q: '椭偏' })).toMatchObject({ customerClass: null, price: { amount: '480.00', unit: 'hour' } })
    expect(await only({ q: '椭偏' }, engineer)).toMatchObject({ customerClass: 'enterprise', price: { amount: '480.00' } })
    expect(await only({ q: '椭偏' }, t.other)).toMatchObject({
      customerClass: 'academic',
      price: { amount: '240.00' },
      listPrice: { amount: '480.00' },
    })
    expect(await only({ q: '椭偏' }, t.provider)).toMatchObject({ customerClass: 'inside', price: { amount: '100.00' } })
    expect((await search({ q: '椭偏', priceFrom: '500' })).total.count).toBe(0)
    expect((await search({ q: '椭偏', priceTo: '480', priceFrom: '480' })).total.count).toBe(1)
  })

  test('leaves the index when it is retired', async () => {
    const id = await publish('instrument', { nameZh: '旋光仪' })
    expect(await names({ q: '旋光' })).toEqual(['旋光仪'])
    const { version } = (await t.call('GET', `/own/resources/${id}`, { as: t.provider })).json()
    const reply = await t.call('POST', `/own/resources/${id}/retire`, { as: t.provider, body: { note: null }, version })
    expect(reply.statusCode, reply.body).toBe(200)
    await t.testApp.settle()
    expect(await names({ q: '旋光' })).toEqual([])
    const { rows } = await t.testApp.pool.query('select count(*)::int as count from catalog.search_document where resource_id = $1', [id])
    expect(rows[0].count).toBe(0)
  })

  test('a draft is not found', async () => {
    await t.call('POST', '/own/resources', { as: t.provider, body: contentOf('instrument', { siteId, nameZh: '测汞仪' }) })
    await t.testApp.settle()
    expect(await names({ q: '测汞' })).toEqual([])
  })

  test('a replaced standard is flagged, its successor shown, and the new edition is found by the old number', async () => {
    const cited = [{ standardId: standards['GB 9706.1-2007'], note: null }]
    const old = await publish('testing_service', { nameZh: '安规旧版检测', standards: cited })
    const current = await publish('testing_service', {
      nameZh: '安规新版检测',
      standards: [{ standardId: standards['GB 9706.1-2020'], note: null }],
    })
    const answer = await search({ q: 'GB 9706.1-2007' })
    expect(answer.items.map(({ id }) => id)).toEqual([old, current])
    expect(answer.items[0]?.standards[0]).toMatchObject({ number: 'GB 9706.1-2007', isReplaced: true, successors: ['GB 9706.1-2020'] })
    expect(answer.standards[0]).toMatchObject({ number: 'GB 9706.1-2007', isReplaced: true, successors: ['GB 9706.1-2020'] })
    expect(answer.alsoIncludes).toContain('IEC 60601-1')
    expect((await search({ q: 'iec60601-1' })).items.map(({ id }) => id).sort()).toEqual([old, current].sort())
    expect(answer.items[0]?.highlights.standards[0]).toEqual([{ start: 0, end: 14 }])
  })

  test('an accreditation counts while it is in date, and the calendar moves it', async () => {
    const id = await publish('testing_service', {
      nameZh: '细胞毒性试验',
      standards: [{ standardId: standards['GB/T 16886.5-2017'], note: null }],
    })
    const body = {
      scheme: 'cma',
      certificateNo: 'CMA-1',
      validFrom: '2026-01-01',
      validTo: '2026-12-31',
      note: null,
      items: [
        {
          product: '医疗器械',
          parameter: null,
          standardId: standards['GB/T 16886.5-2017'],
          standardText: null,
          fieldCode: null,
          limits: null,
          resourceId: null,
        },
      ],
    }
    const reply = await t.call('POST', '/accreditations', { as: t.provider, body })
    expect(reply.statusCode, reply.body).toBe(201)
    await t.testApp.settle()
    expect((await only({ q: '细胞毒性', accreditation: 'cma' })).accreditations).toEqual(['cma'])
    expect((await only({ q: 'ISO 10993-5' })).id).toBe(id)
    clock = new Date('2027-01-02T02:00:00Z')
    expect((await only({ q: '细胞毒性' })).accreditations).toEqual([])
    expect((await search({ q: '细胞毒性', accreditation: 'cma' })).total.count).toBe(0)
    clock = new Date('2026-11-23T02:00:00Z')
  })

  test('building everything anew changes nothing', async () => {
    const dump = async () =>
      (
        await t.testApp.pool.query(
          'select resource_id, card, tokens::text, standards, modes from catalog.search_document order by resource_id',
        )
      ).rows
    const before = await dump()
    const seen: [number, number][] = []
    const count = await reindexAll(t.testApp.db, { now: () => clock, onProgress: (done, total) => seen.push([done, total]) })
    expect(await dump()).toEqual(before)
    expect(seen.at(-1)).toEqual([count, count])
    expect(before.length).toBe(count)
  })

  test('of many index jobs for one resource the last state stays', async () => {
    const id = await publish('instrument', { nameZh: '折光仪' })
    const { indexAndMatch } = await import('./index-resources.ts')
    const run = () => t.testApp.db.transaction().execute((tx) => indexAndMatch(tx, [id], clock))
    await Promise.all([
      ...Array.from({ length: 6 }, run),
      t.testApp.pool.query(`update catalog.resource set name_zh = '折光计' where id = $1`, [id]),
      ...Array.from({ length: 6 }, run),
    ])
    await run()
    expect(await names({ q: '折光' })).toEqual(['折光计'])
  })
})

describe('conditions and facets', () => {
  test('each facet counts without its own condition, and values without hits stay', async () => {
    await publish('instrument', { nameZh: '钙黄绿素荧光仪', classCode: '0104' })
    await publish('testing_service', {
      nameZh: '钙黄绿素染色检测',
      standards: [{ standardId: standards['GB/T 16886.5-2017'], note: null }],
    })
    const { facets, total } = await search({ q: '钙黄绿素', kind: 'instrument', standard: 'GB/T 16886.5' })
    expect(total).toEqual({ count: 0, atLeast: false })
    const counts = (name: 'kind' | 'standard' | 'class') =>
      Object.fromEntries((facets?.[name] ?? []).map(({ value, count }) => [value, count]))
    expect(counts('kind')).toEqual({ instrument: 0, testing_service: 1 })
    expect(counts('standard')).toEqual({ 'GB/T 16886.5': 0 })
    expect(counts('class')).toEqual({ '01': 0, '0104': 0 })
    expect(facets?.kind.find(({ value }) => value === 'instrument')).toMatchObject({ zh: '仪器机时', isChosen: true })
    expect(facets?.provider[0]).toMatchObject({ value: t.provider.organisationId })
    expect(await names({ q: '钙黄绿素', mode: ['send_sample', 'commissioned'] })).toEqual(['钙黄绿素染色检测'])
    expect(await names({ q: '钙黄绿素', district: '嘉定区', class: '01' })).toEqual(['钙黄绿素荧光仪'])
  })

  test('distance from a point, and only what is near', async () => {
    const near = await search({ q: '钙黄绿素', lon: '121.26', lat: '31.38', sort: 'distance' })
    expect(near.items[0]?.distanceKm).toBe(0.9)
    expect((await search({ q: '钙黄绿素', lon: '121.26', lat: '31.38', withinKm: '0.5' })).total.count).toBe(0)
  })

  test('free time in a window: the first free slot, services stay', async () => {
    const query = { q: '钙黄绿素', freeMinutes: '120', freeFrom: '2026-11-30T00:00:00Z', freeTo: '2026-12-04T00:00:00Z', sort: 'earliest' }
    const answer = await search(query)
    expect(answer.freeChecked).toBe(2)
    expect(answer.items[0]).toMatchObject({ nameZh: '钙黄绿素荧光仪', firstFree: { start: '2026-11-30T00:30:00.000Z' } })
    expect(answer.items[1]).toMatchObject({ nameZh: '钙黄绿素染色检测', firstFree: null })
    const short = await search({ ...query, freeFrom: '2026-12-01T00:00:00Z' })
    expect(short.items.map((item) => item.nameZh)).toEqual(['钙黄绿素染色检测'])
  })

  test.each([
    ['sort=distance', 'lon'],
    ['sort=earliest', 'sort'],
    ['freeMinutes=60', 'freeMinutes'],
    ['lon=121', 'lon'],
    ['priceFrom=5&priceTo=4', 'priceTo'],
    ['kind=car', 'kind'],
    ['limit=1000', 'limit'],
    ['cursor=abc', 'cursor'],
  ])('%s is refused and names %s', async (query, field) => {
    const reply = await t.call('GET', `/search?${query}`)
    expect(reply.statusCode).toBe(400)
    expect(JSON.stringify(reply.json().problems)).toContain(field)
  })
})

describe('suggestions', () => {
  test('names, models and standards that begin so, sound so or hold it', async () => {
    const texts = async (q: string) =>
      (await t.call('GET', `/suggestions?q=${encodeURIComponent(q)}`)).json().items.map((item: { text: string }) => item.text)
    expect(await texts('圆二')).toEqual(['圆二色光谱仪'])
    expect(await texts('yes')).toContain('圆二色光谱仪')
    expect(await texts('J-15')).toEqual(['J-1500'])
    expect(await texts('gb9706')).toEqual(expect.arrayContaining(['GB 9706.1-2007', 'GB 9706.1-2020']))
    expect(await texts('GB 9706.1')).toEqual(['GB 9706.1-2007', 'GB 9706.1-2020'])
    expect(await texts('9706.1')).toEqual(['GB 9706.1-2007', 'GB 9706.1-2020'])
    expect(await texts('光谱')).toEqual(['圆二色光谱仪'])
    expect(await texts('旋光')).toEqual([])
    expect(await texts('')).toEqual([])
  })
})

describe('saved searches', () => {
  const input = { name: '离子阱', query: '离子阱质谱', conditions: { kind: ['instrument'] }, notify: 'at_once' }
  const mailsTo = async (userId: string) =>
    (
      await t.testApp.pool.query(
        'select m.subject, m.text_body from platform.mail m join people.person p on p.email = m.to_address where p.id = $1 order by m.id',
        [userId],
      )
    ).rows

  test('are kept, renamed and deleted by their owner alone', async () => {
    const created = await t.call('POST', '/saved-searches', { as: engineer, body: { ...input, notify: 'never' } })
    expect(created.statusCode, created.body).toBe(201)
    const { id, version } = created.json()
    expect((await t.call('GET', `/saved-searches/${id}`, { as: t.other })).statusCode).toBe(404)
    expect((await t.call('DELETE', `/saved-searches/${id}`, { as: t.other })).statusCode).toBe(404)
    const patch = (as: CatalogTest['provider'], expected: number) =>
      t.testApp.inject({
        method: 'PATCH',
        url: `/api/v1/catalog/saved-searches/${id}`,
        cookie: as.cookie,
        payload: { name: '新名' },
        headers: { 'if-match': `"${expected}"` },
      })
    expect((await patch(t.other, version)).statusCode).toBe(404)
    expect((await patch(engineer, version)).json()).toMatchObject({ name: '新名', version: 2 })
    expect((await patch(engineer, version)).statusCode).toBe(412)
    expect((await t.call('GET', '/saved-searches', { as: engineer })).json().items).toHaveLength(1)
    expect((await t.call('DELETE', `/saved-searches/${id}`, { as: engineer })).statusCode).toBe(204)
    expect((await t.call('GET', '/saved-searches')).statusCode).toBe(401)
    expect((await t.call('POST', '/saved-searches', { as: engineer, body: { ...input, query: ' ', conditions: {} } })).json().code).toBe(
      'catalog.saved_search_empty',
    )
  })

  test('tell what is new once, at once or in the digest, and not what matched before', async () => {
    const digester = await signUpAs(t.testApp, { kind: 'enterprise', roles: ['enterprise:engineer'] })
    await publish('instrument', { nameZh: '离子阱质谱仪旧' })
    for (const [as, notify] of [
      [engineer, 'at_once'],
      [digester, 'daily'],
    ] as const)
      expect((await t.call('POST', '/saved-searches', { as, body: { ...input, notify } })).statusCode).toBe(201)
    const id = await publish('instrument', { nameZh: '离子阱质谱仪新' })
    await publish('testing_service', { nameZh: '离子阱质谱检测', standards: [{ standardId: standards['GB/T 16886.5-2017'], note: null }] })
    const [mail, ...more] = await mailsTo(engineer.userId)
    expect(more).toEqual([])
    expect(mail.subject).toBe('您保存的检索“离子阱”有 1 项新结果')
    expect(mail.text_body).toContain(`/resources/${id}`)
    expect(await mailsTo(digester.userId)).toEqual([])

    const { searchJobs } = await import('./search-events.ts')
    const publicAddress = 'http://localhost:4000'
    const needs = {
      now: () => clock,
      notify: notifier({ kinds: () => CATALOG_NOTICES, now: () => clock, publicAddress }),
      publicAddress,
      firstFreeSlots: async () => new Map(),
      customerClassOf: () => null,
    }
    const digest = searchJobs({ db: t.testApp.db, needs } as never)['catalog.search.mail_digest']
    const context = { jobId: '1', attempt: 1, signal: new AbortController().signal }
    await Promise.all([digest?.({}, context), digest?.({}, context)])
    expect(await mailsTo(digester.userId)).toHaveLength(1)

    // Another event for the same resource tells nothing again.
    await t.testApp.pool.query(`update catalog.resource set summary = 'x' where id = $1`, [id])
    await reindexAll(t.testApp.db, { now: () => clock })
    await t.testApp.settle()
    await digest?.({}, context)
    expect(await mailsTo(engineer.userId)).toHaveLength(1)
    expect(await mailsTo(digester.userId)).toHaveLength(1)
    expect((await t.call('GET', '/saved-searches', { as: engineer })).json().items[0]).toMatchObject({ newCount: 1 })
  })
})

describe('unmet demand and synonyms', () => {
  test('searches without a result are counted by day for the operator', async () => {
    for (const q of ['太赫兹成像', '太赫兹  成像', 'ＴＨＺ-不存在']) await search({ q })
    await search({ q: '🔬' })
    const reply = await t.call('GET', '/search-misses', { as: t.operator })
    const { items } = reply.json()
    expect(items.find((item: { query: string }) => item.query === '太赫兹成像')).toMatchObject({ count: 1, days: 1, lastOn: '2026-11-23' })
    expect(items.map((item: { query: string }) => item.query)).not.toContain('')
    const first = (await t.call('GET', '/search-misses?limit=1', { as: t.operator })).json()
    const second = (await t.call('GET', `/search-misses?limit=200&cursor=${first.nextCursor}`, { as: t.operator })).json()
    expect([...first.items, ...second.items]).toEqual(items)
    expect((await t.call('GET', '/search-misses', { as: engineer })).statusCode).toBe(403)
    expect((await t.call('GET', '/search-misses')).statusCode).toBe(401)
  })

  test('a group that the operator adds works at once and can be removed', async () => {
    expect(await names({ q: 'CD谱' })).toEqual([])
    const added = await t.call('POST', '/search-synonyms', { as: t.officer, body: { terms: ['CD谱', '圆二色'], note: null } })
    expect(added.statusCode, added.body).toBe(201)
    const answer = await search({ q: 'cd谱' })
    expect(answer.items.map((item) => item.nameZh)).toEqual(['圆二色光谱仪'])
    expect(answer.alsoIncludes).toEqual(['圆二色'])
    expect((await search({ q: 'cd谱', literal: 'true' })).total.count).toBe(0)
    expect((await t.call('DELETE', `/search-synonyms/${added.json().id}`, { as: t.officer })).statusCode).toBe(204)
    expect((await search({ q: 'cd谱' })).total.count).toBe(0)
    expect((await t.call('POST', '/search-synonyms', { as: t.officer, body: { terms: ['a-b', 'AB'], note: null } })).json().code).toBe(
      'catalog.synonym_alone',
    )
    expect((await t.call('GET', '/search-synonyms', { as: t.officer })).json().shipped.groups.length).toBeGreaterThan(50)
  })
})
