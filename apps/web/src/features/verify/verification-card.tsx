import type { Verification } from '@jiju/orders/contract/verifications'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { Icon } from '../../ui/icon.tsx'

const LOOK = { issued: 'ok', replaced: 'warn', withdrawn: 'bad' } as const
const SIGN = { issued: 'checkCircle', replaced: 'warning', withdrawn: 'warning' } as const

/** How a report stands, first and large; below what identifies it. Never whose it is or what it says. */
export function VerificationCard({ verification }: { verification: Verification }) {
  const { t } = useTranslation('verify')
  const format = useFormat()
  const { state, signature } = verification
  const isSigned = signature === 'valid'
  return (
    <section className="panel" aria-label={t('card.label')}>
      <div className={`notice notice-${LOOK[state]}`} role="status" style={{ margin: 16 }}>
        <Icon name={SIGN[state]} size={20} />
        <div className="f1">
          <h2 className="h2">{t(`state.${state}.title`)}</h2>
          <p>
            {t(`state.${state}.text`, {
              at: verification.endedAt ? format.stamp(verification.endedAt) : '',
              number: verification.successorNumber ?? '',
            })}
          </p>
        </div>
      </div>
      <div className="panel-body">
        <dl className="kv">
          <dt>{t('card.number')}</dt>
          <dd className="b">{verification.number}</dd>
          <dt>{t('card.issuer')}</dt>
          <dd>{verification.providerName}</dd>
          <dt>{t('card.issuedAt')}</dt>
          <dd>{format.stamp(verification.issuedAt)}</dd>
          <dt>{t('card.signature')}</dt>
          <dd className={isSigned ? 'ok' : 'bad'}>{t(`signature.${signature}`, { signer: verification.signer ?? '' })}</dd>
          <dt>{t('card.pages')}</dt>
          <dd>{t('card.pageCount', { count: verification.pages })}</dd>
          <dt>{t('card.edition')}</dt>
          <dd>{verification.edition}</dd>
          <dt>{t('card.hash')}</dt>
          <dd className="mono s" style={{ overflowWrap: 'anywhere' }}>
            {verification.sha256}
          </dd>
        </dl>
      </div>
    </section>
  )
}
