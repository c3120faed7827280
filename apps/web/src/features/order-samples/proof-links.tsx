import type { CustodyEvent } from '@jiju/orders/contract/samples'
import { useTranslation } from 'react-i18next'

/** The photos and papers of an event, each to open. */
export function ProofLinks({ files }: { files: CustodyEvent['files'] }) {
  const { t } = useTranslation('order-samples')
  if (files.length === 0) return null
  return (
    <span className="row g8 wrap" style={{ display: 'inline-flex' }}>
      {files.map((file, index) => (
        <a key={file.fileId} href={file.url} target="_blank" rel="noreferrer" title={file.name}>
          {t('proof.file', { index: index + 1 })}
        </a>
      ))}
    </span>
  )
}
