import type { Reservation } from '@jiju/booking/contract/reservations'

const stamp = (instant: string) => new Date(instant).toISOString().replace(/[-:]|\.\d{3}/g, '')
const escaped = (text: string) => text.replace(/[\\;,]/g, (char) => `\\${char}`).replaceAll('\n', '\\n')

/** The booking as an iCalendar event (RFC 5545). */
export function icsOf(
  reservation: Pick<Reservation, 'id' | 'number' | 'version' | 'start' | 'end' | 'siteName' | 'siteAddress' | 'providerName'>,
  name: string,
): string {
  const place = [reservation.providerName, reservation.siteName, reservation.siteAddress].filter(Boolean).join(' ')
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Jiju//Booking//EN',
    'BEGIN:VEVENT',
    // The same as in feeds and invitations, so that a calendar has the booking once.
    `UID:${reservation.id}`,
    `SEQUENCE:${reservation.version - 1}`,
    `DTSTAMP:${stamp(reservation.start)}`,
    `DTSTART:${stamp(reservation.start)}`,
    `DTEND:${stamp(reservation.end)}`,
    `SUMMARY:${escaped(`${name} ${reservation.number}`)}`,
    `LOCATION:${escaped(place)}`,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n')
}

/** Lets the reader save the booking for the calendar of their choice. */
export function calendarFile(reservation: Reservation, name: string): void {
  const url = URL.createObjectURL(new Blob([icsOf(reservation, name)], { type: 'text/calendar' }))
  const link = document.createElement('a')
  link.href = url
  link.download = `${reservation.number}.ics`
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 1000)
}
