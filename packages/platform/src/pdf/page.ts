import type PDFDocument from 'pdfkit'

export type Pdf = InstanceType<typeof PDFDocument>

/** A4 with margins of 20 mm, more at the top and the foot for what is repeated there. */
export const MARGINS = { top: 70, bottom: 62, left: 56, right: 56 }

export const INK = '#1a2233'
export const MUTED = '#5b6575'
export const LINE = '#b9c1cc'
export const SHADE = '#f1f4f8'

/** The width between the margins. */
export const widthOf = (pdf: Pdf): number => pdf.page.width - MARGINS.left - MARGINS.right

const bottomOf = (pdf: Pdf): number => pdf.page.height - MARGINS.bottom

/** Begins a new page when less than `height` is left; true when it did. What is taller than a page begins on a fresh one. */
export function makeRoom(pdf: Pdf, height: number): boolean {
  if (pdf.y + height <= bottomOf(pdf) || pdf.y <= MARGINS.top) return false
  pdf.addPage()
  return true
}

/** Only one weight is embedded: strong text is drawn with an outline of its own colour. */
export function strongText(pdf: Pdf, text: string, x: number, y: number, options: PDFKit.Mixins.TextOptions = {}): void {
  pdf.lineWidth(0.35).strokeColor(INK)
  pdf.text(text, x, y, { ...options, fill: true, stroke: true })
}

/** Cuts a text into pieces that each fit a page of their own; most texts are one piece. */
export function piecesOf(pdf: Pdf, text: string, width: number): string[] {
  const room = bottomOf(pdf) - MARGINS.top - 40
  const fits = (end: number, from: number) => pdf.heightOfString(text.slice(from, end), { width }) <= room
  if (fits(text.length, 0)) return [text]
  const pieces: string[] = []
  for (let from = 0; from < text.length; ) {
    let [most, least] = [text.length, from + 1]
    while (least < most) {
      const middle = Math.ceil((least + most) / 2)
      if (fits(middle, from)) least = middle
      else most = middle - 1
    }
    pieces.push(text.slice(from, least))
    from = least
  }
  return pieces
}
