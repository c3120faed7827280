import QRCode from 'qrcode'

/** A text as a QR code in SVG, for a white ground. */
export function qrSvg(text: string): Promise<string> {
  return QRCode.toString(text, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 })
}
