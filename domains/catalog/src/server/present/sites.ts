import type { Site } from '../../contract/sites.ts'
import type { SiteRow } from '../sql/sites.ts'

export function presentSite(row: SiteRow): Site {
  return {
    id: row.id,
    providerId: row.provider_id,
    name: row.name,
    nameEn: row.name_en,
    address: row.address,
    district: row.district,
    postcode: row.postcode,
    longitude: row.longitude,
    latitude: row.latitude,
    zone: row.zone,
    opening: row.opening,
    holidayRule: row.holiday_rule,
    dayExceptions: row.day_exceptions.map((exception) => ({ day: exception.day, open: [...exception.open] })),
    accessNote: row.access_note,
    isClosed: row.is_closed,
    version: row.version,
  }
}
