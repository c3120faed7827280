import type { ResourceDetail } from '@jiju/catalog/contract/resources'
import { isOrderable } from '@jiju/orders/core/forms/orderable-kinds'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { loadTexts } from '../../lib/i18n.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Bone } from '../../ui/states.tsx'
import { ContactList } from './contact-list.tsx'

// Most resources are booked by time.
const OrderEntry = lazy(async () => {
  const texts = loadTexts('order-wizard')
  const { OrderEntry: entry } = await import('../../features/order-wizard/order-entry.tsx')
  await texts
  return { default: entry }
})

/** For what cannot be booked by time: the order, or what it costs, and whom to ask. */
export function OrderPanel({ resource }: { resource: ResourceDetail }) {
  const { t } = useTranslation('resource')
  const canBeOrdered = resource.status === 'published' && isOrderable(resource.kind)
  return (
    <aside className="panel panel-body col g16" aria-label={t('contact.orderTitle')}>
      {canBeOrdered ? <OrderSection resource={resource} /> : <ListPrice resource={resource} />}
      <ContactList resource={resource} />
    </aside>
  )
}

/** The way from a published service to its order. */
export function OrderSection({ resource }: { resource: ResourceDetail }) {
  return (
    <Suspense fallback={<Bone height={160} />}>
      <OrderEntry serviceId={resource.id} providerId={resource.provider.id} />
    </Suspense>
  )
}

function ListPrice({ resource }: { resource: ResourceDetail }) {
  const { t } = useTranslation('common')
  const format = useFormat()
  const price = resource.prices.find((item) => item.customerClass === 'enterprise') ?? resource.prices[0]
  if (!price) return null
  return (
    <div>
      <div className="s t3">{t(`customerClass.${price.customerClass}`)}</div>
      <span className="b" style={{ fontSize: 24, lineHeight: '32px' }}>
        {format.price(price.price)}
      </span>{' '}
      <span className="t3">/ {t(`priceUnit.${price.unit}`)}</span>
    </div>
  )
}
