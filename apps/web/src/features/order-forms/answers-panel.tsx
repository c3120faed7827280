import type { Order } from '@jiju/orders/contract/orders'
import type { Answers } from '@jiju/orders/core/forms/field'
import { useTranslation } from 'react-i18next'
import { Panel } from '../../ui/panel.tsx'
import { ItemAnswers } from '../../ui/service-form/item-answers.tsx'

/** What the client asked for with each item, to the questions of that day; nothing when nobody was asked. */
export function AnswersPanel({ order }: { order: Order }) {
  const { t } = useTranslation('order-forms')
  const answered = order.items.filter(({ serviceId, formVersion }) => serviceId !== null && formVersion !== null)
  if (answered.length === 0) return null
  return (
    <Panel title={t('panel.title')}>
      <div className="stack-24">
        {answered.map((item) => (
          <section key={item.id} className="stack" aria-label={item.name}>
            {answered.length > 1 && <h3 className="h3">{item.name}</h3>}
            <ItemAnswers serviceId={item.serviceId ?? ''} version={item.formVersion ?? 1} answers={item.form as Answers} />
          </section>
        ))}
      </div>
    </Panel>
  )
}
