import type { SecretAddress } from '@jiju/booking/contract/feeds'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'

export type Asked = { readonly act: 'renew' | 'revoke'; readonly address: SecretAddress }

/** Both acts break what others have set up, so they say what stops. */
export function ConfirmDialog({
  asked,
  isBusy,
  error,
  onConfirm,
  onClose,
}: {
  asked: Asked | null
  isBusy: boolean
  error: Error | null
  onConfirm: (asked: Asked) => void
  onClose: () => void
}) {
  const { t } = useTranslation('feeds')
  const isRevoking = asked?.act === 'revoke'
  return (
    <Dialog
      title={isRevoking ? t('revoking.title') : t('renewing.title')}
      isOpen={asked !== null}
      onClose={onClose}
      foot={
        <Button kind="danger" isBusy={isBusy} onClick={() => asked && onConfirm(asked)}>
          {isRevoking ? t('revoking.button') : t('renewing.button')}
        </Button>
      }
    >
      <ProblemSummary error={error} />
      <p>{asked && (isRevoking ? t(`revoking.${asked.address.purpose}`) : t('renewing.text'))}</p>
    </Dialog>
  )
}
