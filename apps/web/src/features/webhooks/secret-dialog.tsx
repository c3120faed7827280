import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { toast } from '../../ui/toast.tsx'

/** A signing secret, this once. */
export function SecretDialog({ secret, onClose }: { secret: string | null; onClose: () => void }) {
  const { t } = useTranslation('webhooks')
  return (
    <Dialog
      title={t('secret.title')}
      isOpen={secret !== null}
      onClose={onClose}
      isWide
      foot={
        <>
          <Button onClick={() => secret && void navigator.clipboard.writeText(secret).then(() => toast(t('secret.copied')))}>
            {t('secret.copy')}
          </Button>
          <Button kind="primary" onClick={onClose}>
            {t('secret.done')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p>{t('secret.lead')}</p>
        <code className="mono notice" style={{ fontSize: 14, overflowWrap: 'anywhere' }}>
          {secret}
        </code>
      </div>
    </Dialog>
  )
}
