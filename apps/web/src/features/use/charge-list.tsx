import type { ChargeItem } from '@jiju/booking/contract/charge-lists'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { currentLanguage } from '../../lib/i18n.ts'
import { useAccess } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { usePages } from '../../lib/use-pages.ts'
import { Button } from '../../ui/button.tsx'
import { type Column, DataTable, LoadMore } from '../../ui/data-table.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SelectField } from '../../ui/field.tsx'
import { Icon } from '../../ui/icon.tsx'
import { DateField } from '../../ui/late/moment-field.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Empty } from '../../ui/states.tsx'
import { Tag } from '../../ui/tag.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { toast } from '../../ui/toast.tsx'
import { answerCharge } from './calls.ts'
import {
  CHARGE_KINDS,
  CHARGE_STATES,
  type ChargeConditions,
  type ChargeSide,
  chargesFile,
  listCharges,
  waiveCharge,
} from './charge-calls.ts'

const LOOK = { open: 'warn', accepted: 'ok', objected: 'bad', replaced: 'line' } as const
const ALL = ''

/** Charges of uses, of bookings that nobody used, and of trainings: for who pays and for who is paid. Conditions stand in the address. */
export function ChargeList({
  side,
  conditions,
  onPick,
}: {
  side: ChargeSide
  conditions: ChargeConditions
  onPick: (conditions: ChargeConditions) => void
}) {
  const { t } = useTranslation('use')
  const format = useFormat()
  const { query, items, more } = usePages<ChargeItem>({
    queryKey: ['uses', 'charges', side, conditions],
    load: (cursor, signal) => listCharges(side, conditions, cursor, signal),
  })
  const columns = useChargeColumns(side)
  const [first] = (query.data?.pages ?? []) as { count?: number; total?: string }[]
  const pick = (change: Partial<Record<keyof ChargeConditions, string>>) => {
    const next = Object.fromEntries(Object.entries({ ...conditions, ...change }).filter(([, value]) => value))
    onPick(next as ChargeConditions)
  }
  return (
    <div className="stack">
      <div className="row g12 wrap" style={{ alignItems: 'flex-end' }}>
        <SelectField
          label={t('charges.state')}
          value={conditions.state ?? ALL}
          options={[
            { value: ALL, label: t('charges.all') },
            ...CHARGE_STATES.map((value) => ({ value, label: t(`charges.states.${value}`) })),
          ]}
          onPick={(state) => pick({ state })}
        />
        <SelectField
          label={t('charges.kind')}
          value={conditions.kind ?? ALL}
          options={[
            { value: ALL, label: t('charges.all') },
            ...CHARGE_KINDS.map((value) => ({ value, label: t(`charges.kinds.${value}`) })),
          ]}
          onPick={(kind) => pick({ kind })}
        />
        <DateField label={t('charges.from')} value={conditions.from ?? ''} onChange={({ target }) => pick({ from: target.value })} />
        <DateField label={t('charges.to')} value={conditions.to ?? ''} onChange={({ target }) => pick({ to: target.value })} />
        {Object.keys(conditions).length > 0 && <Button onClick={() => onPick({})}>{t('charges.clear')}</Button>}
        <a className="btn" href={chargesFile(side, conditions)} download>
          <Icon name="download" /> {t('charges.excel')}
        </a>
      </div>
      {first?.total !== undefined && first.count !== undefined && (
        <p className="m t2" role="status">
          {t('charges.sum', { count: first.count, n: format.number(first.count), total: format.price(first.total) })}
        </p>
      )}
      <QueryView query={query}>
        {() => (
          <div className="panel">
            {items.length === 0 ? (
              <Empty title={t('charges.none')}>{t(Object.keys(conditions).length > 0 ? 'charges.noneFiltered' : 'charges.noneYet')}</Empty>
            ) : (
              <DataTable caption={t('charges.title')} columns={columns} rows={items} rowKey={(row) => row.id} />
            )}
            <LoadMore {...more} />
          </div>
        )}
      </QueryView>
    </div>
  )
}

