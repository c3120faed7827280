import type { Calendar, FreeSlots, ResourceFacts } from '@jiju/booking/contract/calendars'
import type { ResourceDetail } from '@jiju/catalog/contract/resources'

/** What is compared: the catalogue's facts with rules, first free slot and use of what can be booked. */
export type Compared = {
  resource: ResourceDetail
  rules: Calendar | undefined
  firstFree: FreeSlots | undefined
  facts: ResourceFacts | undefined
}
