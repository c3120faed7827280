import { newId } from '@jiju/kernel/ids'
import { openDatabase, openPool } from '@jiju/platform/database/pool'
import { createTestDatabase } from '@jiju/platform/database/test-database'
import fc from 'fast-check'
import type { Kysely } from 'kysely'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SearchQuery } from '../../contract/search.ts'
import { compactKey } from '../../core/search/normalise.ts'
import { planQuery } from '../../core/search/query-plan.ts'
import { segment } from '../../core/search/segments.ts'
import { baseNumber, buildTokens, drawOf, type SearchText } from '../../core/search/tokens.ts'
import { vocabularyOf } from '../../core/search/vocabulary.ts'
import type { CatalogTables } from '../catalog-db.ts'
import { type DocumentRow, insertTerms, upsertDocuments } from '../sql/search-index.ts'
import { termsOf } from './build-documents.ts'
import { findCandidates, MAX_RANKED } from './find-candidates.ts'
import { searchResources } from './search-resources.ts'
import { suggest } from './suggest.ts'

// Halves of characters too.
const ANY_CHARACTER = fc.integer({ min: 0, max: 0x10ffff }).map((code) => String.fromCodePoint(code))

const NAMES = [
  '高效液相色谱仪',
  '超高效液相色谱仪',
  '液相色谱-三重四极杆质谱联用仪',
  '气相色谱仪',
  '核磁共振波谱仪',
  '场发射扫描电子显微镜',
  'X射线衍射仪',
  '显微CT扫描系统',
  '万能材料试验机',
  '多功能酶标仪',
  '3D打印机（金属）',
  'ICP-MS质谱仪',
  '全自动生化分析仪',
  '差示扫描量热仪',
  '电波暗室 10m法',
]
const MAKERS = ['Agilent', 'Waters', 'Shimadzu', 'Bruker', 'Zeiss', 'Instron']
const SERIES = [
  '1260 Infinity II',
  'ACQUITY UPLC H-Class',
  'LC-20AP',
  'AVANCE NEO 600',
  'Merlin',
  '5944',
  'D8 ADVANCE',
  'Triple Quad 6500+',
]
const STANDARDS = ['GB 9706.1-2020', 'GB/T 16886.5-2017', 'YY/T 0681.1-2018', 'GB/T 16886.18-2022']
const PLACES = ['嘉定区', '闵行区', '浦东新区']

type Made = { id: string; text: SearchText; row: DocumentRow }

function make(index: number, nameZh = NAMES[index % NAMES.length] ?? ''): Made {
  const id = newId()
  const text: SearchText = {
    nameZh,
    nameEn: index % 3 === 0 ? `Laboratory apparatus ${index}` : null,
    model: `${SERIES[index % SERIES.length]} ${index}`,
    manufacturer: MAKERS[index % MAKERS.length] ?? null,
    keywords: [],
    methods: index % 2 === 0 ? ['外标法定量'] : [],
    standards: [{ number: STANDARDS[index % STANDARDS.length] ?? '', titleZh: null, titleEn: null }],
    providerNames: [`第${index % 7}测试中心`],
    body: [],
  }
  const marks = {
    kind: index % 5 === 0 ? 'testing_service' : 'instrument',
    providerId: id,
    district: PLACES[index % PLACES.length] ?? null,
  }
  const standards = text.standards.map(({ number }) => baseNumber(number))
  const prices = { inside: null, member: null, academic: null, enterprise: BigInt(index * 100), outside_district: null }
  const row: DocumentRow = {
    resource_id: id,
    draw: drawOf(id),
    kind: marks.kind,
    provider_id: marks.providerId,
    provider_district: marks.district,
    district: marks.district,
    class_code: '0105',
    standards,
    modes: ['self_service'],
    cma_until: '2027-01-01',
    cnas_until: null,
    glp_until: null,
    price_inside_fen: null,
    price_member_fen: null,
    price_academic_fen: null,
    price_enterprise_fen: prices.enterprise,
    price_outside_fen: null,
    longitude: 121 + index / 1000,
    latitude: 31,
    card: {
      kind: marks.kind,
      nameZh,
      nameEn: text.nameEn,
      manufacturer: text.manufacturer,
      model: text.model,
      summary: null,
      classCode: '0105',
      photoUrl: null,
      provider: { id, name: '测试中心', nameEn: null, district: marks.district },
      siteName: null,
      standards: [],
      methods: [],
      confirmation: null,
      turnaroundDays: null,
      unit: 'hour',
    },
    tokens: buildTokens(text, {
      id,
      ...marks,
      classCode: '0105',
      modes: ['self_service'],
      schemes: ['cma'],
      standards,
      prices,
      point: { lon: 121 + index / 1000, lat: 31 },
    }),
    indexed_on: '2026-11-21',
    refresh_on: null,
  }
  return { id, text, row }
}

const NEEDS = { now: () => new Date('2026-11-21T04:00:00Z'), firstFreeSlots: async () => new Map(), customerClassOf: () => null }
let database: Awaited<ReturnType<typeof createTestDatabase>>
let pool: pg.Pool
let db: Kysely<CatalogTables>
let made: Made[]

