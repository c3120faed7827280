import { type ListedOrganisation, Organisation } from '@jiju/people/contract/organisations'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { listOrganisations, type OrganisationFilter } from '../../features/operations/calls.ts'
import { OrganisationReview } from '../../features/operations/organisation-review.tsx'
import { readProfileFacts } from '../../features/people/calls.ts'
import { ProfileFactList } from '../../features/people/organisation/profile-fact-list.tsx'
import { oneOf } from '../../lib/search-params.ts'
import { useFormat } from '../../lib/use-format.ts'
import { usePages } from '../../lib/use-pages.ts'
import { Button } from '../../ui/button.tsx'
import { type Column, DataTable, LoadMore } from '../../ui/data-table.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { SelectField } from '../../ui/field.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { Bones, Empty } from '../../ui/states.tsx'
import { Tag, type TagKind } from '../../ui/tag.tsx'

const ORGANISATION_KINDS = Organisation.shape.kind.options
const ORGANISATION_STATUSES = Organisation.shape.status.options
const STATUS_LOOK: Record<Organisation['status'], TagKind> = { pending: 'warn', verified: 'ok', rejected: 'plain', suspended: 'bad' }

/** Organisations, those that wait first; the code is checked again here, and decisions carry their reason. */
export function OrganisationsPage() {
  const { t } = useTranslation('operations')
  const { t: people } = useTranslation('people')
  const format = useFormat()
  const navigate = useNavigate()
  const client = useQueryClient()
  const search = useSearch({ from: '/work/o/organisations' })
  const status = search.status === 'all' ? undefined : (oneOf(search.status, ORGANISATION_STATUSES) ?? 'pending')
  const kind = oneOf(search.kind, ORGANISATION_KINDS)
  const [open, setOpen] = useState<ListedOrganisation | null>(null)
  const filter: OrganisationFilter = { ...(status ? { status } : {}), ...(kind ? { kind } : {}), ...(search.q ? { q: search.q } : {}) }
  const { query, items, more } = usePages<ListedOrganisation>({
    queryKey: ['operations', 'organisations', filter],
    load: (cursor) => listOrganisations(filter, cursor),
  })
  const go = (change: Partial<typeof search>) => void navigate({ to: '/o/organisations', search: { ...search, ...change }, replace: true })
  const columns: Column<ListedOrganisation>[] = [
    {
      key: 'name',
      title: t('organisations.column.name'),
      cell: (row) => (
        <>
          <button type="button" className="link-btn" onClick={() => setOpen(row)}>
            {row.name}
          </button>
          {row.sameCodeCount > 0 && (
            <div>
              <Tag kind="bad">{t('organisations.sameCode', { count: row.sameCodeCount })}</Tag>
            </div>
          )}
        </>
      ),
    },
    { key: 'kind', title: t('organisations.column.kind'), cell: (row) => people(`kind.${row.kind}`) },
    { key: 'uscc', title: t('organisations.column.uscc'), cell: (row) => <span className="mono">{row.uscc ?? '—'}</span> },
    { key: 'by', title: t('organisations.column.by'), cell: (row) => row.registeredBy?.name ?? '—' },
    { key: 'at', title: t('organisations.column.at'), cell: (row) => format.instant(row.createdAt) },
    {
      key: 'status',
      title: t('organisations.column.status'),
      cell: (row) => <Tag kind={STATUS_LOOK[row.status]}>{people(`status.${row.status}`)}</Tag>,
    },
    {
      key: 'next',
      title: t('organisations.column.next'),
      look: 'action',
      cell: (row) => (
        <Button size="sm" kind={row.status === 'pending' ? 'primary' : 'default'} onClick={() => setOpen(row)}>
          {row.status === 'pending' ? t('organisations.open') : t('organisations.view')}
        </Button>
      ),
    },
  ]
  return (
    <>
      <PageHead title={t('organisations.title')} />
      <div className="filters">
        <SelectField
          isLabelHidden
          label={t('organisations.filter.status')}
          value={status ?? 'all'}
          options={[
            ...ORGANISATION_STATUSES.map((value) => ({ value: value as string, label: people(`status.${value}`) })),
            { value: 'all', label: t('organisations.filter.allStatus') },
          ]}
          onPick={(value) => go({ status: value === 'pending' ? undefined : value })}
        />
        <SelectField
          isLabelHidden
          label={t('organisations.filter.kind')}
          value={kind ?? ''}
          options={[
            { value: '', label: t('organisations.filter.allKinds') },
            ...ORGANISATION_KINDS.map((value) => ({ value: value as string, label: people(`kind.${value}`) })),
          ]}
          onPick={(value) => go({ kind: value || undefined })}
        />
        <SearchField label={t('organisations.filter.search')} value={search.q ?? ''} onChange={(q) => go({ q: q || undefined })} />
      </div>
      <QueryView query={query} skeleton={<Bones rows={6} />} isPage>
        {() => (
          <div className="panel">
            {items.length === 0 ? (
              <Empty
                title={status === 'pending' && !kind && !search.q ? t('organisations.empty') : t('organisations.emptyFilter')}
                action={(kind || search.q) && <Button onClick={() => go({ kind: undefined, q: undefined })}>{t('clear')}</Button>}
              />
            ) : (
              <DataTable caption={t('organisations.title')} columns={columns} rows={items} rowKey={(row) => row.id} />
            )}
            <LoadMore {...more} />
          </div>
        )}
      </QueryView>
      <Drawer title={open?.name ?? ''} isOpen={open !== null} onClose={() => setOpen(null)} isWide>
        {open && (
          <OrganisationReview
            organisation={open}
            readFacts={readProfileFacts}
            showFacts={(facts) => <ProfileFactList facts={facts} />}
            onDone={async () => {
              setOpen(null)
              await client.invalidateQueries({ queryKey: ['operations'] })
            }}
          />
        )}
      </Drawer>
    </>
  )
}
