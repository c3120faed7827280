import type { StoragePlace } from '@jiju/orders/contract/storage-places'
import { STORAGES } from '@jiju/orders/core/samples/vocabulary'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addPlace, editPlace, sampleRuleOptions, saveSampleRule, storagePlacesOptions } from '../../features/order-samples/calls.ts'
import { StepDialog } from '../../features/order-samples/step-dialog.tsx'
import { useAccess } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Empty } from '../../ui/states.tsx'
import { Tag } from '../../ui/tag.tsx'
import { toast } from '../../ui/toast.tsx'
import { UnitField } from '../../ui/unit-field.tsx'

/** Rooms and shelves for samples, and how long what is left is kept. */
export function StoragePlacesPage() {
  const { t } = useTranslation('order-samples')
  const query = useQuery(storagePlacesOptions)
  const mayEdit = useAccess('orders.storage_place.edit')
  return (
    <>
      <PageHead
        crumb={[{ label: t('list.titleProvider'), link: { to: '/p/samples' } }, { label: t('places.title') }]}
        title={t('places.title')}
        line={t('places.lead')}
        actions={mayEdit && <AddPlace />}
      />
      <div className="two-columns">
        <Panel isFlush>
          <QueryView query={query} isPage>
            {({ items }) => (items.length === 0 ? <Empty title={t('places.empty')} /> : <Places items={items} mayEdit={mayEdit} />)}
          </QueryView>
        </Panel>
        <Retention mayEdit={mayEdit} />
      </div>
    </>
  )
}

function useRenewPlaces() {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: ['orders', 'storage-places'] })
}

function AddPlace() {
  const { t } = useTranslation('order-samples')
  const renew = useRenewPlaces()
  return (
    <StepDialog
      title={t('places.add')}
      look="primary"
      orderId=""
      fields={[
        { name: 'room', label: t('places.room'), kind: 'text' },
        { name: 'shelf', label: t('places.shelf'), kind: 'text', isOptional: true },
        {
          name: 'storage',
          label: t('field.storage'),
          kind: 'select',
          initial: 'room',
          options: STORAGES.map((value) => ({ value, label: t(`storage.${value}`) })),
        },
      ]}
      run={(body, headers) => addPlace(body as Parameters<typeof addPlace>[0], headers)}
      onDone={async () => {
        toast(t('places.added'))
        await renew()
      }}
    />
  )
}

function Places({ items, mayEdit }: { items: readonly StoragePlace[]; mayEdit: boolean }) {
  const { t } = useTranslation('order-samples')
  const columns: Column<StoragePlace>[] = [
    { key: 'room', title: t('places.room'), cell: ({ room }) => room },
    { key: 'shelf', title: t('places.shelf'), cell: ({ shelf }) => shelf || '—' },
    { key: 'storage', title: t('field.storage'), cell: ({ storage }) => t(`storage.${storage}`) },
    { key: 'samples', title: t('places.samples'), look: 'num', cell: ({ sampleCount }) => sampleCount },
    {
      key: 'state',
      title: t('column.state'),
      cell: ({ isRetired }) => (isRetired ? <Tag>{t('places.retired')}</Tag> : '—'),
    },
    ...(mayEdit ? [{ key: 'action', title: '', look: 'action' as const, cell: (row: StoragePlace) => <Retire place={row} /> }] : []),
  ]
  return <DataTable caption={t('places.title')} columns={columns} rows={items} rowKey={({ id }) => id} />
}

function Retire({ place }: { place: StoragePlace }) {
  const { t } = useTranslation('order-samples')
  const renew = useRenewPlaces()
  const command = useCommand({ run: editPlace, onDone: () => renew() })
  const { room, shelf, storage, isRetired } = place
  return (
    <>
      <Button
        kind="text"
        size="sm"
        isBusy={command.isPending}
        onClick={() => command.mutate({ target: place, body: { room, shelf, storage, isRetired: !isRetired } })}
      >
        {t(isRetired ? 'places.reuse' : 'places.retire')}
      </Button>
      <ProblemSummary error={command.error} />
    </>
  )
}

function Retention({ mayEdit }: { mayEdit: boolean }) {
  const { t } = useTranslation('order-samples')
  const client = useQueryClient()
  const query = useQuery(sampleRuleOptions)
  const [days, setDays] = useState<string | null>(null)
  const command = useCommand({
    run: saveSampleRule,
    onDone: (rule) => {
      client.setQueryData(sampleRuleOptions.queryKey, rule)
      setDays(null)
      toast(t('places.saved'))
    },
  })
  return (
    <Panel title={t('places.rule')}>
      <QueryView query={query}>
        {(rule) => (
          <div className="stack">
            <ProblemSummary error={command.error} />
            <UnitField
              label={t('places.retention')}
              unit={t('places.days')}
              inputMode="numeric"
              disabled={!mayEdit}
              value={days ?? String(rule.retentionDays)}
              onChange={({ target }) => setDays(target.value)}
            />
            {mayEdit && (
              <div>
                <Button
                  isBusy={command.isPending}
                  disabled={!(Number(days) >= 1) || days === null}
                  onClick={() => command.mutate({ retentionDays: Math.trunc(Number(days)), version: rule.version })}
                >
                  {t('places.saveRule')}
                </Button>
              </div>
            )}
          </div>
        )}
      </QueryView>
    </Panel>
  )
}
