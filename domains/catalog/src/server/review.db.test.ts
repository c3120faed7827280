import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type CatalogTest, contentOf, createCatalogTest, SITE } from './test-catalog.ts'

let t: CatalogTest
let siteId: string

beforeAll(async () => {
  t = await createCatalogTest()
  siteId = (await t.call('POST', '/sites', { as: t.provider, body: SITE })).json().id
})
afterAll(() => t.testApp.close())

const complete = (fields: Record<string, unknown> = {}) => contentOf('instrument', { siteId, classCode: '0105', ...fields })

async function draft(fields: Record<string, unknown> = {}): Promise<{ id: string; version: number }> {
  const reply = await t.call('POST', '/own/resources', { as: t.provider, body: complete(fields) })
  expect(reply.statusCode, reply.body).toBe(201)
  return reply.json()
}
const act = (id: string, verb: string, version: number) =>
  t.call('POST', `/own/resources/${id}/${verb}`, { as: t.provider, body: { note: null }, version })
const publish = (id: string, version: number) => t.call('POST', `/reviews/${id}/publish`, { as: t.operator, body: { note: null }, version })
const giveBack = (id: string, version: number) =>
  t.call('POST', `/reviews/${id}/return`, { as: t.operator, body: { reasons: '请补充型号' }, version })

async function published(fields: Record<string, unknown> = {}): Promise<{ id: string; version: number }> {
  const { id, version } = await draft(fields)
  const submitted = (await act(id, 'submit', version)).json()
  const reply = await publish(id, submitted.version)
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json()
}

describe('from draft to the public page', () => {
  test('a draft is seen by its institution and the reviewer only; others get what an unknown id gets', async () => {
    const { id } = await draft()
    const unknown = await t.call('GET', '/resources/00000000-0000-7000-8000-000000000000')
    for (const as of [undefined, t.other, t.officer]) {
      const reply = await t.call('GET', `/resources/${id}`, as ? { as } : {})
      expect(reply.statusCode).toBe(404)
      expect(reply.json().code).toBe(unknown.json().code)
    }
    expect((await t.call('GET', `/own/resources/${id}`, { as: t.other })).statusCode).toBe(404)
    expect((await t.call('PUT', `/own/resources/${id}`, { as: t.other, body: complete(), version: 1 })).statusCode).toBe(404)
    expect((await t.call('GET', `/resources/${id}`, { as: t.provider })).statusCode).toBe(200)
    expect((await t.call('GET', `/resources/${id}`, { as: t.operator })).statusCode).toBe(200)
  })

  test('every blocking gap is told at once', async () => {
    const reply = await t.call('POST', '/own/resources', { as: t.provider, body: contentOf('instrument', { nameZh: null }) })
    const { id, version } = reply.json()
    const refused = await act(id, 'submit', version)
    expect(refused.statusCode).toBe(422)
    expect(refused.json().problems.map((problem: { code: string }) => problem.code)).toEqual([
      'catalog.gap_name_zh',
      'catalog.gap_site',
      'catalog.gap_class',
    ])
  })

  test('the published version stays while its successor waits; then the successor takes its place', async () => {
    const first = await published({ summary: '第一版' })
    const edited = await t.call('PUT', `/own/resources/${first.id}`, {
      as: t.provider,
      body: complete({ summary: '第二版' }),
      version: first.version,
    })
    expect(edited.json()).toMatchObject({ status: 'published', workState: 'draft' })
    const waiting = (await act(first.id, 'submit', edited.json().version)).json()
    expect((await t.call('GET', `/resources/${first.id}`)).json().summary).toBe('第一版')
    const queue = (await t.call('GET', '/reviews', { as: t.operator })).json().items
    expect(queue.find((item: { id: string }) => item.id === first.id)).toMatchObject({ isFirst: false, workState: 'in_review' })

    const returned = (await giveBack(first.id, waiting.version)).json()
    expect(returned).toMatchObject({ status: 'published', workState: 'returned', returnReasons: '请补充型号' })
    const again = (await act(first.id, 'submit', returned.version)).json()
    expect((await publish(first.id, again.version)).json()).toMatchObject({ status: 'published', workState: 'none' })
    expect((await t.call('GET', `/resources/${first.id}`)).json().summary).toBe('第二版')

    const versions = (await t.call('GET', `/resources/${first.id}/versions`, { as: t.provider })).json().items
    expect(versions.map((item: { state: string }) => item.state)).toEqual([
      'published',
      'in_review',
      'returned',
      'in_review',
      'draft',
      'published',
      'in_review',
      'draft',
    ])
    const diff = await t.call('GET', `/resources/${first.id}/versions/4`, { as: t.provider })
    expect(diff.json().changes).toEqual([{ field: '/summary', before: '第一版', after: '第二版' }])
    expect((await t.call('GET', `/resources/${first.id}/versions`, { as: t.other })).statusCode).toBe(404)
  })

  test('what is under review cannot be edited; a stale version is told', async () => {
    const { id, version } = await draft()
    const submitted = (await act(id, 'submit', version)).json()
    const edit = await t.call('PUT', `/own/resources/${id}`, { as: t.provider, body: complete(), version: submitted.version })
    expect(edit.json().code).toBe('catalog.under_review')
    expect((await publish(id, version)).statusCode).toBe(412)
    expect((await t.call('DELETE', `/own/resources/${id}`, { as: t.provider, version: submitted.version })).statusCode).toBe(409)
  })

  test('retired is off the public pages and comes back through review', async () => {
    const { id, version } = await published()
    const retired = (await act(id, 'retire', version)).json()
    expect((await t.call('GET', `/resources/${id}`)).statusCode).toBe(404)
    const edited = (await t.call('PUT', `/own/resources/${id}`, { as: t.provider, body: complete(), version: retired.version })).json()
    const submitted = (await act(id, 'submit', edited.version)).json()
    await publish(id, submitted.version)
    expect((await t.call('GET', `/resources/${id}`)).statusCode).toBe(200)
  })

  test('events of a publication leave with it', async () => {
    const { id } = await published()
    const topics = await t.testApp.db.selectFrom('platform.outbox_event').select(['topic', 'payload']).execute()
    expect(
      topics.some((event) => event.topic === 'catalog.resource_published' && (event.payload as { resourceId: string }).resourceId === id),
    ).toBe(true)
  })

  test('a draft that never was published can be deleted, with its version', async () => {
    const { id, version } = await draft()
    expect((await t.call('DELETE', `/own/resources/${id}`, { as: t.provider, version })).statusCode).toBe(204)
    expect((await t.call('GET', `/own/resources/${id}`, { as: t.provider })).statusCode).toBe(404)
  })
})

