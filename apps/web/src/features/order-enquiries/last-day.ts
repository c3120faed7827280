import { zonedParts } from '../../lib/format.ts'

/** The day whose end a validity is: the instant itself is the first of the day after. */
export const lastDayOf = (validUntil: string): string => zonedParts(new Date(Date.parse(validUntil) - 1)).day
