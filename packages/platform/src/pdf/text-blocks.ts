import type { PdfBlock, PdfFact } from './content.ts'
import { drawQr } from './draw-qr.ts'
import { INK, LINE, MARGINS, MUTED, makeRoom, type Pdf, piecesOf, SHADE, strongText, widthOf } from './page.ts'

type Block<Kind extends PdfBlock['kind']> = Extract<PdfBlock, { kind: Kind }>

export function writeTitle(pdf: Pdf, { text, subtitle }: Block<'title'>): void {
  pdf.fillColor(INK).fontSize(20)
  strongText(pdf, text, MARGINS.left, pdf.y + 4, { width: widthOf(pdf), align: 'center' })
  if (subtitle)
    pdf
      .fontSize(11)
      .fillColor(MUTED)
      .text(subtitle, MARGINS.left, pdf.y + 2, { width: widthOf(pdf), align: 'center' })
  pdf.y += 12
}

export function writeHeading(pdf: Pdf, { text, level = 1 }: Block<'heading'>): void {
  // A heading stays with the first lines of what follows.
  makeRoom(pdf, level === 1 ? 70 : 56)
  pdf.fillColor(INK).fontSize(level === 1 ? 13 : 11)
  strongText(pdf, text, MARGINS.left, pdf.y + (level === 1 ? 10 : 6), { width: widthOf(pdf) })
  pdf.y += 4
}

const TONES = { normal: { size: 10, color: INK }, note: { size: 8.5, color: MUTED }, strong: { size: 10, color: INK } }

export function writeParagraph(pdf: Pdf, { text, tone = 'normal', align = 'left' }: Block<'paragraph'>): void {
  const { size, color } = TONES[tone]
  pdf.fillColor(color).fontSize(size)
  makeRoom(pdf, size * 2)
  const options = { width: widthOf(pdf), align, lineGap: 2.5 }
  if (tone === 'strong') strongText(pdf, text, MARGINS.left, pdf.y, options)
  else pdf.text(text, MARGINS.left, pdf.y, options)
  pdf.y += tone === 'note' ? 2 : 5
}

const LABEL_WIDTH = 92
const PADDING = 5

/** Names on a shaded ground, what is said of them beside; one or two pairs a row. */
export function writeFacts(pdf: Pdf, { rows, columns = 1 }: Block<'facts'>): void {
  pdf.fontSize(9.5)
  const valueWidth = widthOf(pdf) / columns - LABEL_WIDTH - PADDING * 2
  const fitting = rows.flatMap(([label, value]) => piecesOf(pdf, value, valueWidth).map((piece): PdfFact => [label, piece]))
  for (let index = 0; index < fitting.length; index += columns) writeFactRow(pdf, fitting.slice(index, index + columns), columns)
  pdf.y += 8
}

function writeFactRow(pdf: Pdf, pairs: readonly PdfFact[], columns: number): void {
  const cell = widthOf(pdf) / columns
  const valueWidth = cell - LABEL_WIDTH - PADDING * 2
  const height =
    PADDING * 2 +
    Math.max(
      ...pairs.flatMap(([label, value]) => [
        pdf.heightOfString(label, { width: LABEL_WIDTH - PADDING * 2 }),
        pdf.heightOfString(value || ' ', { width: valueWidth }),
      ]),
    )
  makeRoom(pdf, height)
  const top = pdf.y
  pairs.forEach(([label, value], index) => {
    const x = MARGINS.left + index * cell
    const right = index === pairs.length - 1 ? MARGINS.left + widthOf(pdf) : x + cell
    pdf.rect(x, top, LABEL_WIDTH, height).fill(SHADE)
    pdf
      .lineWidth(0.6)
      .strokeColor(LINE)
      .rect(x, top, right - x, height)
      .stroke()
    pdf.fillColor(MUTED).text(label, x + PADDING, top + PADDING, { width: LABEL_WIDTH - PADDING * 2 })
    pdf.fillColor(INK).text(value, x + LABEL_WIDTH + PADDING, top + PADDING, { width: right - x - LABEL_WIDTH - PADDING * 2 })
  })
  pdf.y = top + height
}

