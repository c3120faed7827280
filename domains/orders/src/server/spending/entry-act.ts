import type { Fen } from '@jiju/kernel/money'
import type { Db } from '@jiju/platform/database/pool'
import { covers, limitsOf, widestOf } from '../../core/spending/limits.ts'
import type { OrdersTables } from '../needs.ts'
import { findRoles, listLimits, lockSpender, sumMonth } from '../sql/spending/limits.ts'

type Purchase = {
  readonly organisationId: string
  readonly personId: string
  readonly totalFen: Fen
  readonly wanted: 'place' | 'conclude'
  readonly now: Date
}

/** The act by which an order begins: the wanted one, or `submit` to the enterprise's approvers when the person's limit does not cover it. */
export async function entryActFor(tx: Db<OrdersTables>, purchase: Purchase): Promise<'place' | 'conclude' | 'submit'> {
  const { totalFen } = purchase
  return (await maySpend(tx, { ...purchase, amountFen: totalFen })) ? purchase.wanted : 'submit'
}

type Spending = Omit<Purchase, 'wanted'> & {
  /** What is added now; the whole of a new order, the difference of an amendment. */
  readonly amountFen: Fen
}

/** True when the person's limit covers it. Whoever has a monthly limit then holds it until the transaction ends: orders placed at once cannot exceed it together. */
export async function maySpend(tx: Db<OrdersTables>, { organisationId, personId, totalFen, amountFen, now }: Spending): Promise<boolean> {
  const limit = await findLimit(tx, { organisationId, personId })
  if (limit.monthFen === null) return covers(limit, { totalFen, amountFen, usedFen: 0n })
  await lockSpender(tx, organisationId, personId)
  return covers(limit, { totalFen, amountFen, usedFen: await sumMonth(tx, { organisationId, personId, now }) })
}

/** A person's limit and what it has taken in this month. */
export async function spendingOf(db: Db<OrdersTables>, person: { organisationId: string; personId: string; now: Date }) {
  return { limit: await findLimit(db, person), usedFen: await sumMonth(db, person) }
}

async function findLimit(db: Db<OrdersTables>, { organisationId, personId }: { organisationId: string; personId: string }) {
  const limits = await listLimits(db, organisationId)
  return widestOf(limits.length === 0 ? [] : limitsOf(limits, { personId, roles: await findRoles(db, organisationId, personId) }))
}
