/** What the picture draws; the page maps the server's answer to it. */
export type TimelineState = 'confirmed' | 'in_use' | 'done' | 'internal' | 'pending' | 'outage'

export type TimelineResource = {
  readonly id: string
  readonly title: string
  /** Share of open hours that is taken, 0–1; null when there were no open hours. */
  readonly utilisation: number | null
  readonly stepMinutes: number
}

export type TimelineItem = {
  readonly id: string
  /** The booking that it is of: time that is held for a move belongs to the one that is asked to be moved. */
  readonly reservationId: string
  readonly resourceId: string
  readonly start: Date
  readonly end: Date
  /** The range with buffers; equal to start and end when there are none. */
  readonly blockedStart: Date
  readonly blockedEnd: Date
  readonly state: TimelineState
  readonly label: string
  readonly isMovable: boolean
}

export type TimelineChoice = { readonly resourceId: string; readonly start: Date; readonly end: Date }

/** Texts and formats that the picture needs; it knows no language. */
export type TimelineTexts = {
  readonly label: string
  readonly resource: string
  readonly schedule: string
  readonly free: string
  readonly utilisation: (ratio: number | null) => string
  readonly day: (day: string) => string
  /** For columns that are too narrow for `day`. */
  readonly shortDay: (day: string) => string
  readonly range: (start: Date, end: Date) => string
  readonly state: (state: TimelineState) => string
}
