import type { Call, OrderDistrict, Reply } from './test-order-district.ts'

type Body = Record<string, unknown>
const list = (body: Body, name = 'items') => (Array.isArray(body[name]) ? (body[name] as Body[]) : [])

/** An order for one item; with samples, and with a voucher where asked. */
export function place(
  { call, serviceId, programmeId }: OrderDistrict,
  { sampleCount = 1, hasVoucher = false, quantity = 1 }: { sampleCount?: number; hasVoucher?: boolean; quantity?: number } = {},
): Promise<Reply> {
  return call('engineer', 'POST', '/orders', {
    purpose: 'development',
    items: [{ serviceId, quantity, sampleCount }],
    ...(hasVoucher && { voucherProgrammeId: programmeId }),
  })
}

const SAMPLE = { name: '封堵器', quantity: '2', unit: '件', storage: 'room', rest: 'dispose' }

/** One declared sample, received intact. */
export async function bringSample(call: Call, orderId: string): Promise<Reply> {
  const declared = await call('engineer', 'POST', `/orders/${orderId}/samples`, { samples: [{ description: SAMPLE }] })
  const sampleId = list(declared.body)[0]?.id
  if (typeof sampleId !== 'string') return declared
  return call('staff', 'POST', `/orders/${orderId}/receipts`, { items: [{ sampleId, condition: 'intact' }] })
}

/** Every open task of an order: started, a result entered, completed by one, checked by another. Answers the last reply. */
export async function doTasks(call: Call, orderId: string): Promise<Reply> {
  let last = await call('staff', 'GET', `/orders/${orderId}/work`)
  const tasks = list(last.body).flatMap((item) => list(item, 'tasks'))
  for (const { id } of tasks) {
    let seen = Number((await call('staff', 'GET', `/tasks/${id}`)).body.version)
    const act = async (who: 'staff' | 'colleague', path: string, body: Body = {}) => {
      last = await call(who, 'POST', `/tasks/${id}/${path}`, body, seen)
      if (last.status < 300) seen = Number(last.body.version)
    }
    await act('staff', 'start')
    await act('staff', 'results', { results: [{ parameter: '细胞毒性', value: '0', unit: '级', verdict: 'pass' }] })
    await act('staff', 'complete')
    await act('colleague', 'check')
  }
  return last
}

/** A report that three people have signed and one has issued. Answers the last reply. */
export async function reportOn(
  { call, templateId }: Pick<OrderDistrict, 'call' | 'templateId'>,
  orderId: string,
  more: Body = {},
): Promise<Reply> {
  let report = await call('staff', 'POST', `/orders/${orderId}/reports`, { templateId, ...more })
  if (report.status !== 201) return report
  const { id, content } = report.body as { id: string; content: { fields: Body; items: Body[] } }
  const filled = {
    ...content,
    fields: { ...content.fields, sample_name: '封堵器' },
    items: content.items.map((item) => ({ ...item, result: '0', unit: '级', verdict: 'pass' })),
    conclusion: '所检项目符合要求。',
  }
  report = await call('staff', 'PUT', `/reports/${id}`, { content: filled }, Number(report.body.version))
  for (const [who, path] of [
    ['staff', 'prepare'],
    ['manager', 'check'],
    ['approver', 'approve'],
    ['approver', 'issue'],
  ] as const) {
    if (report.status !== 200) return report
    report = await call(who, 'POST', `/reports/${id}/${path}`, {}, Number(report.body.version))
  }
  return report
}

/** One act of an order as its version stands. */
export async function act(call: Call, who: Parameters<Call>[0], orderId: string, path: string, body: Body = {}): Promise<Reply> {
  const { body: order } = await call('operator', 'GET', `/orders/${orderId}`)
  return call(who, 'POST', `/orders/${orderId}/${path}`, body, Number(order.version))
}