describe('races', () => {
  test('of two operators who decide at once exactly one decides', async () => {
    for (let round = 0; round < 8; round += 1) {
      const { id, version } = await draft()
      const { version: waiting } = (await act(id, 'submit', version)).json()
      const replies = await Promise.all([publish(id, waiting), giveBack(id, waiting), publish(id, waiting), giveBack(id, waiting)])
      expect(replies.filter((reply) => reply.statusCode === 200)).toHaveLength(1)
      expect(replies.every((reply) => reply.statusCode === 200 || reply.statusCode === 412)).toBe(true)
      const row = await t.testApp.db.selectFrom('catalog.resource').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
      const last = await t.testApp.db
        .selectFrom('catalog.resource_version')
        .selectAll()
        .where('resource_id', '=', id)
        .orderBy('version', 'desc')
        .executeTakeFirstOrThrow()
      expect([row.version, last.version]).toEqual([waiting + 1, waiting + 1])
      expect(last.state).toBe(row.status === 'published' ? 'published' : 'returned')
    }
  })

  test('of edit and submit at once one wins, and what is reviewed is what was submitted', async () => {
    for (let round = 0; round < 8; round += 1) {
      const { id, version } = await draft({ summary: '旧' })
      const [edited, submitted] = await Promise.all([
        t.call('PUT', `/own/resources/${id}`, { as: t.provider, body: complete({ summary: '新' }), version }),
        act(id, 'submit', version),
      ])
      expect([edited, submitted].filter((reply) => reply?.statusCode === 200)).toHaveLength(1)
      const row = await t.testApp.db.selectFrom('catalog.resource').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
      expect(row.summary).toBe(row.work_state === 'in_review' ? '旧' : '新')
    }
  })

  test('of overlapping prices set at once exactly one stands', async () => {
    const { id } = await draft()
    const replies = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        t.call('POST', `/own/resources/${id}/prices`, {
          as: t.provider,
          body: {
            customerClass: 'enterprise',
            unit: 'hour',
            price: `${100 + index}.00`,
            validFrom: `2027-01-${String(1 + (index % 5)).padStart(2, '0')}`,
            validTo: null,
            note: null,
          },
        }),
      ),
    )
    expect(replies.filter((reply) => reply.statusCode === 201)).toHaveLength(1)
    expect(replies.filter((reply) => reply.statusCode === 409)).toHaveLength(19)
  })

  test('a site is not closed under a resource that moves in', async () => {
    for (let round = 0; round < 8; round += 1) {
      const site = (await t.call('POST', '/sites', { as: t.provider, body: { ...SITE, name: `楼 ${round}` } })).json()
      const [moved, closed] = await Promise.all([
        t.call('POST', '/own/resources', { as: t.provider, body: complete({ siteId: site.id }) }),
        t.call('POST', `/sites/${site.id}/close`, { as: t.provider, version: 1 }),
      ])
      expect([moved?.statusCode === 201, closed?.statusCode === 200].filter(Boolean)).toHaveLength(1)
    }
  })
})

