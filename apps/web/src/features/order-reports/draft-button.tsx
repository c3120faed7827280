import type { Order } from '@jiju/orders/contract/orders'
import type { DraftReport, Report } from '@jiju/orders/contract/reports'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Segmented, SelectField } from '../../ui/field.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { draftReport, templatesOptions } from './calls.ts'

/** Begins a report: which template, of the whole order or a part, and why it replaces the one in force. */
export function DraftButton({ order, issued }: { order: Order; issued: readonly Report[] }) {
  const { t } = useTranslation('order-reports')
  const client = useQueryClient()
  const navigate = useNavigate()
  const [isOpen, setOpen] = useState(false)
  const [templateId, setTemplate] = useState('')
  const [kind, setKind] = useState<DraftReport['kind']>('full')
  const [reason, setReason] = useState('')
  const templates = useQuery({ ...templatesOptions, enabled: isOpen }).data
  const chosen = templateId || templates?.[0]?.id || ''
  const inForce = issued.find((report) => report.kind === 'full')
  const replaces = kind === 'full' ? inForce : undefined
  const command = useCommand({
    run: draftReport,
    onDone: async (report) => {
      await client.invalidateQueries({ queryKey: ['orders', 'one', order.id] })
      await navigate({ to: '/p/reports/$id', params: { id: report.id } })
    },
  })
  const send = () =>
    command.mutate({
      orderId: order.id,
      body: { templateId: chosen, kind, ...(replaces && { replacesId: replaces.id, replaceReason: reason.trim() }) },
    })
  return (
    <div>
      <Button kind={order.state === 'reporting' ? 'primary' : 'default'} isBlock onClick={() => setOpen(true)}>
        {t(inForce ? 'draft.replace' : 'draft.begin')}
      </Button>
      <Dialog
        title={t(inForce ? 'draft.replace' : 'draft.begin')}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        foot={
          <>
            <Button onClick={() => setOpen(false)}>{t('cancel')}</Button>
            <Button kind="primary" isBusy={command.isPending} disabled={!chosen || (!!replaces && !reason.trim())} onClick={send}>
              {t('draft.send')}
            </Button>
          </>
        }
      >
        <div className="stack">
          <ProblemSummary error={command.error} />
          {templates?.length === 0 ? (
            <p>
              {t('draft.noTemplate')} <Link to="/p/report-settings">{t('draft.toSettings')}</Link>
            </p>
          ) : (
            <SelectField
              label={t('draft.template')}
              options={(templates ?? []).map(({ id, name, classCode }) => ({ value: id, label: `${name} (${classCode})` }))}
              value={chosen}
              onPick={setTemplate}
            />
          )}
          {order.state === 'working' && (
            <Segmented
              label={t('draft.kind')}
              options={[
                { value: 'full', label: t('kind.full') },
                { value: 'part', label: t('kind.part') },
              ]}
              value={kind}
              onPick={setKind}
            />
          )}
          {replaces && (
            <TextArea
              label={t('draft.reason', { number: replaces.number ?? '' })}
              hint={t('draft.reasonHint')}
              rows={3}
              maxLength={1000}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </div>
      </Dialog>
    </div>
  )
}
