import { z } from 'zod'
import { HOLIDAY_RULES } from '../core/vocabulary.ts'
import { line, optionalText, text } from './common.ts'

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const clockEnd = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/)

/** Open hours of a weekday (1 Monday … 7 Sunday) by the wall clock of the site's zone. Several per day are allowed, overlapping ones are not. */
export const WeeklyOpening = z
  .array(z.object({ weekday: z.number().int().min(1).max(7), start: clock, end: clockEnd }))
  .max(42)
  .meta({ id: 'WeeklyOpening' })
export type WeeklyOpening = z.infer<typeof WeeklyOpening>

/** Days that differ from the week; no open range means closed. */
export const DayExceptions = z
  .array(z.object({ day: z.iso.date(), open: z.array(z.object({ start: clock, end: clockEnd })).max(6) }))
  .max(400)
  .meta({ id: 'DayExceptions' })

export const SiteInput = z
  .object({
    name: line(200),
    nameEn: optionalText(200),
    address: text(500),
    district: optionalText(100),
    postcode: optionalText(20),
    longitude: z.number().min(-180).max(180).nullable(),
    latitude: z.number().min(-90).max(90).nullable(),
    zone: z.string().min(1).max(64).describe('IANA time zone, e.g. Asia/Shanghai'),
    opening: WeeklyOpening,
    holidayRule: z.enum(HOLIDAY_RULES),
    dayExceptions: DayExceptions,
    accessNote: optionalText(1000),
  })
  .meta({ id: 'SiteEntry' })
export type SiteInput = z.infer<typeof SiteInput>

export const Site = z
  .object({ id: z.uuid(), providerId: z.uuid(), ...SiteInput.shape, isClosed: z.boolean(), version: z.number().int() })
  .meta({ id: 'Site' })
export type Site = z.infer<typeof Site>

export const SiteList = z.object({ items: z.array(Site) }).meta({ id: 'SiteList' })
