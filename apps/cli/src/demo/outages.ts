import { readableNumber } from '@jiju/kernel/ids'
import { addDays } from '@jiju/kernel/local-date'
import { addYears, type Context, type Row } from './context.ts'
import { type Picture, screenPicture } from './picture.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const LIVE = new Set(['held', 'pending', 'confirmed', 'in_use', 'completed'])
const TYPES: Readonly<Record<string, string>> = {
  例行维护: 'maintenance',
  检定校准: 'calibration',
  部件更换: 'fault',
  软件升级: 'maintenance',
}
const RUNNING_DAYS = 3
const LEAST_AFFECTED = 3
const WISHED = 5

/** Whose instruments show every kind of outage, and who reports faults. */
type Cast = {
  readonly providerId: string
  readonly managerId: string
  readonly staffId: string
  readonly engineerId: string
  readonly enterpriseId: string
}

type DemoOutages = {
  readonly reservations: readonly Row[]
  readonly calendars: readonly Row[]
  readonly outages: Row[]
  readonly outageResources: Row[]
  readonly displacements: Row[]
  readonly faults: Row[]
  readonly photos: Row[]
  readonly files: Row[]
  readonly calibrations: Row[]
  readonly pictures: readonly Picture[]
}

/** Outages behind the short ones of the calendars, one that runs and has displaced bookings, a maintenance every four weeks, faults, calibrations. */
export function generateOutages(
  context: Context,
  scope: { reservations: readonly Row[]; calendars: readonly Row[]; cast: Cast },
): DemoOutages {
  const made: DemoOutages = {
    reservations: [],
    calendars: calibrate(context, scope.calendars, scope.cast.providerId),
    outages: [],
    outageResources: [],
    displacements: [],
    faults: [],
    photos: [],
    files: [],
    calibrations: [],
    pictures: [],
  }
  const named = scope.reservations.map((row) => (row.kind === 'outage' ? withOutage(context, made, row) : row))
  const running = addRunning(context, made, named, scope.cast)
  const reservations = [...running.reservations, ...addMaintenance(context, made, named, scope.cast)]
  for (const calendar of made.calendars)
    if (calendar.calibration_due_on) made.calibrations.push(calibrationRow(context, calendar, scope.cast))
  const pictures = addFaults(context, made, running, scope.cast)
  return { ...made, reservations, pictures }
}

const rangeOf = (text: unknown) =>
  String(text)
    .slice(1, -1)
    .split(',')
    .map((at) => Date.parse(at)) as [number, number]
const writeRange = (start: number, end: number) => `[${new Date(start).toISOString()},${new Date(end).toISOString()})`
const overlaps = (row: Row, from: number, until: number) => {
  const [start, end] = rangeOf(row.blocked)
  return start < until && from < end
}

function outageRow(
  context: Context,
  key: string,
  outage: {
    providerId: unknown
    by: unknown
    type: string
    reason: string
    start: number
    end: number
    at: number
    isSudden?: boolean
    seriesId?: string
  },
): Row {
  const id = context.id(`outage|${key}`)
  const at = new Date(outage.at)
  return {
    id,
    number: readableNumber('OUT', context.dayOf(outage.at), id),
    provider_id: outage.providerId,
    series_id: outage.seriesId ?? null,
    type: outage.type,
    is_sudden: outage.isSudden ?? false,
    reason: outage.reason,
    during: writeRange(outage.start, outage.end),
    declared_by: outage.by,
    declared_at: at,
    state: 'declared',
    version: 1,
    updated_at: at,
  }
}

/** A short outage of the calendars gets its record. */
function withOutage(context: Context, made: DemoOutages, row: Row): Row {
  const [start, end] = rangeOf(row.during)
  const reason = String(row.note)
  const at = (row.created_at as Date).getTime()
  const outage = outageRow(context, String(row.id), {
    providerId: row.provider_id,
    by: row.booker_id,
    type: TYPES[reason] ?? 'other',
    reason,
    start,
    end,
    at,
  })
  made.outages.push(outage)
  made.outageResources.push({ outage_id: outage.id, resource_id: row.resource_id })
  return { ...row, blocked: row.during, project: reason, note: null, outage_id: outage.id }
}

type Running = { readonly reservations: readonly Row[]; readonly resourceId: unknown; readonly outageId: unknown }

