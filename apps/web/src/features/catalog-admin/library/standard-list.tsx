import { StandardInput } from '@jiju/catalog/contract/standards'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { oneOf } from '../../../lib/search-params.ts'
import { useAccess } from '../../../lib/session.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { usePages } from '../../../lib/use-pages.ts'
import { Button } from '../../../ui/button.tsx'
import { type Column, DataTable, LoadMore } from '../../../ui/data-table.tsx'
import { Drawer } from '../../../ui/drawer.tsx'
import { SelectField } from '../../../ui/field.tsx'
import { QueryView } from '../../../ui/query-view.tsx'
import { SearchField } from '../../../ui/search-field.tsx'
import { Empty } from '../../../ui/states.tsx'
import { Tag, type TagKind } from '../../../ui/tag.tsx'
import { toast } from '../../../ui/toast.tsx'
import { type ListedStandard, listStandards } from '../calls.ts'
import { StandardForm } from './standard-form.tsx'

const STATUSES = StandardInput.shape.status.options
const LOOK: Record<ListedStandard['status'], TagKind> = {
  active: 'ok',
  upcoming: 'accent',
  replaced: 'bad',
  withdrawn: 'bad',
  unconfirmed: 'warn',
}

/** Standards with their state and what replaces them. */
export function StandardList() {
  const { t } = useTranslation(['operations', 'common'])
  const format = useFormat()
  const navigate = useNavigate()
  const client = useQueryClient()
  const search = useSearch({ from: '/work/o/data' })
  const mayEdit = useAccess('catalog.standard.edit')
  const status = oneOf(search.status, STATUSES)
  const [editing, setEditing] = useState<string | 'new' | null>(null)
  const filter = { ...(search.q ? { q: search.q } : {}), ...(status ? { status } : {}) }
  const { query, items, more } = usePages<ListedStandard>({
    queryKey: ['standards', 'list', filter],
    load: (cursor) => listStandards(filter, cursor),
  })
  const go = (change: Partial<typeof search>) => void navigate({ to: '/o/data', search: { ...search, ...change }, replace: true })
  const columns: Column<ListedStandard>[] = [
    {
      key: 'number',
      title: t('data.standards.number'),
      cell: (row) => (
        <Link to="/standards/$id" params={{ id: row.id }} className="nw">
          {row.number}
        </Link>
      ),
    },
    { key: 'name', title: t('data.standards.name'), cell: (row) => row.titleZh ?? row.titleEn ?? '—' },
    {
      key: 'state',
      title: t('data.standards.state'),
      cell: (row) => <Tag kind={LOOK[row.status]}>{t(`common:standardStatus.${row.status}`)}</Tag>,
    },
    { key: 'effective', title: t('data.standards.effective'), cell: (row) => row.effectiveOn ?? '—' },
    { key: 'successor', title: t('data.standards.successor'), cell: (row) => row.successors.map((each) => each.number).join('、') || '—' },
    { key: 'cited', title: t('data.standards.cited'), look: 'num', cell: (row) => format.number(row.resourceCount) },
    ...(mayEdit
      ? [
          {
            key: 'action',
            title: t('data.standards.edit'),
            look: 'action' as const,
            cell: (row: ListedStandard) => (
              <Button size="sm" onClick={() => setEditing(row.id)}>
                {t('data.standards.edit')}
              </Button>
            ),
          },
        ]
      : []),
  ]
  return (
    <>
      <div className="filters">
        <SearchField label={t('data.standards.search')} value={search.q ?? ''} onChange={(q) => go({ q: q || undefined })} />
        <SelectField
          isLabelHidden
          label={t('data.standards.status')}
          value={status ?? ''}
          options={[
            { value: '', label: t('organisations.filter.allStatus') },
            ...STATUSES.map((value) => ({ value: value as string, label: t(`common:standardStatus.${value}`) })),
          ]}
          onPick={(value) => go({ status: value || undefined })}
        />
        {mayEdit && <Button onClick={() => setEditing('new')}>{t('data.standards.add')}</Button>}
      </div>
      <QueryView query={query}>
        {() => (
          <div className="panel">
            {items.length === 0 ? (
              <Empty title={t('data.standards.empty')} />
            ) : (
              <DataTable caption={t('data.tabs.standards')} columns={columns} rows={items} rowKey={(row) => row.id} />
            )}
            <LoadMore {...more} />
          </div>
        )}
      </QueryView>
      <Drawer
        title={editing === 'new' ? t('data.standards.add') : t('data.standards.edit')}
        isOpen={editing !== null}
        onClose={() => setEditing(null)}
        isWide
      >
        {editing && (
          <StandardForm
            id={editing === 'new' ? null : editing}
            onDone={async () => {
              setEditing(null)
              toast(t('data.standards.saved'))
              await client.invalidateQueries({ queryKey: ['standards'] })
            }}
          />
        )}
      </Drawer>
    </>
  )
}