beforeAll(async () => {
  database = await createTestDatabase()
  pool = openPool({ connectionString: database.url })
  db = openDatabase<CatalogTables>(pool)
  made = Array.from({ length: 300 }, (_, index) => make(index))
  await upsertDocuments(
    db,
    made.map(({ row }) => row),
  )
  await insertTerms(
    db,
    made.flatMap(({ text }) => termsOf(text)),
  )
})
afterAll(async () => {
  await pool.end()
  await database.drop()
})

const search = (params: Record<string, unknown>) => searchResources(db, NEEDS, SearchQuery.parse(params), null)

async function idsOf(params: Record<string, unknown>): Promise<string[]> {
  const ids: string[] = []
  for (let cursor: string | undefined; ; ) {
    const page = await search({ limit: 100, ...params, ...(cursor && { cursor }) })
    ids.push(...page.items.map(({ id }) => id))
    if (!page.nextCursor) return ids
    cursor = page.nextCursor
  }
}

const named = (part: string) => made.filter(({ text }) => text.nameZh?.includes(part)).map(({ id }) => id)

describe('every resource is found', () => {
  test('by its whole name and by its model', async () => {
    for (const { id, text } of made.slice(0, 30)) {
      expect(await idsOf({ q: text.nameZh ?? '' })).toContain(id)
      expect(await idsOf({ q: text.model ?? '' })).toContain(id)
      expect(await idsOf({ q: compactKey(`${text.manufacturer}${text.model}`) })).toContain(id)
    }
  })

  test('by any two neighbouring characters of its name', async () => {
    const samples = fc.sample(fc.record({ made: fc.constantFrom(...made), at: fc.nat() }), { numRuns: 50, seed: 7 })
    for (const { made: one, at } of samples) {
      const chars = segment(one.text.nameZh ?? '', true).flatMap(({ chars }) => chars)
      const start = at % (chars.length - 1)
      const fragment = `${chars[start]}${chars[start + 1]}`
      expect(await idsOf({ q: fragment }), `${fragment} of ${one.text.nameZh}`).toContain(one.id)
    }
  })

  test.each(['液', '仪', '镜', '金'])('by one character: %s', async (char) => {
    expect((await idsOf({ q: char })).sort()).toEqual(expect.arrayContaining(named(char)))
  })
})

describe('kinds of queries', () => {
  test.each([
    ['液相色谱', '液相色谱'],
    ['yxsp', '液相色谱'],
    ['YXSP', '液相色谱'],
    ['yexiangsepu', '液相色谱'],
    ['核磁', '核磁'],
    ['NMR', '核磁'],
    ['MRI', '核磁'],
    ['电镜', '电子显微镜'],
    ['SEM', '电子显微镜'],
    ['HPLC', '液相色谱'],
    ['ＸＲＤ', 'X射线衍射'],
    ['icpms', 'ICP-MS'],
    ['液向色谱', '液相色谱'],
    ['液相色普', '液相色谱'],
    ['扫描电子显危镜', '扫描电子显微镜'],
    ['核磁共振波仪', '核磁共振波谱仪'],
    ['金属3d打印', '3D打印机'],
    ['液相色谱质谱联用', '液相色谱-三重四极杆质谱联用仪'],
    ['三重四极杆 质谱', '三重四极杆质谱'],
  ])('%s finds what is named %s', async (q, part) => {
    const wanted = named(part)
    expect(wanted.length).toBeGreaterThan(0)
    expect(await idsOf({ q })).toEqual(expect.arrayContaining(wanted))
  })

  test.each([
    ['GB 9706.1', 'GB 9706.1-2020'],
    ['9706.1-2020', 'GB 9706.1-2020'],
    ['gb9706.1', 'GB 9706.1-2020'],
    ['GB 9706.1-2007', 'GB 9706.1-2020'],
    ['ISO 10993-5', 'GB/T 16886.5-2017'],
    ['16886.18', 'GB/T 16886.18-2022'],
    ['GB/T 16886', 'GB/T 16886.5-2017'],
  ])('%s finds what cites %s', async (q, number) => {
    const citing = made.filter(({ text }) => text.standards.some((standard) => standard.number === number)).map(({ id }) => id)
    expect(await idsOf({ q })).toEqual(expect.arrayContaining(citing))
  })

  test('typing errors in words are corrected, and the answer says so', async () => {
    const answer = await search({ q: 'Agilnet 1260' })
    expect(answer.query.corrected).toBe('agilent 1260')
    expect(answer.items[0]).toMatchObject({ manufacturer: 'Agilent' })
    expect((await search({ q: 'Agilnet 1260', literal: 'true' })).total.count).toBe(0)
  })

  test('the exact model comes first, then names that begin so, then those that hold it', async () => {
    const exact = made[42] as Made
    expect((await search({ q: exact.text.model ?? '' })).items[0]?.id).toBe(exact.id)
    const matches = (await search({ q: '液相色谱', limit: 100 })).items.map((item) => item.match)
    expect(matches.indexOf('phrase')).toBeGreaterThan(matches.lastIndexOf('name_start'))
    expect(matches[0]).toBe('name_start')
  })

  test('a query without words shows everything', async () => {
    expect((await search({})).total).toEqual({ count: 300, atLeast: false })
  })
})

