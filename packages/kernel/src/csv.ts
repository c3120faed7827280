/** A line of a CSV file; `row` counts as a spreadsheet does, the header is 1. */
type CsvRow = { readonly row: number; readonly cells: readonly string[] }

/** Thrown at text that no reading as CSV makes sense of. */
export class CsvError extends Error {
  override name = 'CsvError'
  readonly row: number
  constructor(row: number) {
    super(`quoted cell without end, begun in row ${row}`)
    this.row = row
  }
}

// A spreadsheet takes these beginnings for a formula. A quote before them keeps it from doing so, and readers take it away again.
const FORMULA = /^'*[=+\-@\t\r]/

/** Text → what may stand in a CSV cell without being run by a spreadsheet. */
export const guardFormula = (text: string): string => (FORMULA.test(text) ? `'${text}` : text)

/** The reverse of `guardFormula`. */
export const unguardFormula = (text: string): string => (text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text)

/** One line of RFC 4180, formula-safe, with CRLF. */
export function writeCsvRow(cells: readonly string[]): string {
  // A lone empty cell is quoted: an empty line would count as no row.
  if (cells.length === 1 && cells[0] === '') return '""\r\n'
  return `${cells.map((cell) => quote(guardFormula(cell))).join(',')}\r\n`
}

const quote = (text: string) => (/[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** Reads CSV (RFC 4180; any line end; quotes doubled inside quotes; byte order mark ignored). Empty lines are skipped. */
export function* readCsv(text: string): Generator<CsvRow> {
  let at = text.startsWith('\ufeff') ? 1 : 0
  let row = 1
  while (at < text.length) {
    const begun = row
    const cells: string[] = []
    let isQuoted = false
    for (;;) {
      if (text[at] === '"') {
        isQuoted = true
        const quoted = readQuoted(text, at + 1)
        if (quoted === undefined) throw new CsvError(begun)
        // Text behind a closing quote belongs to the cell: some programs write so.
        const end = endOfBare(text, quoted.end)
        cells.push(unguardFormula(quoted.text + text.slice(quoted.end, end)))
        at = end
      } else {
        const end = endOfBare(text, at)
        cells.push(unguardFormula(text.slice(at, end)))
        at = end
      }
      if (text[at] !== ',') break
      at += 1
    }
    if (text[at] === '\r') at += 1
    if (text[at] === '\n' || at < text.length) at += text[at] === '\n' ? 1 : 0
    if (isQuoted || cells.length > 1 || cells[0] !== '') yield { row: begun, cells }
    row += 1
  }
}

function readQuoted(text: string, from: number): { text: string; end: number } | undefined {
  let value = ''
  let at = from
  for (;;) {
    const quoteAt = text.indexOf('"', at)
    if (quoteAt < 0) return undefined
    value += text.slice(at, quoteAt)
    if (text[quoteAt + 1] !== '"') return { text: value, end: quoteAt + 1 }
    value += '"'
    at = quoteAt + 2
  }
}

function endOfBare(text: string, from: number): number {
  let at = from
  while (at < text.length && text[at] !== ',' && text[at] !== '\n' && text[at] !== '\r') at += 1
  return at
}
