import { addDays } from '@jiju/kernel/local-date'
import { formatFen } from '@jiju/kernel/money'
import { dayRange } from '@jiju/kernel/zoned-time'
import type { Db } from '@jiju/platform/database/pool'
import { decodeCursor, toPage } from '@jiju/platform/http/paging'
import { z } from 'zod'
import type { Timeline, TimelineQuery } from '../contract/timeline.ts'
import { phaseAt } from '../core/cancellation.ts'
import { openSpans } from '../core/opening-hours.ts'
import type { BookingTables } from './needs.ts'
import { toRanges } from './read-calendar.ts'
import { openMinutesIn, percentOf } from './read-figures.ts'
import { recentUtilisation } from './recent-utilisation.ts'
import { type BusyRow, listBusy } from './sql/busy.ts'
import { listBookedFigures } from './sql/figures.ts'
import { listResourceFacts } from './sql/resource-facts.ts'
import { listProviderResources } from './sql/timeline.ts'

// The window of a provider's timeline is drawn in one zone; sites elsewhere keep their own opening hours inside it.
const WINDOW_ZONE = 'Asia/Shanghai'
const MAX_SUMMED = 1000
const Cursor = z.tuple([z.string(), z.string(), z.uuid()])

/** A page of the provider's resources with everything that touches the window, and the two figures of the page head over all that match. */
export async function readTimeline(db: Db<BookingTables>, providerId: string, query: TimelineQuery, now: Date): Promise<Timeline> {
  const from = dayRange(query.from, WINDOW_ZONE).start
  const until = dayRange(addDays(query.from, query.days - 1), WINDOW_ZONE).end
  const after = decodeCursor(query.cursor, Cursor)
  const filter = { providerId, kind: query.kind, q: query.q, order: query.order, window: { from, until } }
  const found = await listProviderResources(db, {
    ...filter,
    after: after && { classCode: after[0], name: after[1], id: after[2] },
    limit: query.limit,
  })
  const all = await listProviderResources(db, { ...filter, after: undefined, limit: MAX_SUMMED })
  const facts = await listResourceFacts(
    db,
    all.map((row) => row.id),
  )
  const factsById = new Map(facts.map((resource) => [resource.resourceId, resource]))
  const pageIds = found.slice(0, query.limit).map((row) => row.id)
  const onPage = new Set(pageIds)
  const [utilisation, busy, figures] = await Promise.all([
    recentUtilisation(
      db,
      facts.filter((resource) => onPage.has(resource.resourceId)),
      now,
    ),
    listBusy(db, pageIds, { from, until, now }),
    listBookedFigures(
      db,
      facts.map((resource) => resource.resourceId),
      { from, until },
    ),
  ])

  const bookedMinutes = figures.reduce((sum, row) => sum + row.booked_minutes, 0)
  const externalMinutes = figures.reduce((sum, row) => sum + row.external_minutes, 0)
  const openMinutes = facts.reduce((sum, { site, rules }) => sum + openMinutesIn(site, from, until) * rules.capacity, 0)
  const page = toPage(
    found,
    query.limit,
    (row) => {
      const resource = factsById.get(row.id)
      return {
        id: row.id,
        name: row.name_zh,
        nameEn: row.name_en,
        model: row.model,
        kind: row.kind,
        classCode: row.class_code,
        zone: resource?.site.zone ?? WINDOW_ZONE,
        isAccepting: resource?.rules.isAccepting ?? false,
        capacity: resource?.rules.capacity ?? 1,
        stepMinutes: resource?.rules.stepMinutes ?? 30,
        utilisationPercent: utilisation.get(row.id) ?? null,
        open: resource ? toRanges(openSpans(resource.site, query.from, query.days)) : [],
      }
    },
    (row) => [query.order === 'class' ? (row.class_code ?? '') : '', row.name_zh, row.id],
  )
  return {
    from: query.from,
    days: query.days,
    resources: page.items,
    reservations: busy.map((row) => presentBar(row, now)),
    bookedPercent: percentOf(bookedMinutes, openMinutes),
    externalPercent: percentOf(externalMinutes, bookedMinutes),
    nextCursor: page.nextCursor,
  }
}

function presentBar(row: BusyRow, now: Date): Timeline['reservations'][number] {
  return {
    id: row.id,
    number: row.number,
    movesId: row.moves_id,
    resourceId: row.resource_id,
    unit: row.unit,
    kind: row.kind,
    state: row.state,
    phase: phaseAt(row, now),
    start: row.start.toISOString(),
    end: row.end.toISOString(),
    blockedStart: row.blocked_start.toISOString(),
    blockedEnd: row.blocked_end.toISOString(),
    organisationId: row.organisation_id,
    organisationName: row.organisation_name,
    bookerName: row.booker_name,
    project: row.project,
    price: formatFen(row.price_fen),
    version: row.version,
  }
}