describe('nonsense', () => {
  test.each(['🔬', '%', '_', "'", '"', '\\', '\u0000', ':*', '& | !', '<->', "'; drop table x; --", '((((', '\ud800', '　'])(
    '%j is answered',
    async (q) => {
      expect((await search({ q })).items.length).toBeLessThanOrEqual(20)
      expect((await suggest(db, q, 8)).items.length).toBeLessThanOrEqual(8)
    },
  )

  test.each([
    ['5,000 characters', '液'.repeat(5000)],
    ['10 kB', 'a'.repeat(10_000)],
  ])('%s are cut to 200', async (_, q) => {
    const answer = await search({ q })
    expect(answer.query.isTruncated).toBe(true)
    expect([...answer.query.text]).toHaveLength(200)
    expect((await suggest(db, q, 8)).items).toEqual([])
  })

  test('any string is answered, and marks lie inside the texts', async () => {
    const unit = fc.constantFrom(...'液相色谱仪核磁x1 .-/\'"\\&|!():*<>%_\u0000🔬agilent')
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string({ unit, maxLength: 20 }), fc.string({ unit: ANY_CHARACTER, maxLength: 60 })), async (q) => {
        const answer = await search({ q, limit: 5 })
        for (const item of answer.items)
          for (const [text, marks] of [
            [item.nameZh, item.highlights.nameZh],
            [item.model, item.highlights.model],
            [item.manufacturer, item.highlights.manufacturer],
          ] as const)
            for (const { start, end } of marks) if (start >= end || end > (text?.length ?? 0)) return false
        return true
      }),
      { numRuns: 60 },
    )
  }, 240_000)
})

describe('order and pages', () => {
  test.each([
    [{ q: '色谱' }],
    [{ q: '仪', sort: 'price' }],
    [{ lon: 121.1, lat: 31, sort: 'distance' }],
    [{ kind: 'instrument', sort: 'price' }],
  ])('%j: each row once, the same order whatever the page', async (params) => {
    const whole = await idsOf({ ...params, limit: 100 })
    expect(new Set(whole).size).toBe(whole.length)
    expect(await idsOf({ ...params, limit: 7 })).toEqual(whole)
    expect(await idsOf({ ...params, limit: 100 })).toEqual(whole)
  })

  test('price and distance rise', async () => {
    const prices = (await search({ sort: 'price', limit: 100 })).items.map((item) => Number(item.price?.amount))
    expect(prices).toEqual([...prices].sort((a, b) => a - b))
    const distances = (await search({ lon: 121.1, lat: 31, sort: 'distance', limit: 100 })).items.map((item) => item.distanceKm ?? 0)
    expect(distances).toEqual([...distances].sort((a, b) => a - b))
  })
})

describe('more matches than can be ranked', () => {
  test('the best are the first by tier and draw, found in samples', async () => {
    const many = Array.from({ length: 3000 }, (_, index) => make(1000 + index, index % 10 === 0 ? '离心机' : '冷冻离心机'))
    await upsertDocuments(
      db,
      many.map(({ row }) => row),
    )
    // As if there were a million: then a sample tells how many there are, and the best are looked for in samples.
    await pool.query(`update pg_class set reltuples = 1000000 where oid = 'catalog.search_document'::regclass`)
    const large = openDatabase<CatalogTables>(pool)
    const { rows, isComplete } = await findCandidates(large, planQuery('离心', vocabularyOf()))
    expect(isComplete).toBe(false)
    const byDraw = (name: string) =>
      many
        .filter(({ text }) => text.nameZh === name)
        .map(({ row }) => row)
        .sort((a, b) => a.draw - b.draw || (a.resource_id < b.resource_id ? -1 : 1))
    const expected = [...byDraw('离心机'), ...byDraw('冷冻离心机')].slice(0, MAX_RANKED)
    expect(rows.map((row) => row.resource_id)).toEqual(expected.map((row) => row.resource_id))
    expect(new Set(rows.map((row) => row.tierName))).toEqual(new Set(['name_start', 'phrase']))

    // The first page ranks fewer; the pages after it fit all the same.
    const paged: string[] = []
    for (let cursor: string | undefined; ; ) {
      const query = SearchQuery.parse({ q: '离心', limit: 90, ...(cursor && { cursor }) })
      const page = await searchResources(large, NEEDS, query, null)
      expect(page).toMatchObject({ isCapped: true, total: { count: 1000, atLeast: true } })
      paged.push(...page.items.map(({ id }) => id))
      if (!page.nextCursor) break
      cursor = page.nextCursor
    }
    expect(paged).toEqual(expected.map((row) => row.resource_id))
  })
})
