import { formatFen } from '@jiju/kernel/money'
import { type Problem, Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import type { BookingNeeds, BookingTables } from '../needs.ts'
import { type AnsweredCharge, findCharge, findChargeMatter, insertAnswer } from '../sql/use/charges.ts'
import { chargeDetail } from './charge-use.ts'

/** What became of a charge at `now`: silence has accepted it from its limit on, also before the job has written so. */
export function chargeStateAt(charge: AnsweredCharge, now: Date): 'open' | 'accepted' | 'objected' | 'replaced' {
  if (charge.is_replaced) return 'replaced'
  if (charge.answer === 'objected') return 'objected'
  return charge.answer !== null || charge.answer_until <= now ? 'accepted' : 'open'
}

/** The customer accepts or objects, until the limit. Of two answers one counts and the other is told. */
export async function answerCharge(
  tx: Db<BookingTables>,
  command: Command,
  needs: BookingNeeds,
  answer: { id: string; organisationId: string; kind: 'accepted' | 'objected'; words: string | null },
): Promise<AnsweredCharge> {
  const charge = await getCharge(tx, answer)
  const refused = notOpen(charge, command.now) ?? (answer.kind === 'objected' ? notObjectable(charge) : undefined)
  if (refused) throw new Refusal(refused)
  const by = command.actor?.userId ?? null
  if (!(await insertAnswer(tx, { chargeId: charge.id, kind: answer.kind, words: answer.words, by, now: command.now }))) {
    const overtaken = notOpen(await getCharge(tx, answer), command.now)
    throw new Refusal(overtaken ?? { code: 'booking.charge_answered', kind: 'conflict' })
  }
  const detail = { ...chargeDetail(charge, command), ...(answer.words !== null && { words: answer.words }) }
  const act = answer.kind === 'accepted' ? 'accept' : 'object'
  await command.audit({ action: `booking.charge.${act}`, subjectType: 'charge', subjectId: charge.id, detail })
  await command.publish(answer.kind === 'accepted' ? 'booking.charge_accepted' : 'booking.charge_objected', chargeDetail(charge, command))
  if (answer.kind === 'objected') await tellObjected(tx, needs, charge, answer.words ?? '')
  return getCharge(tx, answer)
}

async function tellObjected(tx: Db<BookingTables>, needs: BookingNeeds, charge: AnsweredCharge, words: string): Promise<void> {
  const matter = await findChargeMatter(tx, charge)
  await needs.notify(tx, {
    kind: 'booking.charge_objected',
    to: { organisationId: charge.provider_id, roles: ['provider:lab_manager', 'provider:finance'] },
    params: {
      number: matter.number,
      resource: { zh: matter.name, en: matter.name_en || matter.name },
      organisation: matter.organisation_name,
      total: formatFen(charge.total_fen),
      words,
    },
    link: '/p/uses?tab=waiting',
    key: `charge objected ${charge.id}`,
  })
}

async function getCharge(tx: Db<BookingTables>, { id, organisationId }: { id: string; organisationId: string }): Promise<AnsweredCharge> {
  const charge = await findCharge(tx, id, organisationId)
  if (!charge) throw new Refusal({ code: 'booking.charge_missing', kind: 'missing' })
  return charge
}

/** Whether somebody came is what the appeal is for. */
function notObjectable(charge: AnsweredCharge): Problem | undefined {
  return charge.kind === 'no_show' ? { code: 'booking.charge_needs_appeal', kind: 'refused' } : undefined
}

function notOpen(charge: AnsweredCharge, now: Date): Problem | undefined {
  const state = chargeStateAt(charge, now)
  if (state === 'open') return undefined
  if (state === 'replaced') return { code: 'booking.charge_replaced', kind: 'conflict' }
  if (charge.answer === null || charge.answer === 'silence')
    return { code: 'booking.charge_silent', kind: 'conflict', params: { until: charge.answer_until.toISOString() } }
  return { code: 'booking.charge_answered', kind: 'conflict' }
}
