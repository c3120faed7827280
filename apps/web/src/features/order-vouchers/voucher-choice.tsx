import type { PreviewVouchers, VoucherOffer } from '@jiju/orders/contract/vouchers'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { Panel } from '../../ui/panel.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Tag } from '../../ui/tag.tsx'
import { previewOptions } from './calls.ts'
import { ConditionList } from './condition-list.tsx'
import { nameOf, rateText, yuan } from './named.ts'

type ChosenVoucher = { readonly programmeId: string; readonly amount: string }

/** Which voucher shall pay a part of a price, or none: what each pays, what is left of the quota, and why one cannot be used. */
export function VoucherChoice({
  price,
  value,
  onChange,
}: {
  price: PreviewVouchers
  value: string | null
  onChange: (chosen: ChosenVoucher | null) => void
}) {
  const { t } = useTranslation('order-vouchers')
  const query = useQuery({ ...previewOptions(price), placeholderData: keepPreviousData })
  const group = useId()
  return (
    <Panel title={t('choice.title')}>
      <QueryView query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="m t2">{t('choice.empty')}</p>
          ) : (
            <div className="stack" role="radiogroup" aria-label={t('choice.title')}>
              <label className="row g8" style={{ alignItems: 'flex-start' }}>
                <input type="radio" name={group} checked={value === null} onChange={() => onChange(null)} />
                <span>
                  {t('choice.none')}
                  <br />
                  <span className="s t3">{t('choice.noneHint')}</span>
                </span>
              </label>
              {items.map((offer) => (
                <Offer
                  key={offer.programmeId}
                  group={group}
                  offer={offer}
                  isChosen={offer.programmeId === value}
                  onChoose={() => onChange({ programmeId: offer.programmeId, amount: offer.amount })}
                />
              ))}
            </div>
          )
        }
      </QueryView>
    </Panel>
  )
}

type OfferProps = { group: string; offer: VoucherOffer; isChosen: boolean; onChoose: () => void }

function Offer({ group, offer, isChosen, onChoose }: OfferProps) {
  const { t } = useTranslation('order-vouchers')
  const format = useFormat()
  const unknown = offer.conditions.filter(({ verdict }) => verdict === 'unknown').length
  return (
    <div>
      <label className="row g8" style={{ alignItems: 'flex-start' }}>
        <input type="radio" name={group} checked={isChosen} disabled={!offer.isEligible} onChange={onChoose} />
        <span className="f1">
          <span className="b">{nameOf(offer)}</span> <Tag kind="line">{t('rate', { rate: rateText(offer.rate) })}</Tag>{' '}
          {!offer.isEligible && <Tag kind="bad">{t('choice.cannot')}</Tag>}
          {offer.isEligible && offer.isToConfirm && (
            <span className="certainty certainty-unconfirmed" title={t('toConfirmHint')}>
              {t('toConfirm')}
            </span>
          )}
          <br />
          {offer.isEligible && (
            <>
              {t('choice.pays', { amount: yuan(format, offer.amount), clientPays: yuan(format, offer.clientPays) })}
              <br />
            </>
          )}
          <span className="s t3">
            {t('choice.left', { year: offer.year, quota: yuan(format, offer.quota), left: yuan(format, offer.left) })}
            {unknown > 0 && ` · ${t('choice.unknown', { count: unknown })}`}
          </span>
        </span>
      </label>
      <details style={{ marginTop: 6 }} open={!offer.isEligible}>
        <summary className="m">{t('choice.why')}</summary>
        <ConditionList conditions={offer.conditions} />
      </details>
    </div>
  )
}
