import type { SupportImport, SupportPayment } from '@jiju/scoring/contract/evaluation'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAccess } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { usePages } from '../../lib/use-pages.ts'
import { AskReason } from '../../ui/ask-reason.tsx'
import { Button } from '../../ui/button.tsx'
import { DataTable, LoadMore } from '../../ui/data-table.tsx'
import { FileDrop } from '../../ui/file-drop.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Empty } from '../../ui/states.tsx'
import { importSupport, listSupport, supportTemplateUrl, withdrawSupport } from './calls.ts'

/** Payments of support: their import with every mistake where it stands, and what is recorded. */
export function RegisterPanel() {
  const { t } = useTranslation('scoring-applications')
  const format = useFormat()
  const mayImport = useAccess('scoring.support.import')
  const { query, items, more } = usePages<SupportPayment>({ queryKey: ['evaluation', 'support'], load: listSupport })
  const client = useQueryClient()
  const [wrong, setWrong] = useState<SupportPayment | null>(null)
  const withdrawal = useCommand({
    run: withdrawSupport,
    onDone: async () => {
      setWrong(null)
      await client.invalidateQueries({ queryKey: ['evaluation'] })
    },
  })
  return (
    <div className="stack">
      {mayImport && <ImportPanel />}
      <Panel isFlush title={t('register.title')}>
        <QueryView query={query}>
          {() =>
            items.length === 0 ? (
              <Empty title={t('register.none')} />
            ) : (
              <>
                <DataTable
                  caption={t('register.title')}
                  columns={[
                    { key: 'enterprise', title: t('enterprise'), cell: (row) => row.enterpriseName },
                    {
                      key: 'clause',
                      title: t('evaluation.clause'),
                      cell: (row) => (
                        <>
                          {row.clauseName}
                          <div className="s t3">{row.clauseCode}</div>
                        </>
                      ),
                    },
                    { key: 'amount', title: t('register.amount'), look: 'num', cell: (row) => format.money(row.amount) },
                    { key: 'day', title: t('register.paidOn'), cell: (row) => format.day(row.paidOn) },
                    { key: 'reference', title: t('register.reference'), cell: (row) => row.reference },
                    {
                      key: 'act',
                      title: t('register.act'),
                      look: 'action',
                      cell: (row) =>
                        mayImport && (
                          <Button
                            size="sm"
                            aria-label={t('register.withdrawOf', { reference: row.reference })}
                            onClick={() => setWrong(row)}
                          >
                            {t('register.withdraw')}
                          </Button>
                        ),
                    },
                  ]}
                  rows={items}
                  rowKey={({ id }) => id}
                />
                <LoadMore {...more} />
              </>
            )
          }
        </QueryView>
      </Panel>
      {wrong && (
        <AskReason
          title={t('register.withdrawOf', { reference: wrong.reference })}
          line={t('register.withdrawLine', { enterprise: wrong.enterpriseName, amount: format.money(wrong.amount) })}
          label={t('register.withdrawReason')}
          error={withdrawal.error}
          isPending={withdrawal.isPending}
          onSend={(reason) => withdrawal.mutate({ id: wrong.id, reason })}
          onClose={() => setWrong(null)}
        />
      )}
    </div>
  )
}

function ImportPanel() {
  const { t } = useTranslation('scoring-applications')
  const client = useQueryClient()
  const [done, setDone] = useState<SupportImport | null>(null)
  const command = useCommand({
    run: importSupport,
    onDone: async (result) => {
      setDone(result)
      await client.invalidateQueries({ queryKey: ['evaluation'] })
    },
  })
  return (
    <Panel
      title={t('register.import')}
      extra={
        <a className="btn btn-sm" href={supportTemplateUrl} download>
          {t('register.template')}
        </a>
      }
    >
      <div className="stack">
        <FileDrop
          label={t('register.drop')}
          hint={t('register.dropHint')}
          accept=".csv,.xlsx"
          isDisabled={command.isPending}
          onFiles={([file]) => {
            setDone(null)
            if (file) command.mutate({ file })
          }}
        />
        <ProblemSummary error={command.error} />
        {done && (
          <p className={done.mistakeCount > 0 ? 'notice notice-bad' : 'notice'} role="status">
            {done.mistakeCount > 0
              ? t('register.refused', { rows: done.rows, count: done.mistakeCount })
              : t('register.done', { recorded: done.recorded, known: done.known })}
          </p>
        )}
        {done && done.mistakes.length > 0 && (
          <DataTable
            caption={t('register.mistakes')}
            columns={[
              { key: 'row', title: t('register.row'), cell: ({ sheet, row }) => `${sheet} ${row}` },
              { key: 'column', title: t('register.column'), cell: ({ column }) => column },
              { key: 'value', title: t('register.value'), cell: ({ value }) => value || '—' },
              { key: 'reason', title: t('register.reason'), cell: ({ reason }) => t(`mistake.${reason}`) },
            ]}
            rows={done.mistakes}
            rowKey={({ sheet, row, column, reason }) => `${sheet} ${row} ${column} ${reason}`}
          />
        )}
      </div>
    </Panel>
  )
}
