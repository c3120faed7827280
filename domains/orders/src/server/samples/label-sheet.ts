import type { PdfContent } from '@jiju/platform/pdf/content'
import type { SampleLabels } from '../../contract/samples.ts'
import words from './label-words.json' with { type: 'json' }

type Language = 'zh' | 'en'

/** The labels of an order as a sheet of A4, two in a row: QR and what stands beside it. */
export function labelSheet({ orderNumber, providerName, items }: SampleLabels, language: Language, at: Date): PdfContent {
  const say = words[language]
  return {
    title: `${say.title} ${orderNumber}`,
    author: providerName,
    createdAt: at,
    language,
    blocks: [
      {
        kind: 'labels',
        columns: 2,
        height: 110,
        labels: items.map((item) => ({
          qr: item.url,
          lines: [
            `${item.number}  ${item.code}`,
            item.name,
            [item.spec, item.batch && `${say.batch} ${item.batch}`].filter(Boolean).join(' · '),
            `${item.quantity} ${item.unit} · ${say.storage[item.storage]}`,
            item.hazards.map((hazard) => say.hazard[hazard]).join(' · '),
            `${orderNumber} → ${providerName}`,
          ].filter(Boolean),
        })),
      },
    ],
  }
}
