import type { VoucherProgramme } from '@jiju/orders/contract/voucher-programmes'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAccess } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { toast } from '../../ui/toast.tsx'
import { programmeOptions, setBudget, setOpen } from './calls.ts'
import { QuotaBar } from './quota-bar.tsx'

type Year = VoucherProgramme['years'][number]

/** The budget of a programme, what of it is taken, and whether it takes new orders. */
export function BudgetPanel({ programme }: { programme: VoucherProgramme }) {
  const { t } = useTranslation('order-vouchers')
  const format = useFormat()
  const client = useQueryClient()
  const mayWrite = useAccess('orders.voucher_programme.write')
  const [isChanging, setChanging] = useState(false)
  const keep = (next: VoucherProgramme) => {
    client.setQueryData(programmeOptions(next.id).queryKey, next)
    toast(t('office.programmes.saved'))
  }
  const command = useCommand({ run: setOpen, onDone: keep })
  const columns: Column<Year>[] = [
    { key: 'year', title: t('year'), cell: (row) => row.year },
    { key: 'organisations', title: t('office.programmes.organisations'), look: 'num', cell: (row) => row.organisations },
    { key: 'reserved', title: t('account.reserved'), look: 'num', cell: (row) => format.money(row.reserved) },
    { key: 'redeemed', title: t('account.redeemed'), look: 'num', cell: (row) => format.money(row.redeemed) },
  ]
  return (
    <Panel
      title={t('office.programmes.budget')}
      extra={
        mayWrite && (
          <span className="row g8 wrap">
            <Button onClick={() => setChanging(true)}>{t('office.programmes.setBudget')}</Button>
            <Button isBusy={command.isPending} onClick={() => command.mutate({ programme, isOpen: !programme.isOpen })}>
              {t(programme.isOpen ? 'office.programmes.close' : 'office.programmes.reopen')}
            </Button>
          </span>
        )
      }
    >
      <div className="stack">
        <ProblemSummary error={command.error} />
        <QuotaBar title={format.price(programme.budget)} whole={programme.budget} parts={programme} />
        {programme.years.length > 0 && (
          <DataTable caption={t('office.programmes.years')} columns={columns} rows={programme.years} rowKey={(row) => String(row.year)} />
        )}
      </div>
      {isChanging && <BudgetDialog programme={programme} onDone={keep} onClose={() => setChanging(false)} />}
    </Panel>
  )
}

type DialogProps = { programme: VoucherProgramme; onDone: (next: VoucherProgramme) => void; onClose: () => void }

function BudgetDialog({ programme, onDone, onClose }: DialogProps) {
  const { t } = useTranslation('order-vouchers')
  const [budget, setBudgetText] = useState(programme.budget)
  const command = useCommand({
    run: setBudget,
    onDone: (next) => {
      onDone(next)
      onClose()
    },
  })
  return (
    <Dialog
      title={t('office.programmes.setBudget')}
      isOpen
      onClose={onClose}
      foot={
        <Button
          kind="primary"
          isBusy={command.isPending}
          disabled={!/^\d{1,13}(\.\d{1,2})?$/.test(budget)}
          onClick={() => command.mutate({ programme, budget })}
        >
          {t('office.programmes.save')}
        </Button>
      }
    >
      <div className="stack">
        <ProblemSummary error={command.error} />
        <TextField
          label={t('office.programmes.budgetLabel')}
          hint={t('office.programmes.budgetHint')}
          inputMode="decimal"
          value={budget}
          onChange={(event) => setBudgetText(event.target.value)}
        />
      </div>
    </Dialog>
  )
}