/** An instrument of the provider that broke down in the night: what is booked on it for three days is displaced. */
function addRunning(context: Context, made: DemoOutages, rows: readonly Row[], cast: Cast): Running {
  const start = context.now.getTime()
  const end = start + RUNNING_DAYS * DAY + 12 * HOUR
  const byResource = new Map<unknown, Row[]>()
  for (const row of rows)
    if (row.provider_id === cast.providerId && LIVE.has(String(row.state)) && overlaps(row, start, end))
      byResource.set(row.resource_id, [...(byResource.get(row.resource_id) ?? []), row])
  const fits = ([, hit]: [unknown, Row[]]) =>
    hit.every((row) => row.kind !== 'outage' && rangeOf(row.during)[0] >= start) &&
    hit.filter((row) => row.kind === 'customer').length >= LEAST_AFFECTED
  // Bookings of the first day have passed by the evening, so those of the days after count.
  const later = (hit: readonly Row[]) => hit.filter((row) => rangeOf(row.during)[0] > start + DAY).length
  const [resourceId, hit = []] =
    [...byResource].filter(fits).sort(([, a], [, b]) => Math.abs(later(a) - WISHED) - Math.abs(later(b) - WISHED))[0] ?? []
  const [template] = hit
  if (!template) return { reservations: rows, resourceId: undefined, outageId: undefined }
  const reason = '主机故障，等待配件'
  const outage = outageRow(context, 'running', {
    providerId: cast.providerId,
    by: cast.managerId,
    type: 'fault',
    reason,
    start,
    end,
    at: start - HOUR,
    isSudden: true,
  })
  made.outages.push(outage)
  made.outageResources.push({ outage_id: outage.id, resource_id: resourceId })
  // One of them is a booking of the engineer with whose account people look around.
  const own = hit.findLast((row) => row.customer_class === 'enterprise')
  const displaced = new Map<unknown, Row>(
    hit.map((row): [unknown, Row] => [row.id, { ...row, ...(row === own && ownedBy(cast)), unit: -1, version: 2 }]),
  )
  for (const row of displaced.values())
    made.displacements.push({
      id: context.id(`displacement|${row.id}`),
      outage_id: outage.id,
      reservation_id: row.id,
      resource_id: row.resource_id,
      provider_id: row.provider_id,
      organisation_id: row.organisation_id,
      booker_id: row.booker_id,
      during: row.during,
      price_fen: row.price_fen,
      state: 'open',
      answer_until: new Date(rangeOf(row.during)[0]),
      found_at: new Date(start - HOUR),
    })
  const blocked = hit.flatMap((row) => rangeOf(row.blocked))
  const slot = slotRow(context, template, outage, { start, end, from: Math.min(start, ...blocked), until: Math.max(end, ...blocked) })
  const reservations = rows.map((row) => displaced.get(row.id) ?? row)
  return { reservations: [...reservations, slot], resourceId, outageId: outage.id }
}

const ownedBy = (cast: Cast): Row => ({ organisation_id: cast.enterpriseId, booker_id: cast.engineerId, placed_by: cast.engineerId })

/** Every four weeks a morning of maintenance, beyond what is booked now. */
function addMaintenance(context: Context, made: DemoOutages, rows: readonly Row[], cast: Cast): Row[] {
  const template = rows.find((row) => row.kind === 'outage' && row.provider_id === cast.providerId)
  if (!template) return []
  const seriesId = context.id('outage-series|maintenance')
  return Array.from({ length: 6 }, (_, index) => {
    const start = context.instant(33 + index * 28, 9 * 60).getTime()
    const end = start + 4 * HOUR
    const reason = '季度维护与性能核查'
    const outage = outageRow(context, `series|${index}`, {
      providerId: cast.providerId,
      by: cast.managerId,
      type: 'maintenance',
      reason,
      start,
      end,
      at: context.now.getTime() - 10 * DAY,
      seriesId,
    })
    made.outages.push(outage)
    made.outageResources.push({ outage_id: outage.id, resource_id: template.resource_id })
    return slotRow(context, template, outage, { start, end, from: start, until: end })
  })
}

/** The row by which an outage takes an instrument's time. */
function slotRow(context: Context, template: Row, outage: Row, time: { start: number; end: number; from: number; until: number }): Row {
  return {
    ...template,
    id: context.id(`outage-slot|${outage.id}`),
    number: outage.number,
    kind: 'outage',
    state: 'confirmed',
    unit: 1,
    version: 1,
    during: writeRange(time.start, time.end),
    blocked: writeRange(time.from, time.until),
    organisation_id: outage.provider_id,
    booker_id: outage.declared_by,
    placed_by: outage.declared_by,
    customer_class: 'inside',
    operation: 'self_service',
    project: outage.reason,
    note: null,
    price_fen: '0',
    price_lines: [],
    free_cancel_until: new Date(time.start),
    late_cancel_percent: 0,
    created_at: outage.declared_at,
    updated_at: outage.declared_at,
    outage_id: outage.id,
  }
}

