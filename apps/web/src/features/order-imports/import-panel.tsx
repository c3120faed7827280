import type { OrderImport } from '@jiju/orders/contract/imports'
import { ORDER_HEADERS } from '@jiju/orders/core/imports/read-orders'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { currentLanguage } from '../../lib/i18n.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { Segmented } from '../../ui/field.tsx'
import { FileDrop } from '../../ui/file-drop.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { applyImport, checkImport, importsKey } from './calls.ts'

/** A file of earlier orders: chosen, looked at row by row, taken over. */
export function ImportPanel() {
  const { t } = useTranslation('order-imports')
  const client = useQueryClient()
  const [found, setFound] = useState<OrderImport | null>(null)
  const check = useCommand({
    run: checkImport,
    onDone: async (next) => {
      setFound(next)
      await client.invalidateQueries({ queryKey: importsKey })
    },
  })
  return (
    <Panel title={t('title')}>
      <div className="stack">
        <p className="m t2">{t('lead')}</p>
        <FileDrop
          label={t('drop')}
          hint={t('dropHint')}
          accept=".csv,.xlsx"
          isDisabled={check.isPending}
          onFiles={([file]) => {
            setFound(null)
            if (file) check.mutate({ file })
          }}
        />
        <a className="s" href={templateHref()} download="orders.csv">
          {t('template')}
        </a>
        <ProblemSummary error={check.error} />
        {found && <Found key={found.id} found={found} onApplied={setFound} />}
      </div>
    </Panel>
  )
}

function Found({ found, onApplied }: { found: OrderImport; onApplied: (next: OrderImport) => void }) {
  const { t } = useTranslation('order-imports')
  const format = useFormat()
  const client = useQueryClient()
  const [rows, setRows] = useState<'all' | 'valid'>('all')
  const apply = useCommand({
    run: applyImport,
    onDone: async (next) => {
      onApplied(next)
      await client.invalidateQueries({ queryKey: importsKey })
    },
  })
  const good = found.lineCount - found.faultCount
  if (found.outcome)
    return (
      <p className="notice" role="status">
        {t('done', found.outcome)}
      </p>
    )
  return (
    <>
      <p className="b" role="status">
        {t('checked', { lines: found.lineCount, good, faults: found.faultCount })}
      </p>
      {found.faults.length > 0 && (
        <DataTable
          caption={t('faults')}
          columns={[
            { key: 'row', title: t('column.row'), cell: ({ row }) => row },
            { key: 'column', title: t('column.column'), cell: ({ column }) => column || '—' },
            { key: 'value', title: t('column.value'), cell: ({ value }) => value || '—' },
            { key: 'reason', title: t('column.reason'), cell: ({ reason }) => t(`fault.${reason}`) },
          ]}
          rows={found.faults}
          rowKey={({ row, column, reason }) => `${row} ${column} ${reason}`}
        />
      )}
      {found.preview.length > 0 && (
        <>
          <p className="m t2">{t('preview', { count: found.preview.length })}</p>
          <DataTable
            caption={t('preview', { count: found.preview.length })}
            columns={[
              { key: 'order', title: t('column.order'), cell: (row) => `${row.ownNumber} ${row.title}` },
              { key: 'client', title: t('column.client'), cell: (row) => row.clientName },
              { key: 'state', title: t('column.state'), cell: (row) => t(`state.${row.state}`) },
              { key: 'ordered', title: t('column.ordered'), cell: (row) => format.day(row.orderedOn) },
              { key: 'total', title: t('column.total'), look: 'num', cell: (row) => format.money(row.total) },
            ]}
            rows={found.preview}
            rowKey={({ row }) => String(row)}
          />
        </>
      )}
      {good > 0 && (
        <div className="row g12 wrap">
          {found.faultCount > 0 && (
            <Segmented
              label={t('mode.label')}
              value={rows}
              options={(['all', 'valid'] as const).map((value) => ({ value, label: t(`mode.${value}`) }))}
              onPick={setRows}
            />
          )}
          <Button
            kind="primary"
            isBusy={apply.isPending}
            disabled={rows === 'all' && found.faultCount > 0}
            onClick={() => apply.mutate({ found, rows })}
          >
            {t('apply', { count: good })}
          </Button>
        </div>
      )}
      <ProblemSummary error={apply.error} />
    </>
  )
}

/** The headers that a file can have, as a file with nothing else; the mark tells Excel that it is UTF-8. */
function templateHref(): string {
  const headers = Object.values(ORDER_HEADERS).map(([zh, en]) => (currentLanguage() === 'en' ? en : zh))
  return `data:text/csv;charset=utf-8,${encodeURIComponent(`\ufeff${headers.join(',')}\r\n`)}`
}
