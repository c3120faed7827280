import type { ListedPerson } from '@jiju/people/contract/persons'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { listPersons, setPersonDisabled } from '../../features/operations/calls.ts'
import { useRoleNames } from '../../features/people/roles.ts'
import { useAccess, useMe } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { usePages } from '../../lib/use-pages.ts'
import { Button } from '../../ui/button.tsx'
import { type Column, DataTable, LoadMore } from '../../ui/data-table.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { Empty } from '../../ui/states.tsx'
import { Tag } from '../../ui/tag.tsx'
import { toast } from '../../ui/toast.tsx'

/** Every person with memberships; an account can be disabled and enabled again. */
export function PeoplePage() {
  const { t } = useTranslation('operations')
  const format = useFormat()
  const roles = useRoleNames()
  const navigate = useNavigate()
  const client = useQueryClient()
  const me = useMe()
  const search = useSearch({ from: '/work/o/people' })
  const mayDisable = useAccess('people.person.disable')
  const [disabling, setDisabling] = useState<ListedPerson | null>(null)
  const { query, items, more } = usePages<ListedPerson>({
    queryKey: ['persons', search.q ?? ''],
    load: (cursor) => listPersons(search.q, cursor),
  })
  const change = useCommand({
    run: async ({ person, isDisabled }: { person: ListedPerson; isDisabled: boolean }, headers) =>
      setPersonDisabled({ id: person.id, isDisabled }, headers),
    onDone: async (_, { person, isDisabled }) => {
      toast(isDisabled ? t('people.disabledDone', { name: person.name }) : t('people.enabled', { name: person.name }))
      setDisabling(null)
      await client.invalidateQueries({ queryKey: ['persons'] })
    },
  })
  const columns: Column<ListedPerson>[] = [
    { key: 'name', title: t('people.column.name'), cell: (row) => row.name },
    { key: 'email', title: t('people.column.email'), cell: (row) => row.email },
    {
      key: 'memberships',
      title: t('people.column.memberships'),
      cell: (row) =>
        row.memberships.length === 0
          ? '—'
          : row.memberships.map((membership) => (
              <div key={membership.organisationId}>
                {membership.organisationName} <span className="s t3">{roles.names(membership.roles)}</span>
              </div>
            )),
    },
    {
      key: 'second',
      title: t('people.column.second'),
      cell: (row) => (row.hasSecondFactor ? t('people.second.on') : t('people.second.off')),
    },
    { key: 'created', title: t('people.column.created'), cell: (row) => format.stamp(row.createdAt).slice(0, 10) },
    {
      key: 'state',
      title: t('people.column.state'),
      cell: (row) => <Tag kind={row.isDisabled ? 'bad' : 'ok'}>{row.isDisabled ? t('people.disabled') : t('people.active')}</Tag>,
    },
    {
      key: 'next',
      title: t('people.column.next'),
      look: 'action',
      cell: (row) =>
        mayDisable &&
        row.id !== me?.person?.id &&
        (row.isDisabled ? (
          <Button size="sm" isBusy={change.isPending} onClick={() => change.mutate({ person: row, isDisabled: false })}>
            {t('people.enable')}
          </Button>
        ) : (
          <Button size="sm" onClick={() => setDisabling(row)}>
            {t('people.disable')}
          </Button>
        )),
    },
  ]
  return (
    <>
      <PageHead title={t('people.title')} />
      <div className="filters">
        <SearchField
          label={t('people.search')}
          value={search.q ?? ''}
          onChange={(q) => void navigate({ to: '/o/people', search: { q: q || undefined }, replace: true })}
        />
      </div>
      <QueryView query={query} isPage>
        {() => (
          <div className="panel">
            {items.length === 0 ? (
              <Empty title={t('people.empty')} />
            ) : (
              <DataTable caption={t('people.title')} columns={columns} rows={items} rowKey={(row) => row.id} />
            )}
            <LoadMore {...more} />
          </div>
        )}
      </QueryView>
      <Dialog
        title={t('people.disableTitle', { name: disabling?.name ?? '' })}
        isOpen={disabling !== null}
        onClose={() => setDisabling(null)}
        foot={
          <Button
            kind="danger"
            isBusy={change.isPending}
            onClick={() => disabling && change.mutate({ person: disabling, isDisabled: true })}
          >
            {t('people.disable')}
          </Button>
        }
      >
        <div className="stack">
          <ProblemSummary error={change.error} />
          <p>{t('people.disableText')}</p>
        </div>
      </Dialog>
    </>
  )
}