// Missing in pdfkit's types.
type ImageReader = { openImage: (image: Uint8Array) => { readonly width: number; readonly height: number } }

export function writePicture(pdf: Pdf, { image, width, caption }: Block<'picture'>): void {
  const { width: pixels, height: lines } = (pdf as unknown as ImageReader).openImage(image)
  const shown = Math.min(width, widthOf(pdf))
  const height = (lines / pixels) * shown
  makeRoom(pdf, height + 20)
  const top = pdf.y
  pdf.image(image as Buffer, MARGINS.left + (widthOf(pdf) - shown) / 2, top, { width: shown })
  pdf.y = top + height + 4
  if (caption) writeParagraph(pdf, { kind: 'paragraph', text: caption, tone: 'note', align: 'center' })
}

/** A QR code with lines of text to its right; the first stands out. */
export function writeQr(pdf: Pdf, { text, size, lines }: Block<'qr'>): void {
  makeRoom(pdf, size + 8)
  const top = pdf.y
  drawQr(pdf, text, { x: MARGINS.left, y: top, size })
  writeLines(pdf, lines, { x: MARGINS.left + size + 12, y: top + 4, width: widthOf(pdf) - size - 12 })
  pdf.y = top + size + 8
}

/** Lines under each other, the first larger. */
export function writeLines(pdf: Pdf, lines: readonly string[], { x, y, width }: { x: number; y: number; width: number }): void {
  let line = y
  lines.forEach((text, index) => {
    pdf.fontSize(index === 0 ? 10.5 : 8.5).fillColor(index === 0 ? INK : MUTED)
    if (index === 0) strongText(pdf, text, x, line, { width })
    else pdf.text(text, x, line, { width })
    line = pdf.y + 1.5
  })
}

/** Who signed, side by side; stays on one page. */
export function writeSignatures(pdf: Pdf, { columns }: Block<'signatures'>): void {
  const cell = widthOf(pdf) / columns.length
  const height = 30 + Math.max(...columns.map(({ lines }) => lines.length)) * 15
  makeRoom(pdf, height)
  const top = pdf.y
  columns.forEach(({ label, lines }, index) => {
    const x = MARGINS.left + index * cell
    pdf.lineWidth(0.6).strokeColor(LINE).rect(x, top, cell, height).stroke()
    pdf
      .fontSize(8.5)
      .fillColor(MUTED)
      .text(label, x + PADDING, top + PADDING, { width: cell - PADDING * 2 })
    pdf.fontSize(10).fillColor(INK)
    lines.forEach((line, row) => {
      pdf.text(line, x + PADDING, top + 22 + row * 15, { width: cell - PADDING * 2, height: 15, ellipsis: true, lineBreak: false })
    })
  })
  pdf.y = top + height + 8
}

/** Framed marks side by side: a short name that stands out, lines beside it. */
export function writeStamps(pdf: Pdf, { stamps }: Block<'stamps'>): void {
  const gap = 10
  const width = Math.min((widthOf(pdf) - gap * (stamps.length - 1)) / stamps.length, 230)
  const height = 40
  makeRoom(pdf, height)
  const top = pdf.y
  stamps.forEach(({ title, lines }, index) => {
    const x = MARGINS.left + index * (width + gap)
    pdf.lineWidth(1).strokeColor(INK).roundedRect(x, top, width, height, 3).stroke()
    pdf.fontSize(13).fillColor(INK)
    strongText(pdf, title, x, top + 10, { width: 54, align: 'center' })
    pdf.fontSize(7.5)
    lines.forEach((line, row) => {
      pdf.text(line, x + 56, top + 8 + row * 12, { width: width - 60, height: 12, ellipsis: true, lineBreak: false })
    })
  })
  pdf.y = top + height + 6
}
