import type { Problem } from '@jiju/kernel/problem'

/** What a device says of its clock: when it happened and, if it knows, when it sent the message. */
type DeviceTime = { readonly at: Date; readonly sentAt: Date | undefined; readonly receivedAt: Date }

/** A device that does not say when it sent may run ahead of the platform by so much. */
const MAX_AHEAD_MINUTES = 10
/** Signals that waited longer on the device are put right by a correction. */
const MAX_AGE_HOURS = 72

/** `at`: the instant by the platform's clock, never after it was received. `skewSeconds`: how far the device's clock ran ahead. */
type MeteredInstant = { readonly at: Date; readonly skewSeconds: number | null }

/**
 * The instant of a signal by the platform's clock. With a sending time the device's clock is compared and its error taken off, however large; without
 * one a small lead is cut to the moment of arrival and a large one refused.
 */
export function readMeteredInstant({ at, sentAt, receivedAt }: DeviceTime): MeteredInstant | { readonly problem: Problem } {
  const skewMs = sentAt ? sentAt.getTime() - receivedAt.getTime() : null
  const instant = new Date(at.getTime() - (skewMs ?? 0))
  const aheadMs = instant.getTime() - receivedAt.getTime()
  if (aheadMs > MAX_AHEAD_MINUTES * 60_000)
    return { problem: { code: 'booking.meter_clock_ahead', kind: 'refused', params: { maxMinutes: MAX_AHEAD_MINUTES }, field: '/at' } }
  if (aheadMs < -MAX_AGE_HOURS * 3_600_000)
    return { problem: { code: 'booking.meter_too_old', kind: 'refused', params: { maxHours: MAX_AGE_HOURS }, field: '/at' } }
  return { at: aheadMs > 0 ? receivedAt : instant, skewSeconds: skewMs === null ? null : Math.round(skewMs / 1000) }
}
