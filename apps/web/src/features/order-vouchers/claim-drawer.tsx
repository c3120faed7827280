import type { VoucherClaim } from '@jiju/orders/contract/voucher-claims'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { Drawer } from '../../ui/drawer.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Tag } from '../../ui/tag.tsx'
import { claimOptions } from './calls.ts'
import { ClaimActs } from './claim-acts.tsx'
import { EvidenceList } from './evidence-list.tsx'
import { nameOf } from './named.ts'
import { ClaimStateTag } from './state-tags.tsx'

type DrawerProps = { side: 'provider' | 'office'; voucherId: string | null; onClose: () => void }

/** One claim: what is claimed, what proves it, what happened, and what the reader may do. */
export function ClaimDrawer({ side, voucherId, onClose }: DrawerProps) {
  const { t } = useTranslation('order-vouchers')
  const query = useQuery({ ...claimOptions(voucherId ?? ''), enabled: voucherId !== null })
  return (
    <Drawer title={t('claim.title', { number: query.data?.number ?? '' })} isOpen={voucherId !== null} onClose={onClose} isWide>
      {voucherId !== null && (
        <QueryView query={query}>{(claim) => <ClaimView key={claim.voucherId} side={side} claim={claim} />}</QueryView>
      )}
    </Drawer>
  )
}

function ClaimView({ side, claim }: { side: 'provider' | 'office'; claim: VoucherClaim }) {
  const { t } = useTranslation('order-vouchers')
  const format = useFormat()
  return (
    <div className="stack">
      <div className="row g8 wrap">
        <ClaimStateTag state={claim.state} />
        {claim.hasFault && <Tag kind="bad">{t('claim.fault')}</Tag>}
        {claim.answerUntil && <span className="s t3">{t('claims.until', { time: format.stamp(claim.answerUntil) })}</span>}
      </div>
      {claim.reason && <p className={claim.state === 'accepted' ? 'm t2 pre' : 'notice notice-warn pre'}>{claim.reason}</p>}
      <dl className="kv">
        <dt>{t('programme')}</dt>
        <dd>{nameOf(claim)}</dd>
        <dt>{t('provider')}</dt>
        <dd>{claim.providerName}</dd>
        <dt>{t('client')}</dt>
        <dd>{claim.organisationName}</dd>
        <dt>{t('order')}</dt>
        <dd>
          <Link to={side === 'office' ? '/o/orders/$id' : '/p/orders/$id'} params={{ id: claim.orderId }}>
            {claim.orderNumber} {claim.orderTitle}
          </Link>
        </dd>
        <dt>{t('panel.price')}</dt>
        <dd>{format.price(claim.total)}</dd>
        <dt>{t('panel.eligible')}</dt>
        <dd>{format.price(claim.eligible)}</dd>
        <dt>{t('amount')}</dt>
        <dd className="b">{format.price(claim.amount)}</dd>
      </dl>
      <EvidenceList claim={claim} />
      <ClaimActs claim={claim} />
      <section>
        <h3 className="h3">{t('claim.history')}</h3>
        <ol className="line-list">
          {claim.steps.map((step) => (
            <li key={step.at + step.act} style={{ alignItems: 'flex-start' }}>
              <span className="f1 pre">
                {t(`claim.act.${step.act}`)}
                {step.words && `：${step.words}`}
              </span>
              <span className="s t3">{[step.personName, format.stamp(step.at)].filter(Boolean).join(' · ')}</span>
            </li>
          ))}
        </ol>
      </section>
    </div>
  )
}
