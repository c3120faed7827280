import type { SignedUp } from '@jiju/api/test-people'
import { BOOKING, type Maker, type PrivateThing } from './test-private-things.ts'

// Plain ASCII, so that a multipart text carries it unharmed.
const PICTURE = { name: 'a.webp', content: 'RIFF\x24\0\0\0WEBPVP8 \x18\0\0\0' }
const PAPER = { name: 'a.pdf', content: '%PDF-1.4\n%%EOF\n' }
const row = (table: string, id: string) => ({ row: { table, where: { id } } })

/** Every private call about outages, the bookings that they displace, faults and calibrations. */
export async function outageThings(make: Maker, provider: SignedUp, customer: SignedUp, resourceId: string): Promise<PrivateThing[]> {
  const things: PrivateThing[] = []
  const outage = `${BOOKING}/outages/:id`
  const report = `${BOOKING}/fault-reports/:id`

  /** A booking that an outage of its own displaces. */
  const displaced = async (): Promise<{ outageId: string; reservationId: string; start: string; end: string }> => {
    const reservationId = await make.reserve(customer, resourceId)
    const { start, end } = await make.send(customer, 'GET', `${BOOKING}/reservations/${reservationId}`)
    const body = { resourceIds: [resourceId], type: 'fault', reason: '离子枪更换', start, end }
    const { items } = await make.send(provider, 'POST', `${BOOKING}/outages`, { body })
    return { outageId: items[0].id, reservationId, start, end }
  }
  const onOutage = async (verb: string, body?: (hit: { end: string }) => object) => {
    const hit = await displaced()
    const [method, path = ''] = verb.split(' ')
    const version = row('booking.outage', hit.outageId)
    things.push({
      route: `${method} ${outage}${path}`,
      as: provider,
      ids: { id: hit.outageId },
      ...version,
      ...(body && { body: body(hit) }),
    })
  }
  await onOutage('GET')
  await onOutage('GET /affected')
  await onOutage('GET /equivalents')
  await onOutage('POST /proposals', () => ({}))
  await onOutage('POST /change', ({ end }) => ({ end: new Date(Date.parse(end) - 1_800_000).toISOString() }))
  await onOutage('POST /end')

  for (const as of [customer, provider]) {
    const { reservationId: id } = await displaced()
    things.push({ route: `GET ${BOOKING}/reservations/:id/displacement`, as, ids: { id } })
  }
  const { reservationId: id } = await displaced()
  const later = make.slot()
  things.push({
    route: `POST ${BOOKING}/reservations/:id/take-equivalent`,
    as: customer,
    ids: { id },
    ...row('booking.reservation', id),
    body: { resourceId, ...later },
  })

  const reported = async (): Promise<string> =>
    (await make.send(customer, 'POST', `${BOOKING}/fault-reports`, { body: { resourceId, impact: 'limited', description: '基线漂移' } })).id
  for (const as of [customer, provider]) things.push({ route: `GET ${report}`, as, ids: { id: await reported() } })
  things.push({ route: `POST ${report}/photos`, as: customer, ids: { id: await reported() }, file: PICTURE })
  const seen = await reported()
  const { photos } = await make.upload(customer, `${BOOKING}/fault-reports/${seen}/photos`, PICTURE)
  things.push({ route: `GET ${report}/photos/:fileId`, as: customer, ids: { id: seen, fileId: photos[0].fileId } })
  for (const [path, body] of [
    ['triage', { verdict: 'limited' }],
    ['resolve', { resolution: '已更换' }],
  ] as const) {
    const faultId = await reported()
    things.push({ route: `POST ${report}/${path}`, as: provider, ids: { id: faultId }, ...row('booking.fault_report', faultId), body })
  }

  const record = { kind: 'calibration', doneOn: '2026-01-05', dueOn: '2099-01-04', performedBy: '校准实验室' }
  const ofResource = `${BOOKING}/resources/:resourceId`
  const calendar = { row: { table: 'booking.calendar', where: { resource_id: resourceId } } }
  things.push({ route: `GET ${ofResource}/calibrations`, as: provider, ids: { resourceId } })
  things.push({ route: `POST ${ofResource}/calibrations`, as: provider, ids: { resourceId }, body: record })
  things.push({
    route: `PUT ${ofResource}/calibration-rule`,
    as: provider,
    ids: { resourceId },
    ...calendar,
    body: { blocksWhenOverdue: false },
  })
  const { id: calibrationId } = await make.send(provider, 'POST', `${BOOKING}/resources/${resourceId}/calibrations`, { body: record })
  things.push({
    route: `POST ${BOOKING}/calibrations/:id/certificate`,
    as: provider,
    ids: { id: calibrationId },
    file: PAPER,
  })
  const certified = await make.send(provider, 'POST', `${BOOKING}/resources/${resourceId}/calibrations`, { body: record })
  await make.upload(provider, `${BOOKING}/calibrations/${certified.id}/certificate`, PAPER)
  things.push({ route: `GET ${BOOKING}/calibrations/:id/certificate`, as: provider, ids: { id: certified.id } })
  return things
}
