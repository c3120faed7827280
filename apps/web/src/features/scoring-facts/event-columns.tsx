import type { NegativeEvent } from '@jiju/scoring/contract/fact-events'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { currentLanguage } from '../../lib/i18n.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { AskReason } from '../../ui/ask-reason.tsx'
import { Button } from '../../ui/button.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { TextField } from '../../ui/field.tsx'
import { Tag } from '../../ui/tag.tsx'
import { endEvent, repairEvent } from './calls.ts'

const LOOKS = { open: 'bad', repaired: 'ok', replaced: 'plain', ended: 'plain' } as const

type Act = { readonly event: NegativeEvent; readonly kind: 'repair' | 'end' }

/** The columns of negative events wherever they are listed, and the dialog in which one is repaired or taken back. */
export function useEventColumns<Row extends NegativeEvent>(mayWrite: boolean): { columns: Column<Row>[]; dialog: ReactNode } {
  const { t } = useTranslation('scoring-facts')
  const format = useFormat()
  const client = useQueryClient()
  const nameOf = ({ name, code }: NegativeEvent) => name?.[currentLanguage()] ?? code
  const [act, setAct] = useState<Act | null>(null)
  const [repairedOn, setRepairedOn] = useState('')
  const onDone = async () => {
    setAct(null)
    setRepairedOn('')
    await client.invalidateQueries({ queryKey: ['facts'] })
  }
  const repair = useCommand({ run: repairEvent, onDone })
  const end = useCommand({ run: endEvent, onDone })
  const columns: Column<Row>[] = [
    {
      key: 'what',
      title: t('event.kind'),
      cell: (row) => (
        <>
          {nameOf(row)} {row.isVeto && <Tag kind="line">{t('event.veto')}</Tag>}
          <div className="s t3">
            {t(`source.${row.source as 'court'}`)} · {row.document}
          </div>
        </>
      ),
    },
    { key: 'occurred', title: t('event.occurred'), cell: (row) => <span className="nw">{row.occurredOn}</span> },
    {
      key: 'state',
      title: t('event.state'),
      cell: (row) => (
        <>
          <span className="row g8 wrap">
            <Tag kind={LOOKS[row.state]}>{t(`event.${row.state}`)}</Tag>
            {row.isExpired && row.endedAt === null && <Tag>{t('event.expired')}</Tag>}
          </span>
          {row.repairedOn && <div className="s t3">{t('event.repairedOn', { day: row.repairedOn })}</div>}
          {row.endReason && <div className="s t3">{row.endReason}</div>}
        </>
      ),
    },
    {
      key: 'expires',
      title: t('event.expires'),
      cell: (row) => <span className="nw">{row.expiresOn ?? (row.name ? t('event.never') : t('event.uncounted'))}</span>,
    },
    {
      key: 'received',
      title: t('event.received'),
      isWideOnly: true,
      cell: (row) => <span className="nw">{format.dayOf(row.receivedAt)}</span>,
    },
  ]
  if (mayWrite)
    columns.push({
      key: 'next',
      title: '',
      look: 'action',
      cell: (row) =>
        row.endedAt === null && (
          <span className="row g8">
            {row.repairedOn === null && (
              <Button size="sm" onClick={() => setAct({ event: row, kind: 'repair' })}>
                {t('event.repair')}
              </Button>
            )}
            <Button size="sm" onClick={() => setAct({ event: row, kind: 'end' })}>
              {t('event.end')}
            </Button>
          </span>
        ),
    })
  const dialog = act && (
    <AskReason
      title={act.kind === 'repair' ? t('event.repairTitle') : t('event.endTitle')}
      line={act.kind === 'repair' ? t('event.repairLine') : t('event.endLine')}
      label={t('enterprise.why')}
      verb={act.kind === 'repair' ? t('event.repair') : t('event.end')}
      error={act.kind === 'repair' ? repair.error : end.error}
      isPending={repair.isPending || end.isPending}
      isIncomplete={act.kind === 'repair' && repairedOn === ''}
      onClose={() => setAct(null)}
      onSend={(reason) =>
        act.kind === 'repair' ? repair.mutate({ id: act.event.id, repairedOn, reason }) : end.mutate({ id: act.event.id, reason })
      }
    >
      <p>
        {nameOf(act.event)} · {act.event.document} · {act.event.occurredOn}
      </p>
      {act.kind === 'repair' && (
        <TextField
          label={t('enterprise.repairedOn')}
          type="date"
          value={repairedOn}
          onChange={(event) => setRepairedOn(event.target.value)}
        />
      )}
    </AskReason>
  )
  return { columns, dialog }
}
