import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import type { BookingNeeds, BookingTables } from '../needs.ts'
import { type AnsweredCharge, findChargedPerson, findOwnCharge, findReplacement } from '../sql/use/charges.ts'
import { waiveCharge } from './charge-fee.ts'

/** The provider gives up a fee. Undefined when it was given up or corrected before. */
export async function waiveOwnCharge(
  tx: Db<BookingTables>,
  command: Command,
  needs: Pick<BookingNeeds, 'notify'>,
  wish: { readonly id: string; readonly providerId: string; readonly reason: string },
): Promise<AnsweredCharge | undefined> {
  const charge = await findOwnCharge(tx, wish.id, wish.providerId)
  if (!charge) throw new Refusal({ code: 'booking.charge_missing', kind: 'missing' })
  if (charge.kind === 'use') throw new Refusal({ code: 'booking.charge_not_waivable', kind: 'refused' })
  const told = await findChargedPerson(tx, charge)
  if (!(await waiveCharge(tx, command, needs, { charge, reason: wish.reason, told }))) return undefined
  return findReplacement(tx, charge.id)
}
