import { openDatabase, openPool } from '@jiju/platform/database/pool'
import type { OrdersTables } from '../needs.ts'
import { billBooking } from './bill-booking.ts'
import { killAt } from './fault-point.ts'
import { settleOrder } from './settle-order.ts'

// A process of its own that settles one order or the bill of one booking, and ends without warning where it is told to.
const [url = '', what = '', id = '', point = ''] = process.argv.slice(2)
const pool = openPool({ connectionString: url, maxConnections: 2 })
const settle = what === 'bill' ? billBooking : settleOrder
await settle({ db: openDatabase<OrdersTables>(pool), now: () => new Date(), onPoint: killAt(point) }, id)
await pool.end()
