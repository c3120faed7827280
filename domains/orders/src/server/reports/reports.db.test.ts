import { createHash } from 'node:crypto'
import { newId } from '@jiju/kernel/ids'
import { readPages } from '@jiju/platform/pdf/read-pdf-fixture'
import { verifyPdf } from '@jiju/platform/pdf/verify-pdf'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Report } from '../../contract/reports.ts'
import { listRoots } from '../sql/reports/signing-keys.ts'
import { createOrdersTest, NOW, type OrdersTest } from '../test-orders.ts'
import { type ReportsTest, reportsTest } from '../test-reports.ts'

let orders: OrdersTest
let reports: ReportsTest
beforeAll(async () => {
  orders = await createOrdersTest()
  reports = await reportsTest(orders)
})
afterAll(() => orders.close())

const code = (reply: { body: string }) => JSON.parse(reply.body).code
const download = async (report: Pick<Report, 'id'>, person = orders.engineer) => {
  const reply = await orders.call(person, 'GET', `/reports/${report.id}/file`)
  expect(reply.statusCode).toBe(200)
  return reply.rawPayload
}
const verify = (typed: string) => orders.call(null, 'GET', `/verifications/${encodeURIComponent(typed)}`)

describe('from the draft to the issued report', () => {
  test('a draft says what the order says; three persons sign; the order moves when it is issued', async () => {
    const orderId = await reports.reporting()
    const draft = await reports.draft(orderId)
    expect(draft.content.fields).toMatchObject({ client: '澜心医疗科技（上海）有限公司', test_type: '委托检测' })
    expect(draft.content.items).toMatchObject([{ name: '细胞毒性（浸提液法）', result: '' }])
    expect(draft.maySign).toEqual(['prepare'])

    const empty = await reports.act(reports.staff, draft.id, 'prepare')
    expect(empty.statusCode).toBe(422)
    expect(JSON.parse(empty.body).problems.map((problem: { code: string }) => problem.code)).toEqual([
      'orders.report_sample_name_missing',
      'orders.report_result_missing',
      'orders.report_conclusion_missing',
    ])
    await reports.fill(draft)
    expect((await reports.act(reports.staff, draft.id, 'prepare')).statusCode).toBe(200)
    // Nobody signs twice.
    expect(code(await reports.act(reports.staff, draft.id, 'check'))).toBe('orders.report_same_person')
    expect((await reports.act(reports.manager, draft.id, 'check')).statusCode).toBe(200)
    expect(code(await reports.act(reports.manager, draft.id, 'approve'))).toBe('orders.report_same_person')
    expect(code(await reports.act(reports.chief, draft.id, 'issue'))).toBe('orders.report_act_not_allowed')
    expect((await reports.act(reports.chief, draft.id, 'approve')).statusCode).toBe(200)
    const issued = await reports.act(reports.chief, draft.id, 'issue')
    expect(issued.statusCode).toBe(200)
    const report: Report = issued.json()
    expect(report).toMatchObject({ state: 'issued', number: 'PJ-2026-S-00001', edition: 1, approved: { personName: expect.any(String) } })
    expect(report.code).toMatch(/^(\w{4}-){3}\w{4}$/)

    const order = (await orders.call(orders.engineer, 'GET', `/orders/${orderId}`)).json()
    expect(order.state).toBe('reported')
    const pdf = await download(report)
    expect(createHash('sha256').update(pdf).digest('hex')).toBe(report.sha256)
    const text = (await readPages(pdf)).join('')
    for (const part of ['PJ-2026-S-00001', report.code ?? '', '所检项目符合要求。', '第 1 页 共', '不在资质认定或认可范围内'])
      expect(text).toContain(part)
    expect(await verifyPdf(pdf, await listRoots(orders.db))).toMatchObject({ outcome: 'valid', signer: '浦江医疗器械检测所' })
  })

  test('how long its records are kept is reckoned from the agreement when it is issued, and both parties read it', async () => {
    const retained = async (orderId: string): Promise<(string | null)[]> => {
      const draft = await reports.approved(orderId)
      const issued: Report = (await reports.act(reports.chief, draft.id, 'issue')).json()
      const read = async (person: typeof orders.engineer) =>
        (await orders.call(person, 'GET', `/orders/${orderId}/reports`)).json().items.find(({ id }: Report) => id === issued.id).retainUntil
      return [draft.retainUntil, issued.retainUntil, await read(orders.engineer), await read(orders.manager)]
    }
    // The platform's terms promise six years.
    expect(await retained(await reports.reporting())).toEqual([null, '2032-11-23', '2032-11-23', '2032-11-23'])

    // What both accepted instead counts.
    const { id } = await orders.placed()
    await orders.act(orders.manager, id, 'accept')
    const clause = { topic: 'retention', kind: 'replace', clauseKey: '3', heading: '记录', text: '记录保存{期限}。' }
    const figure = { kind: 'records', amount: 30, unit: 'month' }
    const proposed = await orders.call(orders.engineer, 'POST', `/orders/${id}/agreement/changes`, { ...clause, figure })
    expect(proposed.statusCode, proposed.body).toBe(200)
    await orders.call(orders.manager, 'POST', `/orders/${id}/agreement/changes/1/accept`)
    const { contentSha256 } = (await orders.call(orders.engineer, 'GET', `/orders/${id}/agreement`)).json()
    for (const person of [orders.engineer, orders.manager])
      expect((await orders.call(person, 'POST', `/orders/${id}/agreement/accept`, { contentSha256 })).statusCode).toBe(200)
    await reports.force(id, 'reporting')
    expect(await retained(id)).toEqual([null, '2029-05-23', '2029-05-23', '2029-05-23'])
  })

  test('what came back is edited and signed anew', async () => {
    const orderId = await reports.reporting()
    const draft = await reports.fill(await reports.draft(orderId))
    await reports.act(reports.staff, draft.id, 'prepare')
    expect(code(await orders.call(reports.staff, 'PUT', `/reports/${draft.id}`, { content: draft.content }, { 'if-match': '"3"' }))).toBe(
      'orders.report_act_not_allowed',
    )
    const returned = await reports.act(reports.manager, draft.id, 'return', { reason: '单位有误' })
    expect(returned.json()).toMatchObject({ state: 'draft', prepared: null, returnedReason: '单位有误' })
    expect(code(await orders.call(reports.staff, 'POST', `/orders/${orderId}/reports`, { templateId: reports.template.id }))).toBe(
      'orders.report_in_preparation',
    )
  })

  test('a preview is marked as a draft and has neither number nor code', async () => {
    const draft = await reports.draft(await reports.reporting())
    const preview = await orders.call(reports.staff, 'GET', `/reports/${draft.id}/preview`)
    const text = (await readPages(preview.rawPayload)).join('')
    expect(text).toContain('草稿')
    expect(text).not.toContain('PJ-2026')
  })

  test('the client sees nothing before it is issued, another organisation never does', async () => {
    const draft = await reports.draft(await reports.reporting())
    expect(code(await orders.call(orders.engineer, 'GET', `/reports/${draft.id}`))).toBe('orders.report_missing')
    const other = await orders.addPerson(await orders.addOrganisation('enterprise'), 'enterprise', 'engineer')
    const issued = await reports.issued()
    for (const path of ['', '/file', '/releases'])
      expect(code(await orders.call(other, 'GET', `/reports/${issued.id}${path}`))).toBe('orders.report_missing')
    const rival = await orders.addPerson(await orders.addOrganisation('provider'), 'provider', 'lab_manager')
    expect(code(await reports.act(rival, issued.id, 'withdraw', { reason: 'x' }))).toBe('orders.report_missing')
  })

  test('while something is left to pay, the client does not read it', async () => {
    const report = await reports.issued()
    await orders.pool.query('update orders.service_order set holds_results = true where id = $1', [report.orderId])
    expect(code(await orders.call(orders.engineer, 'GET', `/reports/${report.id}/file`))).toBe('orders.results_held')
    const seen: Report = (await orders.call(orders.engineer, 'GET', `/reports/${report.id}`)).json()
    expect(seen).toMatchObject({ isHeld: true, number: report.number, content: { items: [], conclusion: '' } })
    await download(report, reports.staff)
  })

  test('an order is not issued without an approved report', async () => {
    const orderId = await reports.reporting()
    const draft = await reports.fill(await reports.draft(orderId))
    expect(code(await reports.act(reports.chief, draft.id, 'issue'))).toBe('orders.report_act_not_allowed')
    await expect(orders.pool.query(`update orders.report set state = 'approved' where id = $1`, [draft.id])).rejects.toMatchObject({
      constraint: 'report_signs',
    })
  })

  test('a partial report leaves the order at work', async () => {
    const orderId = await reports.reporting()
    await reports.force(orderId, 'working')
    const part = await reports.issued(orderId, { kind: 'part' })
    expect(part).toMatchObject({ kind: 'part', state: 'issued' })
    expect((await orders.call(orders.engineer, 'GET', `/orders/${orderId}`)).json().state).toBe('working')
  })
})

