import { zonedParts } from './format.ts'
import { instantOf } from './zone.ts'

/** `2026-11-24T14:00` on the wall clock of `zone`. */
export function toWallClock(instant: string | Date, zone: string): string {
  const { day, time } = zonedParts(instant, zone)
  return `${day}T${time}`
}

/** The instant of a wall clock's text, as ISO; undefined while it is incomplete. */
export function fromWallClock(text: string, zone: string): string | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})$/.exec(text)
  if (!match?.[1]) return undefined
  return new Date(instantOf(match[1], Number(match[2]) * 60 + Number(match[3]), zone)).toISOString()
}