/** One calendar in three has a due day, a few are overdue; of the provider in the cast the first is overdue, the second, which then takes no bookings, due in twenty days. */
function calibrate(context: Context, calendars: readonly Row[], providerId: string): Row[] {
  const random = context.random('calibrations')
  let seen = 0
  return calendars.map((calendar) => {
    const index = calendar.provider_id === providerId ? seen++ : -1
    const days = index === 0 ? -9 : index === 1 ? 20 : random.int(-12, 360)
    const isKept = index === 0 || index === 1 || random.chance(0.33)
    return { ...calendar, calibration_due_on: isKept ? addDays(context.referenceDay, days) : null, blocks_when_overdue: index === 1 }
  })
}

function calibrationRow(context: Context, calendar: Row, cast: Cast): Row {
  const dueOn = String(calendar.calibration_due_on)
  const doneOn = addDays(addYears(dueOn, -1), 1)
  const isVerified = Number(dueOn.slice(-1)) % 2 === 0
  return {
    id: context.id(`calibration|${calendar.resource_id}`),
    resource_id: calendar.resource_id,
    provider_id: calendar.provider_id,
    kind: isVerified ? 'verification' : 'calibration',
    done_on: doneOn,
    due_on: dueOn,
    performed_by: isVerified ? '市计量测试技术研究院（演示）' : '区域校准实验室（演示）',
    certificate_no: `DEMO-${doneOn.replaceAll('-', '')}-${String(calendar.resource_id).slice(0, 4).toUpperCase()}`,
    recorded_by: cast.managerId,
    recorded_at: new Date(`${doneOn}T02:00:00.000Z`),
  }
}

/** A user's report that led to the running outage, and one that nobody has looked at yet; each with a picture. */
function addFaults(context: Context, made: DemoOutages, running: Running, cast: Cast): Picture[] {
  const other = made.calendars.find((calendar) => calendar.provider_id === cast.providerId && calendar.resource_id !== running.resourceId)
  const now = context.now.getTime()
  const reports = [
    {
      key: 'outage',
      resourceId: running.resourceId ?? other?.resource_id,
      outageId: running.outageId ?? null,
      impact: 'down',
      verdict: running.outageId ? 'down' : null,
      at: now - 4 * HOUR,
      description: '运行中自检报错停机，屏幕提示主机故障，重启后仍然如此。',
      spikeAt: 0.72,
    },
    {
      key: 'open',
      resourceId: other?.resource_id,
      outageId: null,
      impact: 'limited',
      verdict: null,
      at: now - 16 * HOUR,
      description: '基线持续漂移，每隔约 8 分钟出现一个尖峰，换柱后不变。数据仍可参考，定量不准。',
      spikeAt: 0.42,
    },
  ]
  return reports
    .filter(({ resourceId }) => resourceId !== undefined)
    .map((report) => {
      const id = context.id(`fault|${report.key}`)
      const fileId = context.id(`fault-photo|${report.key}`)
      const at = new Date(report.at)
      const picture = screenPicture(report.spikeAt)
      made.faults.push({
        id,
        number: readableNumber('FLT', context.dayOf(report.at), id),
        resource_id: report.resourceId,
        provider_id: cast.providerId,
        organisation_id: cast.enterpriseId,
        reported_by: cast.engineerId,
        reported_at: at,
        impact: report.impact,
        description: report.description,
        state: report.verdict ? 'triaged' : 'open',
        verdict: report.verdict,
        triaged_by: report.verdict ? cast.staffId : null,
        triaged_at: report.verdict ? new Date(report.at + HOUR) : null,
        outage_id: report.outageId,
        version: report.verdict ? 2 : 1,
      })
      made.files.push({
        id: fileId,
        sha256: picture.sha256,
        name: '屏幕.png',
        media_type: 'image/png',
        size_bytes: picture.bytes.length,
        owner_organisation_id: cast.enterpriseId,
        uploaded_by: cast.engineerId,
        created_at: at,
      })
      made.photos.push({ report_id: id, file_id: fileId, added_at: at })
      return picture
    })
}
