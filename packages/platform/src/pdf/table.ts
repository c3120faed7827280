import type { PdfTable } from './content.ts'
import { INK, LINE, MARGINS, makeRoom, type Pdf, piecesOf, SHADE, strongText, widthOf } from './page.ts'

const PADDING = 4.5

type Cell = { readonly x: number; readonly width: number; readonly align: 'left' | 'right' | 'center' }

/** A row that does not fit begins the next page, under the heads again. */
export function writeTable(pdf: Pdf, { columns, rows }: PdfTable): void {
  const cells = cellsOf(pdf, columns)
  const heads = columns.map(({ head }) => head)
  pdf.fontSize(9)
  const headHeight = heightOf(pdf, cells, heads)
  const [first = []] = rows[0] ? partsOf(pdf, cells, rows[0]) : []
  const firstHeight = heightOf(pdf, cells, first)
  makeRoom(pdf, headHeight + firstHeight)
  writeRow(pdf, cells, heads, true)
  for (const row of rows.flatMap((whole) => partsOf(pdf, cells, whole))) {
    const isNewPage = makeRoom(pdf, heightOf(pdf, cells, row))
    if (isNewPage) writeRow(pdf, cells, heads, true)
    writeRow(pdf, cells, row, false)
  }
  pdf.y += 8
}

/** A row with a cell taller than a page goes on in rows of its own. */
function partsOf(pdf: Pdf, cells: readonly Cell[], row: readonly string[]): string[][] {
  const pieces = cells.map(({ width }, index) => piecesOf(pdf, row[index] ?? '', width - PADDING * 2))
  const count = Math.max(...pieces.map(({ length }) => length))
  return Array.from({ length: count }, (_, part) => pieces.map((ofCell) => ofCell[part] ?? ''))
}

function cellsOf(pdf: Pdf, columns: PdfTable['columns']): Cell[] {
  const sum = columns.reduce((total, { share }) => total + share, 0)
  let x = MARGINS.left
  return columns.map(({ share, align = 'left' }) => {
    const width = (widthOf(pdf) * share) / sum
    const cell = { x, width, align }
    x += width
    return cell
  })
}

function heightOf(pdf: Pdf, cells: readonly Cell[], texts: readonly string[]): number {
  const heights = cells.map(({ width }, index) => pdf.heightOfString(texts[index] || ' ', { width: width - PADDING * 2 }))
  return Math.max(...heights) + PADDING * 2
}

function writeRow(pdf: Pdf, cells: readonly Cell[], texts: readonly string[], isHead: boolean): void {
  const top = pdf.y
  const height = heightOf(pdf, cells, texts)
  if (isHead) pdf.rect(MARGINS.left, top, widthOf(pdf), height).fill(SHADE)
  cells.forEach(({ x, width, align }, index) => {
    pdf.lineWidth(0.6).strokeColor(LINE).rect(x, top, width, height).stroke()
    pdf.fillColor(INK)
    const options = { width: width - PADDING * 2, align }
    if (isHead) strongText(pdf, texts[index] ?? '', x + PADDING, top + PADDING, options)
    else pdf.text(texts[index] ?? '', x + PADDING, top + PADDING, options)
  })
  pdf.y = top + height
}
