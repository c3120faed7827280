/** `2026-11-24 14:00`, by the wall clock of the site. */
export function instantText(at: Date, zone: string): string {
  const parts = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })
  return parts.format(at)
}

/** `2026-11-24 14:00—16:00`; with both days when they differ. */
export function rangeText(start: Date, end: Date, zone: string): string {
  const from = instantText(start, zone)
  const to = instantText(end, zone)
  return from.slice(0, 10) === to.slice(0, 10) ? `${from}—${to.slice(11)}` : `${from}—${to}`
}
