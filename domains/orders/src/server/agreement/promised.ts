import type { LocalDate } from '@jiju/kernel/local-date'
import type { Db } from '@jiju/platform/database/pool'
import { type FigureKind, promisedUntil } from '../../core/agreement/figures.ts'
import type { OrdersTables } from '../needs.ts'
import type { OrderRow } from '../sql/service-orders.ts'
import { readStanding } from './read-agreement.ts'

/** Until when the agreement of an order promises to keep samples or records that are ready on `from`: the text that both accepted, or the terms as they were offered. */
export async function promisedInAgreement(
  db: Db<OrdersTables>,
  order: OrderRow,
  kind: FigureKind,
  from: LocalDate,
): Promise<LocalDate | undefined> {
  const { content } = await readStanding(db, order)
  return promisedUntil(
    content.terms.flatMap(({ clauses }) => clauses),
    kind,
    from,
  )
}