describe('prices', () => {
  const price = (validFrom: string, validTo: string | null, amount = '180.00') => ({
    customerClass: 'enterprise',
    unit: 'hour',
    price: amount,
    validFrom,
    validTo,
    note: null,
  })
  test('one price a day and class; what was in force is only ended', async () => {
    const { id } = await published()
    const first = (await t.call('POST', `/own/resources/${id}/prices`, { as: t.provider, body: price('2026-01-01', null) })).json()
    expect((await t.call('GET', `/resources/${id}`)).json().prices).toMatchObject([{ price: '180.00', unit: 'hour' }])
    const change = await t.call('PUT', `/prices/${first.id}`, { as: t.provider, body: price('2026-01-01', null, '1.00'), version: 1 })
    expect(change.json().code).toBe('catalog.price_in_force')
    const past = await t.call('POST', `/prices/${first.id}/end`, { as: t.provider, body: { validTo: '2026-03-01' }, version: 1 })
    expect(past.json().code).toBe('catalog.price_end_past')
    expect((await t.call('POST', `/own/resources/${id}/prices`, { as: t.provider, body: price('2027-01-01', null) })).statusCode).toBe(409)
    expect(
      (await t.call('POST', `/prices/${first.id}/end`, { as: t.provider, body: { validTo: '2026-12-31' }, version: 1 })).statusCode,
    ).toBe(200)
    expect(
      (await t.call('POST', `/own/resources/${id}/prices`, { as: t.provider, body: price('2027-01-01', null, '200.00') })).statusCode,
    ).toBe(201)
    expect((await t.call('GET', `/own/resources/${id}/prices`, { as: t.other })).statusCode).toBe(404)
    expect(
      (await t.call('POST', `/prices/${first.id}/end`, { as: t.other, body: { validTo: '2026-12-31' }, version: 2 })).json().code,
    ).toBe('catalog.price_missing')
  })
})

