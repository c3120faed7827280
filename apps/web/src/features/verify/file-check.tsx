import type { Verification } from '@jiju/orders/contract/verifications'
import { useTranslation } from 'react-i18next'
import { FileDrop } from '../../ui/file-drop.tsx'
import { type Comparison, compareFile } from './compare.ts'
import { type FileFacts, readFile } from './read-file.ts'

const LOOK: Record<Comparison, string> = {
  same: 'notice-ok',
  replaced: 'notice-warn',
  withdrawn: 'notice-bad',
  other_edition: 'notice-warn',
  changed: 'notice-bad',
}

/** Takes a file and tells what it is to the report or certificate; the file stays in the browser. */
export function FileCheck({
  verification,
  file,
  onFile,
}: {
  verification: Pick<Verification, 'number' | 'sha256' | 'state' | 'editions'> | undefined
  file: FileFacts | null
  onFile: (file: FileFacts) => void
}) {
  const { t } = useTranslation('verify')
  const outcome = verification && file?.sha256 ? compareFile(verification, file.sha256) : undefined
  return (
    <section className="panel" aria-label={t('file.title')}>
      <div className="panel-body stack">
        <h2 className="h2">{t('file.title')}</h2>
        <FileDrop
          label={t('file.drop')}
          hint={t('file.stays')}
          accept="application/pdf,.pdf"
          onFiles={([one]) => one && void readFile(one).then(onFile)}
        />
        {file && outcome && (
          <div className={`notice ${LOOK[outcome]}`} role="status">
            <div className="f1">
              <p className="b">{t(`file.${outcome}.title`)}</p>
              <p>{t(`file.${outcome}.text`, { number: verification?.number ?? '' })}</p>
              <p className="mono s" style={{ overflowWrap: 'anywhere' }}>
                {file.name}
                <br />
                {file.sha256}
              </p>
            </div>
          </div>
        )}
        {file && !file.sha256 && <p className="notice notice-warn">{t('file.insecure')}</p>}
        {file && !verification && !file.code && <p className="notice notice-warn">{t('file.noCode')}</p>}
      </div>
    </section>
  )
}
