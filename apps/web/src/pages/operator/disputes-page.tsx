import type { Dispute } from '@jiju/orders/contract/disputes'
import type { OrderEvaluation } from '@jiju/orders/contract/evaluations'
import { DISPUTE_STATES } from '@jiju/orders/core/disputes/vocabulary'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { decideEvaluation, listDisputes, listEvaluationAppeals } from '../../features/order-disputes/calls.ts'
import { EvaluationView } from '../../features/order-disputes/evaluation-view.tsx'
import { oneOf } from '../../lib/search-params.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { usePages } from '../../lib/use-pages.ts'
import { Button } from '../../ui/button.tsx'
import { type Column, DataTable, LoadMore } from '../../ui/data-table.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Bones, Empty } from '../../ui/states.tsx'
import { TabLinks } from '../../ui/tab-links.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { toast } from '../../ui/toast.tsx'

const TABS = [...DISPUTE_STATES, 'evaluations'] as const

/** Disputes that wait for a ruling, the oldest first; those that ended; and evaluations against which a provider appeals. */
export function DisputesPage() {
  const { t } = useTranslation('orderDisputes')
  const search = useSearch({ strict: false }) as { tab?: string }
  const tab = oneOf(search.tab, TABS) ?? 'open'
  return (
    <>
      <PageHead title={t('list.title')} />
      <TabLinks
        label={t('list.title')}
        value={tab}
        tabs={TABS.map((value) => ({ value, label: t(`list.tab.${value}`) }))}
        linkOf={(value) => ({ to: '/o/disputes', search: { tab: value } })}
      />
      {tab === 'evaluations' ? <Appeals /> : <Disputes state={tab} />}
    </>
  )
}

function Disputes({ state }: { state: Dispute['state'] }) {
  const { t } = useTranslation('orderDisputes')
  const format = useFormat()
  const { query, items, more } = usePages<Dispute>({
    queryKey: ['orders', 'all-disputes', state],
    load: (cursor, signal) => listDisputes(state, cursor, signal),
  })
  const columns: Column<Dispute>[] = [
    {
      key: 'order',
      title: t('list.order'),
      cell: (row) => (
        <>
          <Link to="/o/orders/$id" params={{ id: row.orderId }}>
            {row.orderTitle}
          </Link>
          <div className="s t3" style={{ fontWeight: 400 }}>
            {row.number} · {row.orderNumber}
          </div>
        </>
      ),
    },
    { key: 'parties', title: t('list.parties'), cell: (row) => `${row.organisationName} · ${row.providerName}` },
    { key: 'wanted', title: t('list.wanted'), cell: (row) => t(`wanted.${row.wanted}`) },
    { key: 'opened', title: t('list.opened'), cell: (row) => format.stamp(row.openedAt) },
    { key: 'result', title: t('list.result'), cell: (row) => (row.ruling ? t(`ruled.${row.ruling}`) : t(`state.${row.state}`)) },
  ]
  return (
    <QueryView query={query} skeleton={<Bones rows={5} />} isPage>
      {() => (
        <div className="panel">
          {items.length === 0 ? (
            <Empty title={t('list.empty')} />
          ) : (
            <>
              <DataTable caption={t('list.title')} columns={columns} rows={items} rowKey={(row) => row.id} />
              <LoadMore {...more} />
            </>
          )}
        </div>
      )}
    </QueryView>
  )
}

function Appeals() {
  const { t } = useTranslation('orderDisputes')
  const { query, items, more } = usePages<OrderEvaluation>({ queryKey: ['orders', 'evaluation-appeals'], load: listEvaluationAppeals })
  return (
    <QueryView query={query} skeleton={<Bones rows={5} />} isPage>
      {() =>
        items.length === 0 ? (
          <div className="panel">
            <Empty title={t('list.noAppeals')} />
          </div>
        ) : (
          <div className="stack">
            {items.map((evaluation) => (
              <section key={evaluation.orderId} className="panel panel-body">
                <p className="m t3">
                  {evaluation.orderNumber} · {evaluation.organisationName} · {evaluation.providerName}
                </p>
                <EvaluationView evaluation={evaluation} />
                <Decide orderId={evaluation.orderId ?? ''} />
              </section>
            ))}
            <LoadMore {...more} />
          </div>
        )
      }
    </QueryView>
  )
}

function Decide({ orderId }: { orderId: string }) {
  const { t } = useTranslation('orderDisputes')
  const client = useQueryClient()
  const [words, setWords] = useState('')
  const decide = useCommand({
    run: decideEvaluation,
    onDone: async () => {
      toast(t('evaluation.decided'))
      await client.invalidateQueries({ queryKey: ['orders', 'evaluation-appeals'] })
    },
  })
  const send = (decision: 'kept' | 'hidden') => decide.mutate({ id: orderId, body: { decision, words: words.trim() } })
  return (
    <div className="stack">
      <ProblemSummary error={decide.error} />
      <TextArea
        label={t('evaluation.grounds')}
        rows={2}
        maxLength={1000}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <div className="row g8">
        <Button isBusy={decide.isPending} disabled={!words.trim()} onClick={() => send('kept')}>
          {t('evaluation.keep')}
        </Button>
        <Button kind="danger" isBusy={decide.isPending} disabled={!words.trim()} onClick={() => send('hidden')}>
          {t('evaluation.hide')}
        </Button>
      </div>
    </div>
  )
}
