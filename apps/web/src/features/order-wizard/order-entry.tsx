import { useQuery } from '@tanstack/react-query'
import { Link, useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useAccess, useMe } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { previewOptions } from './calls.ts'
import { StandardWarnings } from './standard-warnings.tsx'

/** From the page of a service to its order: when the report would be there, what it costs, and the one button. */
export function OrderEntry({ serviceId, providerId }: { serviceId: string; providerId: string }) {
  const { t } = useTranslation(['order-wizard', 'common'])
  const format = useFormat()
  const me = useMe()
  const mayOrder = useAccess('orders.order.place')
  const { href } = useRouter().latestLocation
  const query = useQuery(previewOptions([{ serviceId, quantity: 1 }]))
  const line = query.data?.lines[0]
  const isOwn = me?.activeOrganisationId === providerId
  return (
    <div className="col g16">
      {line && (
        <>
          <div>
            <div className="s t3">{t('entry.result')}</div>
            <div className="figure-value">{format.day(line.resultDay)}</div>
            <div className="s t3">{t('entry.way', { days: line.turnaround.max, ahead: line.ordersAhead })}</div>
          </div>
          <div>
            <div className="s t3">
              {line.price ? t(`common:customerClass.${line.price.customerClass as 'enterprise'}`) : t('entry.price')}
            </div>
            <span className="b" style={{ fontSize: 24, lineHeight: '32px' }}>
              {format.price(line.price?.unitPrice)}
            </span>{' '}
            {line.price && <span className="t3">/ {t(`common:priceUnit.${line.price.unit as 'item'}`)}</span>}
          </div>
          <StandardWarnings standards={line.standards} />
        </>
      )}
      {isOwn && <p className="m t2">{t('entry.own')}</p>}
      {!isOwn && me?.person && !mayOrder && <p className="m t2">{t('entry.other')}</p>}
      {!isOwn && mayOrder && (
        <div className="col g8">
          {line?.price && (
            <ButtonLink to="/e/orders/new/$step" params={{ step: 'items' }} search={{ service: serviceId }} kind="primary" isBlock>
              {t('entry.order')}
            </ButtonLink>
          )}
          <ButtonLink to="/e/enquiries/new" search={{ service: serviceId }} kind={line && !line.price ? 'primary' : 'default'} isBlock>
            {t('entry.enquire')}
          </ButtonLink>
        </div>
      )}
      {me && !me.person && (
        <ButtonLink to="/signin" search={{ next: href }} kind="primary" isBlock>
          {t('entry.signIn')}
        </ButtonLink>
      )}
      <Link to="/earliest" search={{ q: line?.nameZh }} className="m">
        {t('entry.compare')}
      </Link>
    </div>
  )
}
