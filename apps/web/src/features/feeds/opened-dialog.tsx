import type { OpenedAddress } from '@jiju/booking/contract/feeds'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { toast } from '../../ui/toast.tsx'

/** The one moment in which an address can be read: as text to copy, as a picture to scan, as a link to open. */
export function OpenedDialog({ opened, onClose }: { opened: OpenedAddress | null; onClose: () => void }) {
  const { t } = useTranslation('feeds')
  const isDoor = opened?.url.includes('/door/') ?? false
  return (
    <Dialog
      title={t('opened.title')}
      isOpen={opened !== null}
      onClose={onClose}
      isWide
      foot={
        <>
          {opened && (
            <a className="btn" href={isDoor ? opened.url : opened.url.replace(/^https?:/, 'webcal:')} target="_blank" rel="noreferrer">
              {isDoor ? t('opened.openDoor') : t('opened.openCalendar')}
            </a>
          )}
          <Button onClick={() => opened && void navigator.clipboard.writeText(opened.url).then(() => toast(t('opened.copied')))}>
            {t('opened.copy')}
          </Button>
          <Button kind="primary" onClick={onClose}>
            {t('opened.done')}
          </Button>
        </>
      }
    >
      {opened && (
        <div className="stack">
          <p>{t('opened.lead')}</p>
          <code className="mono notice" style={{ overflowWrap: 'anywhere' }}>
            {opened.url}
          </code>
          <img
            src={`data:image/svg+xml;utf8,${encodeURIComponent(opened.qrSvg)}`}
            alt={t('opened.qr')}
            width={192}
            height={192}
            style={{ background: '#fff' }}
          />
        </div>
      )}
    </Dialog>
  )
}
