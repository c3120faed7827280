import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { usePages } from '../../lib/use-pages.ts'
import { Button } from '../../ui/button.tsx'
import { type Column, DataTable, LoadMore } from '../../ui/data-table.tsx'
import { SelectField } from '../../ui/field.tsx'
import { Panel } from '../../ui/panel.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Empty } from '../../ui/states.tsx'
import { DELIVERY_STATES, type Delivery, type DeliveryState, listDeliveries } from './calls.ts'
import { DeliveryStateTag } from './state-tags.tsx'
import { useAnswer } from './use-answer.ts'

const REFRESH_MS = 10_000

/** What was sent to one address, newest first. */
export function DeliveryLog({
  webhookId,
  state,
  onState,
  onOpen,
}: {
  webhookId: string
  state: DeliveryState | undefined
  onState: (state: DeliveryState | undefined) => void
  onOpen: (deliveryId: string) => void
}) {
  const { t } = useTranslation('webhooks')
  const format = useFormat()
  const answerText = useAnswer()
  const { query, items, more } = usePages<Delivery>({
    queryKey: ['webhook-deliveries', webhookId, state ?? ''],
    load: (cursor, signal) => listDeliveries(webhookId, state, cursor, signal),
    refetchMs: REFRESH_MS,
  })
  const columns: Column<Delivery>[] = [
    {
      key: 'topic',
      title: t('delivery.topic'),
      cell: (row) => (
        <button type="button" className="link-btn mono" onClick={() => onOpen(row.id)}>
          {row.topic}
        </button>
      ),
    },
    { key: 'state', title: t('delivery.state'), cell: (row) => <DeliveryStateTag state={row.state} /> },
    { key: 'answer', title: t('delivery.answer'), cell: (row) => answerText({ status: row.lastStatus, error: row.lastError }) },
    { key: 'at', title: t('delivery.at'), cell: (row) => format.stamp(row.createdAt) },
  ]
  return (
    <Panel
      title={t('log')}
      isFlush
      extra={
        <SelectField
          label={t('delivery.state')}
          isLabelHidden
          value={state ?? ''}
          options={[{ value: '', label: t('all') }, ...DELIVERY_STATES.map((value) => ({ value, label: t(`deliveryState.${value}`) }))]}
          onPick={(value) => onState(DELIVERY_STATES.find((one) => one === value))}
        />
      }
    >
      <QueryView query={query}>
        {() => (
          <>
            {items.length === 0 ? (
              <Empty
                title={state ? t('logEmptyFilter') : t('logEmpty')}
                action={state && <Button onClick={() => onState(undefined)}>{t('all')}</Button>}
              />
            ) : (
              <DataTable caption={t('log')} columns={columns} rows={items} rowKey={(row) => row.id} />
            )}
            <LoadMore {...more} />
          </>
        )}
      </QueryView>
    </Panel>
  )
}