describe('marks of accreditation', () => {
  async function accredit(serviceId: string, validTo: string, certificateNo: string) {
    const id = newId()
    await orders.pool.query(
      `insert into catalog.accreditation (id, provider_id, scheme, certificate_no, valid_from, valid_to) values ($1, $2, 'cma', $4, '2024-01-01', $3)`,
      [id, orders.provider, validTo, certificateNo],
    )
    await orders.pool.query(
      `insert into catalog.accreditation_item (id, accreditation_id, position, product, resource_id) values ($1, $1, 1, '医疗器械', $2)`,
      [id, serviceId],
    )
  }

  test('only for items in the scope of that day; the others are labelled', async () => {
    const inside = await orders.addService(orders.provider, '溶血')
    const ended = await orders.addService(orders.provider, '热原')
    await accredit(inside, '2027-12-31', 'CMA 220001')
    await accredit(ended, '2026-11-22', 'CMA 210007')
    const items = [inside, ended].map((serviceId) => ({ serviceId, quantity: 1, sampleCount: 1 }))
    const order = await orders.placed(orders.engineer, { items })
    await reports.force(order.id, 'reporting')
    const report = await reports.issued(order.id)
    expect(report.marks).toEqual([{ scheme: 'cma', certificateNo: 'CMA 220001', outside: ['1'] }])
    const text = (await readPages(await download(report))).join('')
    expect(text).toContain('CMA 220001')
    expect(text).toContain('热原*')
    expect(text).not.toContain('溶血*')
    expect(text).not.toContain('CNAS')
  })
})