describe('standards and accreditation', () => {
  const standard = (number: string, more: Record<string, unknown> = {}) => ({
    number,
    titleZh: '标准',
    titleEn: null,
    field: null,
    category: null,
    subcategory: null,
    publishedOn: null,
    effectiveOn: '2017-01-01',
    effectiveNote: null,
    withdrawnOn: null,
    status: 'active',
    source: null,
    lastCheckedOn: '2026-08-15',
    replaces: [],
    ...more,
  })
  const add = async (number: string, more: Record<string, unknown> = {}) => {
    const reply = await t.call('POST', '/standards', { as: t.officer, body: standard(number, more) })
    expect(reply.statusCode, reply.body).toBe(201)
    return reply.json()
  }

  test('a service that cites a replaced standard is flagged, with the successor; a coming one is announced', async () => {
    const old = await add('YY 0505-2012')
    const kept = await add('YY/T 0316-2016')
    const service = contentOf('testing_service', {
      nameZh: '电磁兼容',
      standards: [
        { standardId: old.id, note: null },
        { standardId: kept.id, note: '第 5 章' },
      ],
    })
    const { id, version } = (await t.call('POST', '/own/resources', { as: t.provider, body: service })).json()
    const submitted = (await act(id, 'submit', version)).json()
    await publish(id, submitted.version)
    const next = await add('YY 9706.102-2021', { effectiveOn: '2023-05-01', replaces: ['YY 0505-2012'] })
    await add('YY/T 0316-2030', { effectiveOn: '2030-01-01', status: 'upcoming', replaces: ['YY/T 0316-2016'] })
    const shown = (await t.call('GET', `/resources/${id}`)).json().standards
    expect(shown).toMatchObject([
      {
        number: 'YY 0505-2012',
        isReplaced: true,
        status: 'replaced',
        successors: [{ id: next.id, number: 'YY 9706.102-2021', status: 'active' }],
      },
      {
        number: 'YY/T 0316-2016',
        isReplaced: false,
        note: '第 5 章',
        successors: [{ number: 'YY/T 0316-2030', status: 'upcoming', effectiveOn: '2030-01-01' }],
      },
    ])
    expect((await t.call('GET', `/resources?standardId=${old.id}`)).json().items.map((item: { id: string }) => item.id)).toEqual([id])
    expect((await t.call('GET', `/standards/${next.id}`)).json().predecessors).toMatchObject([
      { number: 'YY 0505-2012', status: 'replaced' },
    ])
    expect((await t.call('POST', '/standards', { as: t.provider, body: standard('GB 1-2020') })).statusCode).toBe(403)
  })

  test('only scopes in date count, by resource or by standard', async () => {
    const cited = await add('GB/T 16886.5-2017')
    const { id } = await published({ standards: [{ standardId: cited.id, note: null }] })
    const scope = (certificateNo: string, validFrom: string, validTo: string) => ({
      scheme: 'cma',
      certificateNo,
      validFrom,
      validTo,
      note: null,
      items: [
        {
          product: '医疗器械',
          parameter: '细胞毒性',
          standardId: cited.id,
          standardText: null,
          fieldCode: null,
          limits: '只用浸提液法',
          resourceId: null,
        },
      ],
    })
    await t.call('POST', '/accreditations', { as: t.provider, body: scope('230000001', '2020-01-01', '2026-01-01') })
    expect((await t.call('GET', `/resources/${id}`)).json().accreditations).toEqual([])
    const valid = (await t.call('POST', '/accreditations', { as: t.provider, body: scope('230000002', '2026-01-01', '2032-01-01') })).json()
    expect((await t.call('GET', `/resources/${id}`)).json().accreditations).toMatchObject([
      { scheme: 'cma', certificateNo: '230000002', validTo: '2032-01-01' },
    ])
    await t.call('POST', `/accreditations/${valid.id}/withdraw`, { as: t.provider, body: { withdrawnOn: '2026-11-01' }, version: 1 })
    expect((await t.call('GET', `/resources/${id}`)).json().accreditations).toEqual([])
    expect((await t.call('GET', `/accreditations/${valid.id}`, { as: t.other })).statusCode).toBe(404)
  })
})

describe('the national platform', () => {
  test('messages of published instruments with what is missing, as JSON and XML; only of the own institution', async () => {
    const { id } = await published({ innerNumber: 'N-1', 'detail.originalValue': '408000.00', 'detail.customs.hsCode': '9027809990' })
    const page = (await t.call('GET', '/national-messages', { as: t.provider })).json()
    const own = page.messages.filter((message: { resourceId: string }) => message.resourceId === id)
    expect(own).toMatchObject([
      { type: 4, fields: { innerId: 'N-1', instrCategory: '010500', worth: '40.8', county: '嘉定区', type: '通用' } },
      { type: 5, fields: { hsCode: '9027809990' } },
    ])
    expect(
      page.problems.find((problem: { resourceId: string; field: string }) => problem.resourceId === id && problem.field === 'nation')
        .message,
    ).toContain('nation')
    expect(page.messages[0]).toMatchObject({ type: 1, resourceId: null, fields: { county: '嘉定区', street: '嘉定区示范路 1 号' } })
    expect(page.problems[0]).toMatchObject({ type: 1, resourceId: null, code: 'catalog.national_field_missing' })
    const next = (await t.call('GET', '/national-messages?limit=1', { as: t.provider })).json()
    const second = (await t.call('GET', `/national-messages?limit=1&cursor=${next.nextCursor}`, { as: t.provider })).json()
    expect([next.messages[0].type, second.messages[0].type]).toEqual([1, 4])
    const xml = await t.call('GET', '/national-messages.xml', { as: t.provider })
    expect(xml.body.match(/<instrumentCentre /g)).toHaveLength(1)
    expect(xml.body).toContain('<innerId>N-1</innerId>')
    expect((await t.call('GET', '/national-messages', { as: t.other })).json().messages).toEqual([])
    expect((await t.call('GET', '/national-messages', { as: t.officer })).json().code).toBe('catalog.export_no_organisation')
    expect(
      (await t.call('GET', `/national-messages?organisationId=${t.provider.organisationId}`, { as: t.officer })).json().messages,
    ).toEqual(page.messages)
  })
})

