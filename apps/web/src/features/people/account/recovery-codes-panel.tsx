import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { toast } from '../../../ui/toast.tsx'

/** Shown once: to copy, to print, and only gone when the reader says that they are kept. */
export function RecoveryCodesPanel({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const { t } = useTranslation('account')
  return (
    <Panel title={t('second.codesTitle')}>
      <div className="stack">
        <p>{t('second.codesLead')}</p>
        <ul style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(210px, 1fr))', gap: 8 }}>
          {codes.map((code) => (
            <li key={code} className="mono" style={{ fontSize: 14 }}>
              {code}
            </li>
          ))}
        </ul>
        <div className="row g8 wrap no-print">
          <Button
            onClick={() => {
              void navigator.clipboard.writeText(codes.join('\n')).then(() => toast(t('second.copied')))
            }}
          >
            {t('second.copy')}
          </Button>
          <Button onClick={() => window.print()}>{t('second.print')}</Button>
          <Button kind="primary" onClick={onDone}>
            {t('second.done')}
          </Button>
        </div>
      </div>
    </Panel>
  )
}
