import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { countJobs, discardJob, type Job, listJobs, retryJob } from '../../features/operations/calls.ts'
import { JsonBlock } from '../../features/operations/json-block.tsx'
import { oneOf } from '../../lib/search-params.ts'
import { useAccess } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { usePages } from '../../lib/use-pages.ts'
import { Button } from '../../ui/button.tsx'
import { type Column, DataTable, LoadMore } from '../../ui/data-table.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { Empty } from '../../ui/states.tsx'
import { TabLinks } from '../../ui/tab-links.tsx'
import { Tag, type TagKind } from '../../ui/tag.tsx'
import { toast } from '../../ui/toast.tsx'

const STATES = ['failed', 'retrying', 'running', 'waiting', 'scheduled'] as const
const LOOK: Record<Job['state'], TagKind> = { failed: 'bad', retrying: 'warn', running: 'accent', waiting: 'plain', scheduled: 'line' }

/** Background work: failures first, each can be tried again or discarded. */
export function JobsPage() {
  const { t } = useTranslation('operations')
  const format = useFormat()
  const navigate = useNavigate()
  const client = useQueryClient()
  const search = useSearch({ from: '/work/o/jobs' })
  const state = oneOf(search.state, STATES) ?? 'failed'
  const mayRetry = useAccess('operations.job.retry')
  const mayDiscard = useAccess('operations.job.discard')
  const [open, setOpen] = useState<Job | null>(null)
  const [discarding, setDiscarding] = useState<Job | null>(null)
  const counts = useQuery({ queryKey: ['jobs', 'counts'], queryFn: countJobs, refetchInterval: 15_000 })
  const { query, items, more } = usePages<Job>({
    queryKey: ['jobs', 'list', state, search.name ?? ''],
    load: (cursor) => listJobs({ state, ...(search.name ? { name: search.name } : {}) }, cursor),
    refetchMs: 15_000,
  })
  const renew = () => client.invalidateQueries({ queryKey: ['jobs'] })
  const retry = useCommand({
    run: retryJob,
    onDone: async () => {
      toast(t('jobs.retried'))
      setOpen(null)
      await renew()
    },
  })
  const discard = useCommand({
    run: discardJob,
    onDone: async () => {
      toast(t('jobs.discarded'))
      setDiscarding(null)
      await renew()
    },
  })
  const columns: Column<Job>[] = [
    {
      key: 'name',
      title: t('jobs.column.name'),
      cell: (row) => (
        <button type="button" className="link-btn mono" onClick={() => setOpen(row)}>
          {row.name}
        </button>
      ),
    },
    { key: 'state', title: t('jobs.column.state'), cell: (row) => <Tag kind={LOOK[row.state]}>{t(`jobs.state.${row.state}`)}</Tag> },
    {
      key: 'attempts',
      title: t('jobs.column.attempts'),
      look: 'num',
      cell: (row) => t('jobs.attempts', { count: row.attempts, max: row.maxAttempts }),
    },
    {
      key: 'error',
      title: t('jobs.column.error'),
      cell: (row) => (
        <span className="ell" style={{ display: 'block', maxWidth: 360 }} title={row.lastError ?? ''}>
          {row.lastError?.split('\n')[0] ?? '—'}
        </span>
      ),
    },
    { key: 'at', title: t('jobs.column.at'), cell: (row) => format.instant(row.nextAttemptAt ?? row.createdAt) },
    {
      key: 'next',
      title: t('jobs.column.next'),
      look: 'action',
      cell: (row) =>
        (row.state === 'failed' || row.state === 'retrying') && (
          <span className="row g8" style={{ justifyContent: 'flex-end' }}>
            {mayRetry && (
              <Button size="sm" isBusy={retry.isPending} onClick={() => retry.mutate({ id: row.id })}>
                {t('jobs.retry')}
              </Button>
            )}
            {mayDiscard && (
              <Button size="sm" kind="text" onClick={() => setDiscarding(row)}>
                {t('jobs.discard')}
              </Button>
            )}
          </span>
        ),
    },
  ]
  return (
    <>
      <PageHead title={t('jobs.title')} actions={<Button onClick={() => void renew()}>{t('jobs.refresh')}</Button>} />
      <TabLinks
        label={t('jobs.filter.state')}
        value={state}
        tabs={STATES.map((value) => ({ value, label: t(`jobs.state.${value}`), count: counts.data?.[value] }))}
        linkOf={(value) => ({ to: '/o/jobs', search: { ...search, state: value } })}
      />
      <div className="filters">
        <SearchField
          label={t('jobs.filter.name')}
          value={search.name ?? ''}
          onChange={(name) => void navigate({ to: '/o/jobs', search: { ...search, name: name || undefined }, replace: true })}
        />
      </div>
      <QueryView query={query} isPage>
        {() => (
          <div className="panel">
            <ProblemSummary error={retry.error ?? discard.error} />
            {items.length === 0 ? (
              <Empty title={state === 'failed' ? t('jobs.empty') : t('jobs.emptyAll')} />
            ) : (
              <DataTable caption={t('jobs.title')} columns={columns} rows={items} rowKey={(row) => row.id} />
            )}
            <LoadMore {...more} />
          </div>
        )}
      </QueryView>
      <Drawer title={open?.name ?? ''} isOpen={open !== null} onClose={() => setOpen(null)} isWide>
        {open && (
          <div className="stack">
            <dl className="kv">
              <dt>{t('jobs.column.state')}</dt>
              <dd>{t(`jobs.state.${open.state}`)}</dd>
              <dt>{t('jobs.column.attempts')}</dt>
              <dd>{t('jobs.attempts', { count: open.attempts, max: open.maxAttempts })}</dd>
              <dt>{t('jobs.column.at')}</dt>
              <dd>{format.stamp(open.createdAt)}</dd>
              {open.nextAttemptAt && (
                <>
                  <dt>{t('jobs.nextRun')}</dt>
                  <dd>{format.stamp(open.nextAttemptAt)}</dd>
                </>
              )}
            </dl>
            {open.lastError && (
              <section>
                <h3 className="h3">{t('jobs.column.error')}</h3>
                <pre className="mono pre notice notice-bad">{open.lastError}</pre>
              </section>
            )}
            <section>
              <h3 className="h3">{t('jobs.payload')}</h3>
              <JsonBlock value={open.payload} />
            </section>
          </div>
        )}
      </Drawer>
      <Dialog
        title={t('jobs.discardTitle')}
        isOpen={discarding !== null}
        onClose={() => setDiscarding(null)}
        foot={
          <Button kind="danger" isBusy={discard.isPending} onClick={() => discarding && discard.mutate({ id: discarding.id })}>
            {t('jobs.discard')}
          </Button>
        }
      >
        <p>{t('jobs.discardText', { name: discarding?.name ?? '' })}</p>
      </Dialog>
    </>
  )
}
