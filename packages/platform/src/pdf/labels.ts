import type { PdfLabels } from './content.ts'
import { drawQr } from './draw-qr.ts'
import { LINE, MARGINS, makeRoom, type Pdf, widthOf } from './page.ts'
import { writeLines } from './text-blocks.ts'

const PADDING = 6

/** A row of labels is never cut by the end of a page. */
export function writeLabels(pdf: Pdf, { columns, height, labels }: PdfLabels): void {
  const cell = widthOf(pdf) / columns
  const size = Math.min(height - PADDING * 2, cell / 2 - PADDING)
  for (let first = 0; first < labels.length; first += columns) {
    makeRoom(pdf, height)
    const top = pdf.y
    labels.slice(first, first + columns).forEach(({ qr, lines }, index) => {
      const x = MARGINS.left + index * cell
      pdf.lineWidth(0.5).strokeColor(LINE).dash(2, { space: 2 }).rect(x, top, cell, height).stroke().undash()
      drawQr(pdf, qr, { x: x + PADDING, y: top + PADDING, size })
      const left = x + PADDING * 2 + size
      pdf
        .save()
        .rect(left, top, cell - size - PADDING * 3, height)
        .clip()
      writeLines(pdf, lines, { x: left, y: top + PADDING, width: cell - size - PADDING * 3 })
      pdf.restore()
    })
    pdf.y = top + height
  }
  pdf.y += 8
}
