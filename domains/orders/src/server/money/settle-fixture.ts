import { openDatabase, openPool } from '@jiju/platform/database/pool'
import type { OrdersTables } from '../needs.ts'
import { killAt } from './fault-point.ts'
import { settleOrder } from './settle-order.ts'

// A process of its own that settles one order, and ends without warning where it is told to.
const [url = '', orderId = '', point = ''] = process.argv.slice(2)
const pool = openPool({ connectionString: url, maxConnections: 2 })
await settleOrder({ db: openDatabase<OrdersTables>(pool), now: () => new Date(), onPoint: killAt(point) }, orderId)
await pool.end()
