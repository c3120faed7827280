import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { orderSamplesOptions } from '../../features/order-samples/calls.ts'
import { ReceiptForm } from '../../features/order-samples/receipt-form.tsx'
import { useRenew } from '../../features/order-samples/use-renew.ts'
import { orderOptions } from '../../features/orders/calls.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Empty } from '../../ui/states.tsx'

/** What has arrived of an order's samples; complete on a phone. */
export function ReceiptPage() {
  const { t } = useTranslation('order-samples')
  const navigate = useNavigate()
  const renew = useRenew()
  const { id } = useParams({ strict: false }) as { id: string }
  const order = useQuery(orderOptions(id))
  const samples = useQuery(orderSamplesOptions(id))
  return (
    <QueryView query={order} isPage>
      {({ number, title, organisationName, state }) => (
        <>
          <PageHead
            crumb={[{ label: number, link: { to: '/p/orders/$id', params: { id } } }, { label: t('receive.title') }]}
            title={t('receive.title')}
            documentTitle={`${t('receive.title')} ${number}`}
            line={`${title} · ${organisationName}`}
          />
          <QueryView query={samples}>
            {({ items }) => {
              const expected = items.filter((one) => one.state === 'declared' || one.state === 'sent')
              return expected.length === 0 ? (
                <div className="panel">
                  <Empty
                    title={t('receive.none')}
                    action={
                      <ButtonLink to="/p/orders/$id" params={{ id }}>
                        {t('receive.back')}
                      </ButtonLink>
                    }
                  >
                    {t('receive.noneText')}
                  </Empty>
                </div>
              ) : (
                <div style={{ maxWidth: 720 }}>
                  <ReceiptForm
                    orderId={id}
                    samples={expected}
                    mayReceiveOrder={state === 'accepted'}
                    onDone={async () => {
                      await renew.order(id)
                      await navigate({ to: '/p/orders/$id', params: { id } })
                    }}
                  />
                </div>
              )
            }}
          </QueryView>
        </>
      )}
    </QueryView>
  )
}
