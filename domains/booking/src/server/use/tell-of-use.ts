import { minutesIn } from '@jiju/kernel/time-range'
import type { Db } from '@jiju/platform/database/pool'
import type { BookingNeeds, BookingTables } from '../needs.ts'
import { instantText, rangeText } from '../notices/time-texts.ts'
import type { ReservationRow } from '../sql/reservations.ts'
import type { CorrectionRow } from '../sql/use/corrections.ts'
import type { OverrunRow } from '../sql/use/due.ts'
import type { NamedUseRecord, UseRecordRow } from '../sql/use/records.ts'

const named = (row: { resource_name: string; resource_name_en: string | null }) => ({
  zh: row.resource_name,
  en: row.resource_name_en || row.resource_name,
})

/** The end, or both ends, of a use were inferred: the booker says whether that is right. */
export async function tellInferred(tx: Db<BookingTables>, needs: BookingNeeds, row: ReservationRow, record: UseRecordRow): Promise<void> {
  await needs.notify(tx, {
    kind: 'booking.use_inferred',
    to: [row.booker_id],
    params: { number: row.number, resource: named(row), time: rangeText(record.started_at, record.ended_at, row.zone) },
    link: `${row.kind === 'internal' ? '/p' : '/e'}/bookings/${row.id}`,
    key: `use inferred ${record.id}`,
  })
}

/** Whoever comes next hears that somebody is still there, and by how much. */
export async function tellOverrun(tx: Db<BookingTables>, needs: BookingNeeds, row: OverrunRow, now: Date): Promise<void> {
  const params = {
    resource: named(row),
    time: rangeText(row.next_start, row.next_end, row.zone),
    minutes: Math.ceil(minutesIn({ start: row.planned_end, end: now })),
    until: instantText(row.closes_at, row.zone),
  }
  const key = `overrun ${row.use_id} ${row.next_id}`
  await needs.notify(tx, { kind: 'booking.overrun_next', to: [row.next_booker_id], params, link: `/e/bookings/${row.next_id}`, key })
  if (row.person_id && row.person_id !== row.next_booker_id)
    await needs.notify(tx, { kind: 'booking.overrun_own', to: [row.person_id], params, link: '/e/bookings', key: `${key} own` })
}

/** A second person is needed: everybody who may be it hears of it. */
export async function tellProposed(
  tx: Db<BookingTables>,
  needs: BookingNeeds,
  record: NamedUseRecord,
  correction: Pick<CorrectionRow, 'id' | 'proposed_by' | 'reason'>,
): Promise<void> {
  await needs.notify(tx, {
    kind: 'booking.correction_proposed',
    to: {
      organisationId: record.provider_id,
      roles: ['provider:owner', 'provider:lab_manager'],
      except: [correction.proposed_by],
    },
    params: {
      number: record.number ?? '—',
      resource: named(record),
      time: rangeText(record.started_at, record.ended_at, record.zone),
      reason: correction.reason,
    },
    link: '/p/uses?tab=waiting',
    key: `correction ${correction.id}`,
  })
}
