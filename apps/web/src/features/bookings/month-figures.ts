import type { Reservation } from '@jiju/booking/contract/reservations'
import { formatFen, parseFen } from '@jiju/kernel/money'
import { REGION_ZONE, zonedParts } from '../../lib/format.ts'
import { instantOf } from '../../lib/zone.ts'

type Counted = Pick<Reservation, 'start' | 'end' | 'state' | 'kind' | 'price' | 'cancelFee'>
const USED: readonly Reservation['state'][] = ['confirmed', 'in_use', 'completed', 'no_show']

/** Hours and yuan of the bookings that start in the current month; a cancelled one costs its fee and no hours. */
export const monthFigures = {
  range(now: Date): { from: string; until: string } {
    const [year = 0, month = 1] = zonedParts(now).day.split('-').map(Number)
    const first = (y: number, m: number) => new Date(instantOf(`${y}-${String(m).padStart(2, '0')}-01`, 0, REGION_ZONE)).toISOString()
    return { from: first(year, month), until: month === 12 ? first(year + 1, 1) : first(year, month + 1) }
  },
  sum(reservations: readonly Counted[], now: Date): { hours: number; yuan: string } {
    const { from, until } = monthFigures.range(now)
    let minutes = 0
    let fen = 0n
    for (const row of reservations) {
      if (row.start < from || row.start >= until || row.kind !== 'customer') continue
      if (USED.includes(row.state)) {
        minutes += (Date.parse(row.end) - Date.parse(row.start)) / 60_000
        fen += parseFen(row.price.total) ?? 0n
      } else fen += parseFen(row.cancelFee ?? '0') ?? 0n
    }
    return { hours: minutes / 60, yuan: formatFen(fen) }
  },
}
