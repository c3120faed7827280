import type { DecideSignal, Signal } from '@jiju/orders/contract/signals'
import { SIGNAL_RULES, SIGNAL_STATES, type SignalRule } from '@jiju/orders/core/signals/vocabulary'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { findSignals, listSignals, signalsKey } from '../../features/order-signals/calls.ts'
import { DecideDialog } from '../../features/order-signals/decide-dialog.tsx'
import { EvidenceList } from '../../features/order-signals/evidence-list.tsx'
import { oneOf } from '../../lib/search-params.ts'
import { useAccess } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { usePages } from '../../lib/use-pages.ts'
import { Button } from '../../ui/button.tsx'
import { type Column, DataTable, LoadMore } from '../../ui/data-table.tsx'
import { SelectField } from '../../ui/field.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Bones, Empty } from '../../ui/states.tsx'
import { TabLinks } from '../../ui/tab-links.tsx'
import { toast } from '../../ui/toast.tsx'

type Deciding = { readonly signal: Signal; readonly decision: DecideSignal['decision'] }

/** What rules have noticed about orders: each with its rows, followed up or dismissed with a reason. */
export function SignalsPage() {
  const { t } = useTranslation('order-signals')
  const client = useQueryClient()
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as { tab?: string; rule?: string }
  const state = oneOf(search.tab, SIGNAL_STATES) ?? 'open'
  const rule = oneOf(search.rule, SIGNAL_RULES)
  const mayDecide = useAccess('orders.signal.decide')
  const run = useCommand({
    run: findSignals,
    onDone: async ({ changed }) => {
      toast(t('found', { count: changed }))
      await client.invalidateQueries({ queryKey: signalsKey })
    },
  })
  return (
    <>
      <PageHead
        title={t('title')}
        line={t('lead')}
        actions={
          mayDecide && (
            <Button isBusy={run.isPending} onClick={() => run.mutate(undefined)}>
              {t('find')}
            </Button>
          )
        }
      />
      <ProblemSummary error={run.error} />
      <TabLinks
        label={t('title')}
        value={state}
        tabs={SIGNAL_STATES.map((value) => ({ value, label: t(`tab.${value}`) }))}
        linkOf={(value) => ({ to: '/o/signals', search: { tab: value, ...(rule && { rule }) } })}
      />
      <div style={{ maxWidth: 320, marginBottom: 16 }}>
        <SelectField
          label={t('rule.label')}
          value={rule ?? ''}
          options={[{ value: '', label: t('rule.all') }, ...SIGNAL_RULES.map((value) => ({ value, label: t(`rule.${value}`) }))]}
          onPick={(value) => void navigate({ to: '/o/signals', search: { tab: state, ...(value && { rule: value }) } })}
        />
      </div>
      <Signals key={`${state} ${rule}`} state={state} rule={rule} mayDecide={mayDecide && state === 'open'} />
    </>
  )
}

function Signals({ state, rule, mayDecide }: { state: Signal['state']; rule: SignalRule | undefined; mayDecide: boolean }) {
  const { t } = useTranslation('order-signals')
  const format = useFormat()
  const [deciding, setDeciding] = useState<Deciding | null>(null)
  const { query, items, more } = usePages<Signal>({
    queryKey: [...signalsKey, state, rule],
    load: (cursor, signal) => listSignals({ state, rule }, cursor, signal),
  })
  const columns: Column<Signal>[] = [
    {
      key: 'what',
      title: t('column.what'),
      cell: (row) => (
        <>
          {t(`rule.${row.rule}`)}
          <div className="s t3" style={{ fontWeight: 400, maxWidth: 280 }}>
            {t(`ruleText.${row.rule}`)}
          </div>
        </>
      ),
    },
    {
      key: 'parties',
      title: t('column.parties'),
      cell: (row) => [row.organisationName, row.providerName].filter(Boolean).join(' · ') || '—',
    },
    { key: 'evidence', title: t('column.evidence'), cell: (row) => <EvidenceList evidence={row.evidence} /> },
    { key: 'amount', title: t('column.amount'), look: 'num', cell: (row) => (row.amount === null ? '—' : format.money(row.amount)) },
    { key: 'when', title: t('column.when'), cell: (row) => <span className="nw">{format.instant(row.changedAt)}</span> },
    {
      key: 'decide',
      title: '',
      look: mayDecide ? 'action' : undefined,
      cell: (row) =>
        mayDecide ? (
          <div className="row g8">
            {(['followed_up', 'dismissed'] as const).map((decision) => (
              <Button key={decision} size="sm" onClick={() => setDeciding({ signal: row, decision })}>
                {t(`decide.${decision}`)}
              </Button>
            ))}
          </div>
        ) : (
          row.reason && (
            <span className="s t2">
              {t('decide.by', { name: row.decidedByName ?? '', at: row.decidedAt ? format.stamp(row.decidedAt) : '', reason: row.reason })}
            </span>
          )
        ),
    },
  ]
  return (
    <QueryView query={query} skeleton={<Bones rows={5} />} isPage>
      {() => (
        <div className="panel">
          {items.length === 0 ? (
            <Empty title={t('empty')}>{t('emptyText')}</Empty>
          ) : (
            <>
              <DataTable caption={t('title')} columns={columns} rows={items} rowKey={(row) => row.id} />
              <LoadMore {...more} />
            </>
          )}
          {deciding && <DecideDialog {...deciding} onClose={() => setDeciding(null)} />}
        </div>
      )}
    </QueryView>
  )
}
