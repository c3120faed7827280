import { newId } from '@jiju/kernel/ids'
import { type Problem, Refusal } from '@jiju/kernel/problem'
import { localDayOf } from '@jiju/kernel/zoned-time'
import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import { SCORING_ZONE } from '../../core/facts/periods.ts'
import type { ScoringTables } from '../needs.ts'
import { endEvent, findEvent, insertEvents, type NewEvent } from '../sql/events.ts'

const EVENT_MISSING: Problem = { code: 'scoring.event_missing', kind: 'missing' }
/** What changed about negative events; whom they are about hears of it. */
export const EVENT_CHANGED = 'scoring.negative_event_changed'
const EVENT_ENDED: Problem = { code: 'scoring.event_ended', kind: 'conflict' }

/** Records what counts against an enterprise. Refuses with `scoring.event_exists` when it is recorded. */
export async function recordEvent(tx: Db<ScoringTables>, command: Command, event: Omit<NewEvent, 'id'>, personId: string): Promise<string> {
  const id = newId(command.now.getTime())
  if (event.repairedOn !== null && event.repairedOn < event.occurredOn) throw repairedEarly(event.repairedOn, event.occurredOn)
  refuseLater(command, '/occurredOn', event.occurredOn)
  if (event.repairedOn !== null) refuseLater(command, '/repairedOn', event.repairedOn)
  const { recorded } = await insertEvents(tx, [{ ...event, id }], { recordedBy: personId, now: command.now })
  if (recorded === 0) throw new Refusal({ code: 'scoring.event_exists', kind: 'conflict', params: { document: event.document } })
  await command.audit({ action: 'scoring.event.record', subjectType: 'scoring.negative_event', subjectId: id, detail: { ...event } })
  await command.publish(EVENT_CHANGED, { eventIds: [id], act: 'record' })
  return id
}

const repairedEarly = (day: string, occurredOn: string) =>
  new Refusal({ code: 'scoring.event_repaired_early', kind: 'invalid', field: '/repairedOn', params: { day, occurredOn } })

function refuseLater(command: Command, field: string, day: string): void {
  if (day > localDayOf(command.now, SCORING_ZONE))
    throw new Refusal({ code: 'scoring.event_later', kind: 'invalid', field, params: { day } })
}

/**
 * Says that an event was repaired. Runs until now knew it unrepaired, and must know it so when they are repeated: the old record ends and
 * another with the day of repair takes its place.
 */
export async function repairEvent(
  tx: Db<ScoringTables>,
  command: Command,
  id: string,
  { repairedOn, reason, personId }: { repairedOn: string; reason: string; personId: string },
): Promise<string> {
  const event = await findEvent(tx, id)
  if (!event) throw new Refusal(EVENT_MISSING)
  if (repairedOn < event.occurred_on) throw repairedEarly(repairedOn, event.occurred_on)
  refuseLater(command, '/repairedOn', repairedOn)
  if (event.repaired_on !== null || !(await endEvent(tx, id, reason, command.now))) throw new Refusal(EVENT_ENDED)
  const newEventId = newId(command.now.getTime())
  await insertEvents(
    tx,
    [
      {
        id: newEventId,
        enterpriseId: event.enterprise_id,
        code: event.code,
        occurredOn: event.occurred_on,
        repairedOn,
        source: event.source as NewEvent['source'],
        document: event.document,
      },
    ],
    { recordedBy: personId, now: command.now },
  )
  await command.audit({
    action: 'scoring.event.repair',
    subjectType: 'scoring.negative_event',
    subjectId: newEventId,
    detail: { replaces: id, repairedOn, reason },
  })
  await command.publish(EVENT_CHANGED, { eventIds: [newEventId], act: 'repair' })
  return newEventId
}

/** Takes an event back with a reason: it was recorded wrongly, or was annulled. */
export async function withdrawEvent(tx: Db<ScoringTables>, command: Command, id: string, reason: string): Promise<void> {
  if (!(await findEvent(tx, id))) throw new Refusal(EVENT_MISSING)
  if (!(await endEvent(tx, id, reason, command.now))) throw new Refusal(EVENT_ENDED)
  await command.audit({ action: 'scoring.event.end', subjectType: 'scoring.negative_event', subjectId: id, detail: { reason } })
  await command.publish(EVENT_CHANGED, { eventIds: [id], act: 'end' })
}