describe('what a stranger learns', () => {
  test('valid, with number, issuer, day, hash, pages and signature; never the client', async () => {
    const report = await reports.issued()
    const reply = await verify((report.code ?? '').toLowerCase().replaceAll('-', ' '))
    expect(reply.statusCode).toBe(200)
    expect(reply.json()).toMatchObject({
      number: report.number,
      providerName: '浦江医疗器械检测所',
      state: 'issued',
      sha256: report.sha256,
      signature: 'valid',
      pages: report.pages,
      editions: [{ edition: 1, sha256: report.sha256 }],
    })
    expect(reply.body).not.toContain('澜心')
    expect(reply.body).not.toContain(report.orderNumber)
    expect(reply.body).not.toContain(report.id)
  })

  test('unknown and impossible codes are answered alike', async () => {
    const bodies = await Promise.all(['AAAA-AAAA-AAAA-AAAA', 'nonsense', '%'].map(verify))
    const plain = bodies.map((reply) => ({ status: reply.statusCode, ...JSON.parse(reply.body), requestId: '' }))
    expect(plain[0]).toMatchObject({ status: 404, code: 'orders.code_unknown' })
    expect(plain[1]).toEqual(plain[0])
    expect(plain[2]).toEqual(plain[0])
  })

  test('a replaced report says so and names its successor; the chain tells every edition by its fingerprint', async () => {
    const first = await reports.issued()
    expect(code(await orders.call(reports.staff, 'POST', `/orders/${first.orderId}/reports`, { templateId: reports.template.id }))).toBe(
      'orders.report_must_replace',
    )
    const second = await reports.issued(first.orderId, { replacesId: first.id, replaceReason: '委托方名称更正' })
    expect(second).toMatchObject({ edition: 2, replaces: { number: first.number, reason: '委托方名称更正' } })
    expect((await verify(first.code ?? '')).json()).toMatchObject({ state: 'replaced', successorNumber: second.number })
    const now = (await verify(second.code ?? '')).json()
    expect(now.state).toBe('issued')
    expect(now.editions).toMatchObject([
      { edition: 1, state: 'replaced', sha256: first.sha256 },
      { edition: 2, state: 'issued', sha256: second.sha256 },
    ])
    expect((await orders.call(orders.engineer, 'GET', `/orders/${first.orderId}`)).json().state).toBe('reported')
    const text = (await readPages(await download(second))).join('')
    expect(text).toContain(first.number)
  })

  test('a withdrawn report says so, and the order is not accepted until another is issued', async () => {
    const report = await reports.issued()
    expect((await reports.act(reports.chief, report.id, 'withdraw', { reason: '样品混淆' })).statusCode).toBe(200)
    expect((await verify(report.code ?? '')).json()).toMatchObject({ state: 'withdrawn', successorNumber: null })
    expect(code(await orders.act(orders.engineer, report.orderId, 'approve'))).toBe('orders.report_withdrawn_unreplaced')
    await reports.issued(report.orderId)
    expect((await orders.act(orders.engineer, report.orderId, 'approve')).statusCode).toBe(200)
    const bundle = (await orders.call(null, 'GET', '/report-bundle')).json()
    expect(bundle.ended).toContainEqual(expect.objectContaining({ sha256: report.sha256, state: 'withdrawn' }))
    expect(bundle.certificates).toContain('BEGIN CERTIFICATE')
  })

  test('a changed byte in the stored file is seen', async () => {
    const report = await reports.issued()
    const pdf = Buffer.from(await download(report))
    pdf[200] = (pdf[200] ?? 0) ^ 1
    expect((await verifyPdf(pdf, await listRoots(orders.db))).outcome).toBe('changed')
  })

  test('what is issued cannot be changed, not even in the database', async () => {
    const report = await reports.issued()
    for (const change of [`number = 'PJ-2026-S-99999'`, `sha256 = 'x'`, `content = '{}'`, `marks = '[1]'`])
      await expect(orders.pool.query(`update orders.report set ${change} where id = $1`, [report.id])).rejects.toMatchObject({
        constraint: 'report_frozen',
      })
  })
})

