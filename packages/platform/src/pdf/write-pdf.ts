import PDFDocument from 'pdfkit'
import type { PdfBlock, PdfContent } from './content.ts'
import { fontBytes } from './font.ts'
import { writeLabels } from './labels.ts'
import { LINE, MARGINS, MUTED, type Pdf, widthOf } from './page.ts'
import { reserveSignature, type SignaturePlace } from './reserve-signature.ts'
import { writeTable } from './table.ts'
import { writeFacts, writeHeading, writeParagraph, writePicture, writeQr, writeSignatures, writeStamps, writeTitle } from './text-blocks.ts'

/** An A4 document with the Chinese font embedded as far as it is used. With `signature` it has a place where one is put in by `signPdf`. */
export async function writePdf(content: PdfContent, signature?: SignaturePlace): Promise<Buffer> {
  const pdf = new PDFDocument({
    size: 'A4',
    margins: MARGINS,
    bufferPages: true,
    pdfVersion: '1.7',
    lang: content.language === 'zh' ? 'zh-CN' : 'en',
    displayTitle: true,
    font: fontBytes() as unknown as string,
    info: {
      Title: content.title,
      Author: content.author,
      ...(content.keywords && { Keywords: content.keywords }),
      CreationDate: content.createdAt,
      ModDate: content.createdAt,
      Producer: 'Jiju',
      Creator: 'Jiju',
    },
  })
  const chunks: Buffer[] = []
  const done = new Promise<Buffer>((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
    pdf.on('end', () => resolve(Buffer.concat(chunks)))
    pdf.on('error', reject)
  })
  for (const block of content.blocks) (WRITERS[block.kind] as (pdf: Pdf, block: PdfBlock) => void)(pdf, block)
  writeMargins(pdf, content)
  if (signature) reserveSignature(pdf, signature)
  pdf.end()
  return done
}

type Writers = { readonly [Kind in PdfBlock['kind']]: (pdf: Pdf, block: Extract<PdfBlock, { kind: Kind }>) => void }

const WRITERS: Writers = {
  title: writeTitle,
  heading: writeHeading,
  paragraph: writeParagraph,
  facts: writeFacts,
  table: writeTable,
  picture: writePicture,
  qr: writeQr,
  signatures: writeSignatures,
  stamps: writeStamps,
  labels: writeLabels,
  space: (pdf, { height }) => {
    pdf.y += height
  },
  page_break: (pdf) => {
    pdf.addPage()
  },
}

/** Header and footer of every page; how many there are is known only now. */
function writeMargins(pdf: Pdf, { header, footer, language }: PdfContent): void {
  const { start, count } = pdf.bufferedPageRange()
  for (let index = 0; index < count; index += 1) {
    pdf.switchToPage(start + index)
    // Text below the bottom margin would begin another page.
    pdf.page.margins = { top: 0, bottom: 0, left: 0, right: 0 }
    const width = widthOf(pdf)
    const foot = pdf.page.height - MARGINS.bottom + 18
    pdf.fontSize(8.5).fillColor(MUTED).lineWidth(0.6).strokeColor(LINE)
    if (header) {
      pdf.text(header.left, MARGINS.left, 36, { width: width * 0.6, lineBreak: false })
      pdf.text(header.right ?? '', MARGINS.left, 36, { width, align: 'right', lineBreak: false })
      pdf
        .moveTo(MARGINS.left, 52)
        .lineTo(MARGINS.left + width, 52)
        .stroke()
    }
    pdf.text(footer ?? '', MARGINS.left, foot, { width: width * 0.75, height: 24, ellipsis: true })
    const pages = language === 'zh' ? `第 ${index + 1} 页 共 ${count} 页` : `Page ${index + 1} of ${count}`
    pdf.text(pages, MARGINS.left, foot, { width, align: 'right', lineBreak: false })
  }
}

/** How many pages a document of `writePdf` has. */
export const countPages = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type \/Page\n/g)?.length ?? 0
