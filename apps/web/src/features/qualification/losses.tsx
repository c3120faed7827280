import type { GroundLoss } from '@jiju/booking/contract/qualifications'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAccess } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Empty } from '../../ui/states.tsx'
import { toast } from '../../ui/toast.tsx'
import { decideLoss, lossesOptions } from './calls.ts'
import { useNameOf } from './names.ts'

/** Coming bookings whose bookers lost the level, the nearest first; each is decided in place. */
export function Losses() {
  const { t } = useTranslation('qualification')
  const format = useFormat()
  const nameOf = useNameOf()
  const client = useQueryClient()
  const mayDecide = useAccess('booking.qualification.grant')
  const query = useQuery(lossesOptions)
  const [released, setReleased] = useState<GroundLoss | null>(null)
  const done = async () => {
    toast(t('losses.done'))
    setReleased(null)
    await client.invalidateQueries({ queryKey: ['qualifications'] })
  }
  const command = useCommand({ run: decideLoss, onDone: done })
  const columns: Column<GroundLoss>[] = [
    {
      key: 'booking',
      title: t('losses.booking'),
      cell: (row) => (
        <Link to="/p/bookings/$id" params={{ id: row.reservationId }}>
          {format.range(row.start, row.end, row.zone)}
        </Link>
      ),
    },
    { key: 'instrument', title: t('instrument'), cell: (row) => nameOf({ name: row.resourceName, nameEn: row.resourceNameEn }) },
    { key: 'person', title: t('matrix.person'), cell: (row) => `${row.personName} · ${row.organisationName}` },
    { key: 'why', title: t('losses.why'), cell: (row) => t(`losses.cause.${row.cause}`, { level: row.neededLevel }) },
    {
      key: 'act',
      title: t('losses.act'),
      look: 'action',
      cell: (row) =>
        mayDecide && (
          <span className="row g8 wrap">
            <Button size="sm" isBusy={command.isPending} onClick={() => command.mutate({ id: row.id, choice: 'with_operator' })}>
              {t('losses.operator')}
            </Button>
            <Button size="sm" kind="danger" onClick={() => setReleased(row)}>
              {t('losses.release')}
            </Button>
          </span>
        ),
    },
  ]
  return (
    <QueryView query={query}>
      {(rows) => (
        <div className="stack">
          <ProblemSummary error={command.error} />
          {rows.length === 0 ? (
            <Empty title={t('losses.none')}>{t('losses.noneHint')}</Empty>
          ) : (
            <div className="panel">
              <DataTable caption={t('tabs.losses')} columns={columns} rows={rows} rowKey={(row) => row.id} />
            </div>
          )}
          {released && (
            <ReleaseDialog
              isBusy={command.isPending}
              onClose={() => setReleased(null)}
              onRelease={(reason) => command.mutate({ id: released.id, choice: 'release', reason })}
            />
          )}
        </div>
      )}
    </QueryView>
  )
}

function ReleaseDialog({ isBusy, onClose, onRelease }: { isBusy: boolean; onClose: () => void; onRelease: (reason: string) => void }) {
  const { t } = useTranslation('qualification')
  const [reason, setReason] = useState('')
  return (
    <Dialog
      title={t('losses.releaseTitle')}
      isOpen
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('losses.keep')}</Button>
          <Button kind="danger" isBusy={isBusy} disabled={reason.trim() === ''} onClick={() => onRelease(reason.trim())}>
            {t('losses.release')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p>{t('losses.releaseText')}</p>
        <TextField label={t('losses.reason')} maxLength={500} value={reason} onChange={({ target }) => setReason(target.value)} />
      </div>
    </Dialog>
  )
}