function useChargeColumns(side: ChargeSide): Column<ChargeItem>[] {
  const { t } = useTranslation('use')
  const format = useFormat()
  const nameOf = (row: ChargeItem) => (currentLanguage() === 'en' && row.nameEn ? row.nameEn : row.name)
  return [
    {
      key: 'what',
      title: t('charges.what'),
      cell: (row) => (
        <>
          {row.reservationId ? (
            <Link to={side === 'own' ? '/e/bookings/$id' : '/p/bookings/$id'} params={{ id: row.reservationId }}>
              {nameOf(row)}
            </Link>
          ) : (
            <Link to={side === 'own' ? '/trainings/$id' : '/p/trainings/$id'} params={{ id: row.trainingId ?? '' }}>
              {nameOf(row)}
            </Link>
          )}
          <div className="s t3">
            {row.number} · {t(`charges.kinds.${row.kind}`)}
          </div>
        </>
      ),
    },
    {
      key: 'who',
      title: side === 'own' ? t('charges.provider') : t('charges.customer'),
      cell: (row) => [side === 'own' ? row.providerName : row.organisationName, row.personName].filter(Boolean).join(' · '),
    },
    { key: 'day', title: t('charges.day'), cell: (row) => format.instant(row.start, row.zone) },
    {
      key: 'time',
      title: t('charges.minutes'),
      look: 'num',
      isWideOnly: true,
      cell: (row) => (row.kind === 'use' ? `${format.number(row.bookedMinutes)} / ${format.number(row.meteredMinutes)}` : '—'),
    },
    { key: 'total', title: t('charges.total'), look: 'num', cell: (row) => format.money(row.total) },
    {
      key: 'state',
      title: t('charges.state'),
      cell: (row) => (
        <>
          <Tag kind={LOOK[row.state]}>{t(`charges.states.${row.state}`)}</Tag>
          {row.isCorrected && <div className="s t3">{t('charges.corrected')}</div>}
          {row.state === 'open' && <div className="s t3">{t('charges.until', { until: format.instant(row.answerUntil, row.zone) })}</div>}
          <Payment row={row} />
          {row.answerWords && <div className="s t2">“{row.answerWords}”</div>}
        </>
      ),
    },
    { key: 'act', title: t('board.act'), look: 'action', cell: (row) => <Act side={side} row={row} /> },
  ]
}

/** What was paid of a charge that stands in the ledger; a correction that is still open may follow what was paid before. */
function Payment({ row: { payment, state, total } }: { row: ChargeItem }) {
  const { t } = useTranslation('use')
  const format = useFormat()
  if (!payment || (Number(total) === 0 && Number(payment.paid) === 0)) return null
  if (payment.isSettled) return <div className="s t2">{t('charges.paid')}</div>
  if (Number(payment.paid) > 0) return <div className="s t2">{t('charges.partlyPaid', { paid: format.money(payment.paid) })}</div>
  return state === 'accepted' ? <div className="s t2">{t('charges.unpaid')}</div> : null
}

function Act({ side, row }: { side: ChargeSide; row: ChargeItem }) {
  const { t } = useTranslation('use')
  const client = useQueryClient()
  const mayAnswer = useAccess('booking.charge.answer') && side === 'own' && row.state === 'open'
  const mayWaive = useAccess('booking.charge.waive') && side === 'received' && row.kind !== 'use' && Number(row.total) > 0
  const [isAsking, setAsking] = useState<'object' | 'waive' | null>(null)
  const [words, setWords] = useState('')
  const done = (text: string) => async () => {
    toast(text)
    setAsking(null)
    await client.invalidateQueries({ queryKey: ['uses'] })
  }
  const reply = useCommand({ run: answerCharge, onDone: (charge) => done(t(`charges.done.${charge.state}`))() })
  const waive = useCommand({ run: waiveCharge, onDone: done(t('charges.done.waived')) })
  if (!mayAnswer && !mayWaive) return null
  const verb = isAsking === 'waive' ? t('charges.waive') : t('charge.object')
  return (
    <>
      <div className="row g8 wrap">
        {mayAnswer && (
          <Button size="sm" isBusy={reply.isPending} onClick={() => reply.mutate({ id: row.id, words: null })}>
            {t('charge.accept')}
          </Button>
        )}
        {mayAnswer && row.kind !== 'no_show' && (
          <Button size="sm" onClick={() => setAsking('object')}>
            {t('charge.object')}
          </Button>
        )}
        {mayWaive && (
          <Button size="sm" onClick={() => setAsking('waive')}>
            {t('charges.waive')}
          </Button>
        )}
      </div>
      <ProblemSummary error={isAsking ? null : reply.error} />
      <Dialog
        title={isAsking === 'waive' ? t('charges.waiveTitle') : t('charge.objectTitle')}
        isOpen={isAsking !== null}
        onClose={() => setAsking(null)}
        foot={
          <>
            <Button onClick={() => setAsking(null)}>{t('back')}</Button>
            <Button
              kind="primary"
              disabled={!words.trim()}
              isBusy={reply.isPending || waive.isPending}
              onClick={() =>
                isAsking === 'waive'
                  ? waive.mutate({ id: row.id, reason: words.trim() })
                  : reply.mutate({ id: row.id, words: words.trim() })
              }
            >
              {verb}
            </Button>
          </>
        }
      >
        <div className="stack">
          <ProblemSummary error={reply.error ?? waive.error} />
          <p>{t(isAsking === 'waive' ? 'charges.waiveLead' : 'charge.objectLead')}</p>
          <TextArea
            label={t(isAsking === 'waive' ? 'charges.reason' : 'charge.words')}
            rows={3}
            maxLength={500}
            value={words}
            onChange={({ target }) => setWords(target.value)}
          />
        </div>
      </Dialog>
    </>
  )
}
