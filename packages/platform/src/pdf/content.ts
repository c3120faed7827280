/** One part of a document, from top to bottom. Sizes are PDF points (1/72 inch). */
export type PdfBlock =
  | { readonly kind: 'title'; readonly text: string; readonly subtitle?: string }
  | { readonly kind: 'heading'; readonly text: string; readonly level?: 1 | 2 }
  | {
      readonly kind: 'paragraph'
      readonly text: string
      readonly tone?: 'normal' | 'note' | 'strong'
      readonly align?: 'left' | 'center' | 'right'
    }
  | { readonly kind: 'facts'; readonly rows: readonly PdfFact[]; readonly columns?: 1 | 2 }
  | PdfTable
  | { readonly kind: 'picture'; readonly image: Uint8Array; readonly width: number; readonly caption?: string }
  | { readonly kind: 'qr'; readonly text: string; readonly size: number; readonly lines: readonly string[] }
  | { readonly kind: 'stamps'; readonly stamps: readonly { readonly title: string; readonly lines: readonly string[] }[] }
  | { readonly kind: 'signatures'; readonly columns: readonly { readonly label: string; readonly lines: readonly string[] }[] }
  | PdfLabels
  | { readonly kind: 'space'; readonly height: number }
  | { readonly kind: 'page_break' }

/** A name and what is said of it. */
export type PdfFact = readonly [label: string, value: string]

/** Breaks between rows; its heads are repeated on each page. `share` is the column's part of the width. */
export type PdfTable = {
  readonly kind: 'table'
  readonly columns: readonly { readonly head: string; readonly share: number; readonly align?: 'left' | 'right' | 'center' }[]
  readonly rows: readonly (readonly string[])[]
}

/** A sheet of stickers with QR codes, in rows of `columns`; the first line of each stands out. */
export type PdfLabels = {
  readonly kind: 'labels'
  readonly columns: number
  readonly height: number
  readonly labels: readonly { readonly qr: string; readonly lines: readonly string[] }[]
}

/** A whole document. The same content gives the same bytes. */
export type PdfContent = {
  readonly title: string
  readonly author: string
  /** For programs that read the file; stands in it as plain text when it is ASCII. */
  readonly keywords?: string
  readonly language: 'zh' | 'en'
  /** Written into the file as its date; never read from a clock. */
  readonly createdAt: Date
  /** On top of every page. */
  readonly header?: { readonly left: string; readonly right?: string }
  /** At the foot of every page, beside "page x of y". */
  readonly footer?: string
  readonly blocks: readonly PdfBlock[]
}
