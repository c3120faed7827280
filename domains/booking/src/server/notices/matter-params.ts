import type { ReservationRow } from '../sql/reservations.ts'

/** Stands in a notice where there is nothing to say. */
export const NONE = '—'

type Matter = Pick<
  ReservationRow,
  'number' | 'organisation_name' | 'resource_name' | 'resource_name_en' | 'provider_name' | 'site_name' | 'site_address'
>

/** What every notice about a booking or a submission says of it: its number, whose, on what, at whom and where. */
export function matterParams(row: Matter) {
  const place = (separator: string) => [row.site_name, row.site_address].filter(Boolean).join(separator) || NONE
  return {
    number: row.number,
    organisation: row.organisation_name,
    resource: { zh: row.resource_name, en: row.resource_name_en || row.resource_name },
    provider: row.provider_name,
    place: { zh: place('，'), en: place(', ') },
  }
}
