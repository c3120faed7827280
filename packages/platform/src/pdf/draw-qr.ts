import QRCode from 'qrcode'
import type { Pdf } from './page.ts'

/** Draws a QR code as squares, sharp at any size; a printed sheet loses corners, so a quarter of it may be damaged. */
export function drawQr(pdf: Pdf, text: string, { x, y, size }: { x: number; y: number; size: number }): void {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'Q' })
  const side = size / modules.size
  for (let row = 0; row < modules.size; row += 1)
    for (let column = 0; column < modules.size; column += 1)
      if (modules.get(row, column)) pdf.rect(x + column * side, y + row * side, side, side)
  pdf.fill('#000000')
}