describe('released copies', () => {
  const open = (token: string) => orders.call(null, 'POST', '/report-copies/open', { token })
  const tokenOf = (url: string) => url.split('#token=')[1] ?? ''

  test('are read by their link until it expires or is revoked, and each read is told', async () => {
    const report = await reports.issued()
    const made = await orders.call(orders.engineer, 'POST', `/reports/${report.id}/releases`, { recipient: '上海器审中心', days: 30 })
    expect(made.statusCode).toBe(201)
    const token = tokenOf(made.json().url)
    expect((await open(token)).json()).toMatchObject({
      number: report.number,
      recipient: '上海器审中心',
    })
    const file = await orders.call(null, 'POST', '/report-copies/download', { token })
    expect(createHash('sha256').update(file.rawPayload).digest('hex')).toBe(report.sha256)
    const [release] = (await orders.call(orders.engineer, 'GET', `/reports/${report.id}/releases`)).json().items
    expect(release.reads.map((read: { act: string }) => read.act).sort()).toEqual(['downloaded', 'opened'])

    orders.setNow(new Date(NOW.getTime() + 31 * 86_400_000))
    expect(code(await orders.call(null, 'POST', '/report-copies/download', { token }))).toBe('orders.copy_expired')
    orders.setNow(NOW)
    expect((await orders.call(orders.engineer, 'DELETE', `/reports/${report.id}/releases/${release.id}`)).statusCode).toBe(204)
    expect(code(await open(token))).toBe('orders.copy_revoked')
    expect(code(await open('guessed'))).toBe('orders.copy_missing')
  })
})

describe('templates and keys', () => {
  test('a report keeps to the version of its template', async () => {
    const draft = await reports.draft(await reports.reporting())
    const { template } = reports
    const body = { name: template.name, classCode: 'S', language: 'zh_en', content: { ...template.content, title: '检验报告' } }
    const changed = await orders.call(reports.manager, 'PUT', `/report-templates/${template.id}`, body, {
      'if-match': `"${template.version}"`,
    })
    expect(changed.json().version).toBe(template.version + 1)
    const preview = await orders.call(reports.staff, 'GET', `/reports/${draft.id}/preview`)
    expect((await readPages(preview.rawPayload))[0]).toContain('检测报告')
  })

  test('a body code belongs to one provider', async () => {
    const rival = await orders.addPerson(await orders.addOrganisation('provider'), 'provider', 'lab_manager')
    expect(code(await orders.call(rival, 'PUT', '/report-numbering', { code: 'PJ' }, { 'if-match': '"0"' }))).toBe(
      'orders.report_code_taken',
    )
  })

  test('after a key is retired, old reports stay valid and new ones carry another', async () => {
    const before = await reports.issued()
    for (const providerId of [orders.provider, null])
      expect((await orders.call(orders.ruler, 'POST', '/report-signing-keys/retire', { providerId })).json()).toEqual({ isRetired: true })
    const after = await reports.issued()
    const { rows } = await orders.pool.query('select count(distinct signing_key_id)::int as keys from orders.report where id = any($1)', [
      [before.id, after.id],
    ])
    expect(rows[0].keys).toBe(2)
    for (const report of [before, after]) expect((await verify(report.code ?? '')).json().signature).toBe('valid')
  })
})
