import { addMinutes } from '@jiju/kernel/time-range'
import { localDayOf } from '@jiju/kernel/zoned-time'
import type { Db } from '@jiju/platform/database/pool'
import type { ReservationUse } from '../../contract/use.ts'
import { findBeginProblems, lateMinutes } from '../../core/use/begin.ts'
import type { UseRules } from '../../core/use/rules.ts'
import type { BookingTables } from '../needs.ts'
import type { ReservationRow } from '../sql/reservations.ts'
import { listChargesOf } from '../sql/use/charges.ts'
import { listOffered, listTaken } from '../sql/use/consumables.ts'
import { listCorrectionsOf } from '../sql/use/corrections.ts'
import { findEvaluation } from '../sql/use/evaluations.ts'
import { listRecordsOf } from '../sql/use/records.ts'
import { readUseRules } from '../sql/use/rules.ts'
import { findRunning, type RunningUseRow } from '../sql/use/running.ts'
import { termsOfUse } from './begin-use.ts'
import {
  presentCharge,
  presentCorrection,
  presentOffered,
  presentRecord,
  presentReply,
  presentTaken,
  type UseReader,
} from './present-use.ts'

/** Everything about the use of one booking that either side may see. `mayAct`: the reader's role begins and ends uses. */
export async function readReservationUse(
  db: Db<BookingTables>,
  row: ReservationRow,
  reader: UseReader & { readonly mayAct: boolean },
): Promise<ReservationUse> {
  const { now } = reader
  const rules = await readUseRules(db, row.resource_id)
  const running = await findRunning(db, { reservationId: row.id })
  const records = await listRecordsOf(db, { reservationId: row.id })
  const current = records.at(-1)
  const isCustomer = row.organisation_id === reader.organisationId
  const evaluation = await findEvaluation(db, row.id)
  const canEvaluate = reader.mayAct && isCustomer && row.kind === 'customer' && row.state === 'completed' && !evaluation
  return {
    reservationId: row.id,
    rules: rulesOf(rules),
    canBegin: reader.mayAct && findBeginProblems(termsOfUse(row), rules, now).length === 0,
    beginFrom: addMinutes(row.start, -rules.earlyMinutes).toISOString(),
    missedAt:
      rules.checkIn === 'required' && row.kind === 'customer' && row.state === 'confirmed'
        ? addMinutes(row.start, rules.graceMinutes).toISOString()
        : null,
    running: running ? presentRunning(running, row.start, rules) : null,
    records: records.map(presentRecord),
    canConfirm: reader.mayAct && current !== undefined && !current.is_proved && current.recorded_by !== reader.userId,
    corrections: current ? (await listCorrectionsOf(db, current.use_id)).map((one) => presentCorrection(one, reader)) : [],
    charges: (await listChargesOf(db, row.id)).map((charge) =>
      presentCharge(charge, { agreedFen: row.price_fen, now, mayAnswer: reader.mayAct && isCustomer }),
    ),
    offered: presentOffered(await listOffered(db, row.provider_id, row.resource_id), localDayOf(now, row.zone)),
    taken: (await listTaken(db, row.id)).map(presentTaken),
    evaluation: evaluation
      ? {
          condition: evaluation.condition,
          service: evaluation.service,
          process: evaluation.process,
          words: evaluation.words,
          at: evaluation.created_at.toISOString(),
          reply: presentReply(evaluation),
        }
      : null,
    canEvaluate,
    now: now.toISOString(),
  }
}

export function rulesOf(rules: UseRules): UseRules {
  const { checkIn, earlyMinutes, graceMinutes, overrunMinutes, allowsUnbooked, answerDays, freesRest } = rules
  return { checkIn, earlyMinutes, graceMinutes, overrunMinutes, allowsUnbooked, answerDays, freesRest }
}

function presentRunning(use: RunningUseRow, bookedStart: Date, rules: UseRules): NonNullable<ReservationUse['running']> {
  return {
    id: use.id,
    start: use.started_at.toISOString(),
    plannedEnd: use.planned_end.toISOString(),
    closesAt: addMinutes(use.planned_end, rules.overrunMinutes).toISOString(),
    source: use.source,
    lateMinutes: lateMinutes(bookedStart, use.started_at),
  }
}