describe('public pages', () => {
  test('provider, comparison, overview, classes', async () => {
    const a = await published({ model: 'A' })
    const b = await published({ model: 'B' })
    const profile = {
      introductionZh: '分析测试',
      introductionEn: null,
      website: null,
      contactName: null,
      phone: null,
      email: null,
      establishedOn: null,
      capabilities: ['理化'],
    }
    expect((await t.call('PUT', '/profile', { as: t.provider, body: profile, version: 0 })).statusCode).toBe(200)
    expect((await t.call('PUT', '/profile', { as: t.provider, body: profile, version: 0 })).statusCode).toBe(412)
    const page = (await t.call('GET', `/providers/${t.provider.organisationId}`)).json()
    expect(page).toMatchObject({ introductionZh: '分析测试', capabilities: ['理化'] })
    expect(page.resourceCounts.instrument).toBeGreaterThanOrEqual(2)
    const comparison = (await t.call('GET', `/compare?ids=${a.id},${b.id}`)).json()
    expect(comparison.differing).toContain('model')
    expect(comparison.differing).not.toContain('nameZh')
    expect((await t.call('GET', `/compare?ids=${a.id}`)).statusCode).toBe(400)
    const overview = (await t.call('GET', '/overview')).json()
    expect(overview.instrumentClasses).toMatchObject([{ code: '01', zh: '分析仪器' }])
    expect((await t.call('GET', '/instrument-classes')).json().items.length).toBeGreaterThan(80)
  })

  test('pages follow each other without gap or repeat', async () => {
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const url: string = `/resources?providerId=${t.provider.organisationId}&limit=2${cursor ? `&cursor=${cursor}` : ''}`
      const page = (await t.call('GET', url)).json()
      seen.push(...page.items.map((item: { id: string }) => item.id))
      cursor = page.nextCursor
    } while (cursor)
    expect(new Set(seen).size).toBe(seen.length)
    const count = await t.testApp.db.selectFrom('catalog.resource').select('id').where('status', '=', 'published').execute()
    expect(seen.length).toBe(count.length)
  })

  test('a photo is served only where it belongs', async () => {
    const { id, version } = await draft()
    const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
    const file = (await t.upload(`/own/resources/${id}/files`, t.provider, { name: 'a.png', content: png })).json()
    expect(file).toMatchObject({ mediaType: 'image/png', name: 'a.png' })
    const saved = await t.call('PUT', `/own/resources/${id}`, {
      as: t.provider,
      body: complete({ photos: [{ fileId: file.fileId, caption: null }] }),
      version,
    })
    expect(saved.statusCode, saved.body).toBe(200)
    const read = (as?: typeof t.provider) => t.call('GET', `/resources/${id}/files/${file.fileId}`, as ? { as } : {})
    expect((await read()).statusCode).toBe(404)
    expect((await read(t.other)).statusCode).toBe(404)
    expect((await read(t.provider)).statusCode).toBe(200)
    const html = await t.upload(`/own/resources/${id}/files`, t.provider, { name: 'a.png', content: '<html><script>1</script></html>' })
    expect(html.statusCode).toBe(415)
    const stranger = await t.call('POST', '/own/resources', {
      as: t.provider,
      body: complete({ photos: [{ fileId: file.fileId, caption: null }] }),
    })
    expect(stranger.json().problems[0].code).toBe('catalog.file_unknown')
  })
})
