import type { ResourceDetail } from '@jiju/catalog/contract/resources'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { ContactList } from './contact-list.tsx'

/** For what cannot be booked by time: what it costs and whom to ask. */
export function OrderPanel({ resource }: { resource: ResourceDetail }) {
  const { t } = useTranslation(['resource', 'common'])
  const format = useFormat()
  const price = resource.prices.find((item) => item.customerClass === 'enterprise') ?? resource.prices[0]
  const isService = resource.kind === 'testing_service' || resource.kind === 'technical_service' || resource.kind === 'glp_study'
  return (
    <aside className="panel panel-body col g16">
      {price && (
        <div>
          <div className="s t3">{t(`common:customerClass.${price.customerClass}`)}</div>
          <span className="b" style={{ fontSize: 24, lineHeight: '32px' }}>
            {format.price(price.price)}
          </span>{' '}
          <span className="t3">/ {t(`common:priceUnit.${price.unit}`)}</span>
        </div>
      )}
      {isService && (
        <div>
          <h2 className="h3">{t('contact.orderTitle')}</h2>
          <p className="m t2">{t('contact.orderText')}</p>
        </div>
      )}
      <ContactList resource={resource} />
    </aside>
  )
}
