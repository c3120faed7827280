import type { LightMyRequestResponse } from 'fastify'
import type { ReportTemplate } from '../contract/report-templates.ts'
import type { Report } from '../contract/reports.ts'
import type { OrdersTest, Person } from './test-orders.ts'

const TEMPLATE_CONTENT = {
  title: '检测报告',
  subtitle: 'Test report',
  address: '虹东区科技路 1 号',
  contact: '021-5555 0100',
  fields: ['client', 'sample_name', 'model', 'batch', 'test_type', 'basis', 'judgement_basis', 'tested_on'],
  statements: ['报告仅对来样负责。', '未经本所书面同意，不得部分复制报告。'],
}

export type ReportsTest = Awaited<ReturnType<typeof reportsTest>>

/** A provider with a template, a body code and three people who sign, upon a test of orders. */
export async function reportsTest(test: OrdersTest, providerId: string = test.provider, bodyCode = 'PJ') {
  const chief = await test.addPerson(providerId, 'provider', 'approver')
  const manager = await test.addPerson(providerId, 'provider', 'lab_manager')
  const staff = await test.addPerson(providerId, 'provider', 'lab_staff')
  const kept = await test.call(manager, 'PUT', '/report-numbering', { code: bodyCode }, { 'if-match': '"0"' })
  if (kept.statusCode !== 200) throw new Error(kept.body)
  const added = await test.call(manager, 'POST', '/report-templates', {
    name: '生物学评价',
    classCode: 'S',
    language: 'zh',
    content: TEMPLATE_CONTENT,
  })
  if (added.statusCode !== 201) throw new Error(added.body)
  const template: ReportTemplate = added.json()

  /** One act of a report as its version stands now. */
  async function act(person: Person, id: string, path: string, body: object = {}): Promise<LightMyRequestResponse> {
    const { rows } = await test.pool.query('select version from orders.report where id = $1', [id])
    return test.call(person, 'POST', `/reports/${id}/${path}`, body, { 'if-match': `"${rows[0]?.version}"` })
  }

  /** Puts an order into a state by force, as if its work had been done. */
  async function force(orderId: string, state: string): Promise<void> {
    await test.pool.query(
      `update orders.service_order set state = $2, accepted_at = coalesce(accepted_at, now()), received_at = coalesce(received_at, now()) where id = $1`,
      [orderId, state],
    )
  }

  async function draft(orderId: string, body: object = {}): Promise<Report> {
    const reply = await test.call(staff, 'POST', `/orders/${orderId}/reports`, { templateId: template.id, ...body })
    if (reply.statusCode !== 201) throw new Error(reply.body)
    return reply.json()
  }

  /** Fills in what a draft lacks. */
  async function fill(report: Report): Promise<Report> {
    const content = {
      ...report.content,
      fields: { ...report.content.fields, sample_name: '封堵器' },
      items: report.content.items.map((item) => ({ ...item, result: '0', unit: '级', verdict: 'pass' })),
      conclusion: '所检项目符合要求。',
    }
    const reply = await test.call(staff, 'PUT', `/reports/${report.id}`, { content }, { 'if-match': `"${report.version}"` })
    if (reply.statusCode !== 200) throw new Error(reply.body)
    return reply.json()
  }

  /** A report that three people have signed, not issued yet. */
  async function approved(orderId: string, body: object = {}): Promise<Report> {
    const report = await fill(await draft(orderId, body))
    for (const [person, path] of [
      [staff, 'prepare'],
      [manager, 'check'],
      [chief, 'approve'],
    ] as const) {
      const reply = await act(person, report.id, path)
      if (reply.statusCode !== 200) throw new Error(reply.body)
    }
    return (await test.call(chief, 'GET', `/reports/${report.id}`)).json()
  }

  /** An issued report of a new order, or of `orderId` as it stands. */
  async function issued(orderId?: string, body: object = {}): Promise<Report> {
    const id = orderId ?? (await reporting())
    const report = await approved(id, body)
    const reply = await act(chief, report.id, 'issue')
    if (reply.statusCode !== 200) throw new Error(reply.body)
    return reply.json()
  }

  /** An order whose work is done. */
  async function reporting(): Promise<string> {
    const order = await test.placed()
    await force(order.id, 'reporting')
    return order.id
  }

  return { chief, manager, staff, template, act, force, draft, fill, approved, issued, reporting }
}
