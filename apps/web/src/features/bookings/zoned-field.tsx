import { zonedParts } from '../../lib/format.ts'
import { instantOf, minuteOfDay } from '../../lib/zone.ts'
import { TextField } from '../../ui/field.tsx'

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

/** Day and time in the site's zone, typed or picked. */
export function ZonedField({
  label,
  value,
  zone,
  stepMinutes = 30,
  onChange,
  error,
  id,
}: {
  label: string
  value: string
  zone: string
  stepMinutes?: number
  onChange: (wallClock: string) => void
  error?: string | undefined
  id?: string
}) {
  const isOff = value !== '' && minuteOfDay(fromWallClock(value, zone) ?? 0, zone) % stepMinutes !== 0
  return (
    <TextField
      {...(id ? { id } : {})}
      label={label}
      type="datetime-local"
      // Native pickers refuse times between the steps by a message of their own; the server's tells what would pass.
      step={isOff ? 60 : stepMinutes * 60}
      value={value}
      onChange={(event) => onChange(event.target.value.slice(0, 16))}
      error={error}
    />
  )
}
