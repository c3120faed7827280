import type { MoveGroup, ReservationGroup } from '@jiju/booking/contract/groups'
import type { Reservation } from '@jiju/booking/contract/reservations'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { fromWallClock, toWallClock } from '../../lib/wall-clock.ts'
import { Button } from '../../ui/button.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Segmented } from '../../ui/field.tsx'
import { DateTimeField } from '../../ui/late/moment-field.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { Tag } from '../../ui/tag.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { toast } from '../../ui/toast.tsx'
import { cancelGroup, cancellationOptions, moveGroup, movePreviewOptions, type Scope } from './calls.ts'
import { useLater } from './use-later.ts'

const SCOPES = ['one', 'following', 'all'] as const

type ChangeProps = {
  group: ReservationGroup
  /** The occurrence from which the change was asked for. */
  anchor: Reservation
  needsReason: boolean
  onDone: (changed: ReservationGroup) => void
}

function ScopePicker({ value, onPick }: { value: Scope; onPick: (scope: Scope) => void }) {
  const { t } = useTranslation('plans')
  return (
    <Segmented
      label={t('change.scope')}
      value={value}
      onPick={onPick}
      options={SCOPES.map((scope) => ({ value: scope, label: t(`change.scopes.${scope}`) }))}
    />
  )
}

/** Cancels one, the following or all; the fee of each is shown before. */
export function CancelGroupForm({ group, anchor, needsReason, onDone }: ChangeProps) {
  const { t } = useTranslation('plans')
  const format = useFormat()
  const [scope, setScope] = useState<Scope>(group.kind === 'bundle' ? 'all' : 'one')
  const [reason, setReason] = useState('')
  const chosen = { id: group.id, scope, ...(scope === 'all' ? {} : { reservationId: anchor.id }) }
  const preview = useQuery(cancellationOptions(chosen, true))
  const command = useCommand({
    run: cancelGroup,
    onDone: (changed) => {
      toast(t('change.cancelled'))
      onDone(changed)
    },
  })
  type Item = NonNullable<typeof preview.data>['items'][number]
  const columns: Column<Item>[] = [
    { key: 'time', title: t('column.time'), cell: (item) => format.range(item.start, item.end, anchor.zone) },
    { key: 'resource', title: t('column.resource'), cell: (item) => item.resourceName },
    { key: 'fee', title: t('change.fee'), look: 'num', cell: (item) => format.money(item.fee) },
  ]
  const { data } = preview
  return (
    <div className="stack">
      {group.kind === 'series' && <ScopePicker value={scope} onPick={setScope} />}
      <ProblemSummary error={command.error ?? preview.error} />
      {data && (
        <>
          <DataTable caption={t('change.cancelCaption')} columns={columns} rows={data.items} rowKey={(item) => item.reservationId} />
          <p aria-live="polite">
            {Number(data.fee) === 0
              ? t('change.cancelFree', { count: data.items.length })
              : t('change.cancelFee', { count: data.items.length, fee: format.money(data.fee) })}
          </p>
          <TextArea
            label={t('change.reason')}
            hint={needsReason ? t('change.reasonNeeded') : undefined}
            rows={2}
            maxLength={500}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
          <div>
            <Button
              kind="danger"
              isBusy={command.isPending}
              disabled={needsReason && !reason.trim()}
              onClick={() =>
                command.mutate({
                  id: group.id,
                  version: data.version,
                  body: {
                    scope,
                    ...(scope === 'all' ? {} : { reservationId: anchor.id }),
                    quotedFee: data.fee,
                    ...(reason.trim() ? { reason: reason.trim() } : {}),
                  },
                })
              }
            >
              {t('change.cancel', { count: data.items.length })}
            </Button>
          </div>
        </>
      )}
    </div>
  )
}

/** Moves one, the following or all by the same days to the same time of day; what speaks against it is shown before. */
export function MoveGroupForm({ group, anchor, needsReason, onDone }: ChangeProps) {
  const { t } = useTranslation('plans')
  const format = useFormat()
  const { zone } = anchor
  const [scope, setScope] = useState<Scope>(group.kind === 'bundle' ? 'all' : 'one')
  const [start, setStart] = useState(() => toWallClock(anchor.start, zone))
  const [end, setEnd] = useState(() => toWallClock(anchor.end, zone))
  const [reason, setReason] = useState('')
  const [from, until] = [fromWallClock(start, zone), fromWallClock(end, zone)]
  const isChanged = from !== new Date(anchor.start).toISOString() || until !== new Date(anchor.end).toISOString()
  const body: MoveGroup | null =
    from && until && from < until && isChanged ? { scope, reservationId: anchor.id, start: from, end: until } : null
  const asked = useLater(body)
  const preview = useQuery(movePreviewOptions(group.id, asked))
  const command = useCommand({
    run: moveGroup,
    onDone: (changed) => {
      toast(t('change.moved'))
      onDone(changed)
    },
  })
  const { data } = preview
  type Item = NonNullable<typeof data>['items'][number]
  const columns: Column<Item>[] = [
    { key: 'from', title: t('change.before'), cell: (item) => format.range(item.fromStart, item.fromEnd, zone), isWideOnly: true },
    { key: 'to', title: t('change.after'), cell: (item) => format.range(item.start, item.end, zone) },
    {
      key: 'outcome',
      title: t('column.outcome'),
      cell: (item) =>
        item.problems.length === 0 ? (
          <Tag kind="ok">{t('outcome.free')}</Tag>
        ) : (
          <div className="col g4">
            {item.problems.map((problem) => (
              <span key={problem.code} className="s t2">
                {problem.message}
              </span>
            ))}
          </div>
        ),
    },
    { key: 'price', title: t('column.price'), look: 'num', cell: (item) => format.money(item.price) },
  ]
  const isPossible = data?.items.every(({ problems }) => problems.length === 0) && JSON.stringify(asked) === JSON.stringify(body)
  const moveStart = (text: string) => {
    const next = fromWallClock(text, zone)
    if (next && from && until) setEnd(toWallClock(new Date(Date.parse(until) + Date.parse(next) - Date.parse(from)), zone))
    setStart(text)
  }
  return (
    <div className="form">
      {group.kind === 'series' && <ScopePicker value={scope} onPick={setScope} />}
      <ProblemSummary error={command.error ?? preview.error} />
      <div className="form-pair">
        <DateTimeField label={t('change.start')} value={start} stepMinutes={30} onChange={({ target }) => moveStart(target.value)} />
        <DateTimeField label={t('change.end')} value={end} stepMinutes={30} onChange={({ target }) => setEnd(target.value)} />
      </div>
      <div aria-live="polite">
        {data && body && (
          <DataTable caption={t('change.moveCaption')} columns={columns} rows={data.items} rowKey={(item) => item.reservationId} />
        )}
      </div>
      {needsReason && (
        <TextArea
          label={t('change.reason')}
          hint={t('change.reasonNeeded')}
          rows={2}
          maxLength={500}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
      )}
      <div>
        <Button
          kind="primary"
          disabled={!isPossible || (needsReason && !reason.trim())}
          isBusy={command.isPending}
          onClick={() => {
            if (body && data)
              command.mutate({
                id: group.id,
                version: data.version,
                body: { ...body, ...(reason.trim() ? { reason: reason.trim() } : {}) },
              })
          }}
        >
          {t('change.move', { count: data?.items.length ?? 0 })}
        </Button>
      </div>
    </div>
  )
}
