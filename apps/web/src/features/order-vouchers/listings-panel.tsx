import type { VoucherListing, VoucherProgramme } from '@jiju/orders/contract/voucher-programmes'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dayNow } from '../../lib/format.ts'
import { useAccess } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { Empty } from '../../ui/states.tsx'
import { toast } from '../../ui/toast.tsx'
import { endListing, type Found, listProvider, programmeOptions } from './calls.ts'
import { OrganisationPicker } from './organisation-picker.tsx'

/** Providers that a programme pays for, since when and by which document. */
export function ListingsPanel({ programme }: { programme: VoucherProgramme }) {
  const { t } = useTranslation('order-vouchers')
  const mayWrite = useAccess('orders.voucher_programme.write')
  const [isAdding, setAdding] = useState(false)
  const [ending, setEnding] = useState<VoucherListing | null>(null)
  const columns: Column<VoucherListing>[] = [
    { key: 'provider', title: t('provider'), cell: (row) => row.providerName },
    { key: 'from', title: t('office.programmes.from'), cell: (row) => row.from },
    { key: 'to', title: t('office.programmes.to'), cell: (row) => row.to ?? '—' },
    { key: 'source', title: t('source'), cell: (row) => row.source },
    {
      key: 'action',
      title: '',
      look: 'action',
      cell: (row) => mayWrite && row.to === null && <Button onClick={() => setEnding(row)}>{t('office.programmes.end')}</Button>,
    },
  ]
  return (
    <Panel
      title={t('office.programmes.providers')}
      isFlush
      extra={mayWrite && <Button onClick={() => setAdding(true)}>{t('office.programmes.addProvider')}</Button>}
    >
      {programme.listings.length === 0 ? (
        <Empty title={t('condition.provider_listed.notNeeded')} />
      ) : (
        <DataTable caption={t('office.programmes.providers')} columns={columns} rows={programme.listings} rowKey={(row) => row.id} />
      )}
      {isAdding && <AddListing programmeId={programme.id} onClose={() => setAdding(false)} />}
      {ending && <EndListing programmeId={programme.id} listing={ending} onClose={() => setEnding(null)} />}
    </Panel>
  )
}

function AddListing({ programmeId, onClose }: { programmeId: string; onClose: () => void }) {
  const { t } = useTranslation('order-vouchers')
  const client = useQueryClient()
  const [provider, setProvider] = useState<Found | null>(null)
  const [from, setFrom] = useState(dayNow)
  const [source, setSource] = useState('')
  const command = useCommand({
    run: listProvider,
    onDone: (next) => {
      client.setQueryData(programmeOptions(programmeId).queryKey, next)
      toast(t('office.programmes.saved'))
      onClose()
    },
  })
  return (
    <Dialog
      title={t('office.programmes.addProvider')}
      isOpen
      onClose={onClose}
      foot={
        <Button
          kind="primary"
          isBusy={command.isPending}
          disabled={!provider || !from || !source.trim()}
          onClick={() =>
            provider && command.mutate({ id: programmeId, body: { providerId: provider.id, from, to: null, source: source.trim() } })
          }
        >
          {t('office.programmes.save')}
        </Button>
      }
    >
      <div className="stack">
        <ProblemSummary error={command.error} />
        <OrganisationPicker label={t('provider')} kind="provider" value={provider} onPick={setProvider} />
        <TextField label={t('office.programmes.from')} type="date" value={from} onChange={(event) => setFrom(event.target.value)} />
        <TextField
          label={t('source')}
          hint={t('office.programmes.sourceHint')}
          maxLength={500}
          value={source}
          onChange={(event) => setSource(event.target.value)}
        />
      </div>
    </Dialog>
  )
}

function EndListing({ programmeId, listing, onClose }: { programmeId: string; listing: VoucherListing; onClose: () => void }) {
  const { t } = useTranslation('order-vouchers')
  const client = useQueryClient()
  const [to, setTo] = useState(dayNow)
  const command = useCommand({
    run: endListing,
    onDone: (next) => {
      client.setQueryData(programmeOptions(programmeId).queryKey, next)
      onClose()
    },
  })
  return (
    <Dialog
      title={t('office.programmes.end')}
      isOpen
      onClose={onClose}
      foot={
        <Button
          kind="danger"
          isBusy={command.isPending}
          disabled={!to}
          onClick={() => command.mutate({ id: programmeId, listingId: listing.id, to })}
        >
          {t('office.programmes.end')}
        </Button>
      }
    >
      <div className="stack">
        <ProblemSummary error={command.error} />
        <p>{listing.providerName}</p>
        <TextField label={t('office.programmes.endDay')} type="date" value={to} onChange={(event) => setTo(event.target.value)} />
      </div>
    </Dialog>
  )
}
