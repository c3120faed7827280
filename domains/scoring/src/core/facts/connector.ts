import type { FactDefinition } from './definition.ts'

/** Where something stands in what came in; rows and columns count from 1, as a spreadsheet does. */
export type Place = {
  readonly sheet: string
  readonly row: number
  readonly column: number | null
  readonly columnName: string | null
  readonly value: string | null
}

/** Something wrong, or (a question) something that may be right but has to be looked at. `code` has a text among the problems. */
export type Issue = Place & {
  /** The fact that is meant, where one is. */
  readonly factCode?: string
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
  readonly isQuestion: boolean
}

export type StatedText = { readonly column: number | null; readonly columnName: string; readonly text: string }

/** What is stated of one enterprise in one row: nothing is checked yet. */
export type StatedRow = {
  readonly kind: 'row'
  readonly sheet: string
  readonly row: number
  readonly creditCode: StatedText
  /** Null where rows name no period. */
  readonly period: StatedText | null
  /** `named` is where the row itself names the fact; a column of facts is named by its header. */
  readonly values: readonly (StatedText & { readonly factCode: string; readonly named?: StatedText })[]
  readonly document: string | null
  /** As it came, for the file of refused rows. */
  readonly cells: readonly string[]
}

type FoundIssue = { readonly kind: 'issue'; readonly issue: Issue }

/** Headers of a sheet, so that refused rows can be given back under them. */
type SheetHeaders = { readonly kind: 'headers'; readonly sheet: string; readonly headers: readonly string[] }

export type ConnectorItem = StatedRow | FoundIssue | SheetHeaders

/**
 * A door through which facts come in. Each only turns what it receives into rows of statements; what is checked and recorded, and how, is
 * the same for all.
 */
export type Connector<Input> = {
  readonly door: 'upload' | 'push' | 'folder' | 'self_report'
  readonly read: (input: Input, definitions: readonly FactDefinition[]) => AsyncIterable<ConnectorItem> | Iterable<ConnectorItem>
}
