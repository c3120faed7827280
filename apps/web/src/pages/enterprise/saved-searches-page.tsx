import { NOTIFICATIONS, type SavedSearch } from '@jiju/catalog/contract/search'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../lib/api.ts'
import { stringifySearch } from '../../lib/search-params.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { usePages } from '../../lib/use-pages.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { type Column, DataTable, LoadMore } from '../../ui/data-table.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Empty } from '../../ui/states.tsx'
import { toast } from '../../ui/toast.tsx'

const KEY = ['saved-searches', 'list']

/** Searches that the reader keeps: open, rename, choose when new matches are mailed, remove with undo. */
export function SavedSearchesPage() {
  const { t } = useTranslation('bookings')
  const format = useFormat()
  const client = useQueryClient()
  const [renaming, setRenaming] = useState<SavedSearch | null>(null)
  const { query, items, more } = usePages<SavedSearch>({
    queryKey: KEY,
    load: async (cursor) =>
      await answer(api.GET('/api/v1/catalog/saved-searches', { params: { query: { limit: 50, ...(cursor ? { cursor } : {}) } } })),
  })
  const renew = () => client.invalidateQueries({ queryKey: ['saved-searches'] })
  const change = useCommand({
    run: async (
      { id, version, body }: { id: string; version: number; body: { name?: string; notify?: SavedSearch['notify'] } },
      headers,
    ) => {
      await answer(
        api.PATCH('/api/v1/catalog/saved-searches/{id}', {
          params: { path: { id } },
          body,
          headers: { ...headers, 'If-Match': `"${version}"` },
        }),
      )
    },
    onDone: async () => {
      setRenaming(null)
      await renew()
    },
  })
  const add = useCommand({
    run: async (body: Pick<SavedSearch, 'name' | 'query' | 'conditions' | 'notify'>, headers) => {
      await answer(api.POST('/api/v1/catalog/saved-searches', { body, headers }))
    },
    onDone: renew,
  })
  const remove = useCommand({
    run: async ({ saved }: { saved: SavedSearch }) => {
      await answer(api.DELETE('/api/v1/catalog/saved-searches/{id}', { params: { path: { id: saved.id } } }))
    },
    onDone: async (_, { saved: { name, query: text, conditions, notify } }) => {
      toast(t('saved.removed', { name }), { label: t('saved.undo'), run: () => add.mutate({ name, query: text, conditions, notify }) })
      await renew()
    },
  })
  const hrefOf = (saved: SavedSearch) => `/search${stringifySearch({ q: saved.query, ...saved.conditions })}`
  const columns: Column<SavedSearch>[] = [
    {
      key: 'name',
      title: t('saved.name'),
      cell: (row) => (
        <>
          <Link to={hrefOf(row) as '/search'}>{row.name}</Link>
          {row.newCount > 0 && <span className="s ok"> {t('saved.newCount', { count: row.newCount })}</span>}
        </>
      ),
    },
    {
      key: 'conditions',
      title: t('saved.conditions'),
      cell: (row) => [row.query, ...Object.values(row.conditions).flat().map(String)].filter(Boolean).join(' · ') || '—',
    },
    {
      key: 'mail',
      title: t('saved.mail'),
      cell: (row) => (
        <SelectField
          isLabelHidden
          label={`${t('saved.mail')} ${row.name}`}
          value={row.notify}
          options={NOTIFICATIONS.map((value) => ({ value, label: t(`saved.notify.${value}`) }))}
          onPick={(notify) => change.mutate({ id: row.id, version: row.version, body: { notify } })}
        />
      ),
    },
    { key: 'created', title: t('saved.created'), cell: (row) => format.stamp(row.createdAt).slice(0, 10) },
    {
      key: 'action',
      title: t('saved.action'),
      look: 'action',
      cell: (row) => (
        <span className="row g8" style={{ justifyContent: 'flex-end' }}>
          <Button size="sm" onClick={() => setRenaming(row)}>
            {t('saved.rename')}
          </Button>
          <Button size="sm" kind="text" onClick={() => remove.mutate({ saved: row })}>
            {t('saved.remove')}
          </Button>
        </span>
      ),
    },
  ]
  return (
    <>
      <PageHead title={t('saved.title')} line={t('saved.lead')} />
      <QueryView query={query} isPage>
        {() => (
          <div className="panel">
            <ProblemSummary error={change.error ?? remove.error ?? add.error} />
            {items.length === 0 ? (
              <Empty title={t('saved.empty')} action={<ButtonLink to="/search">{t('emptyAction')}</ButtonLink>} />
            ) : (
              <DataTable caption={t('saved.title')} columns={columns} rows={items} rowKey={(row) => row.id} />
            )}
            <LoadMore {...more} />
          </div>
        )}
      </QueryView>
      <Dialog title={t('saved.rename')} isOpen={renaming !== null} onClose={() => setRenaming(null)}>
        {renaming && (
          <Rename
            saved={renaming}
            isBusy={change.isPending}
            onSend={(name) => change.mutate({ id: renaming.id, version: renaming.version, body: { name } })}
          />
        )}
      </Dialog>
    </>
  )
}

function Rename({ saved, isBusy, onSend }: { saved: SavedSearch; isBusy: boolean; onSend: (name: string) => void }) {
  const { t } = useTranslation('bookings')
  const [name, setName] = useState(saved.name)
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim()) onSend(name.trim())
      }}
    >
      <TextField label={t('saved.name')} value={name} maxLength={100} onChange={(event) => setName(event.target.value)} />
      <div>
        <Button kind="primary" type="submit" isBusy={isBusy} disabled={!name.trim()}>
          {t('saved.rename')}
        </Button>
      </div>
    </form>
  )
}
