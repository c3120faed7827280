import { OwnResource } from '@jiju/catalog/contract/resources'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { listOwn, type Own, type OwnFilter } from '../../features/catalog-admin/calls.ts'
import { CreateResource } from '../../features/catalog-admin/editor/create-resource.tsx'
import { ResourceStateTags } from '../../features/catalog-admin/state-tags.tsx'
import { currentLanguage } from '../../lib/i18n.ts'
import { oneOf } from '../../lib/search-params.ts'
import { useAccess } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { usePages } from '../../lib/use-pages.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { type Column, DataTable, LoadMore } from '../../ui/data-table.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { SelectField } from '../../ui/field.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { Bones, Empty } from '../../ui/states.tsx'

const KINDS = OwnResource.shape.kind.options
const STATUSES = OwnResource.shape.status.options
const WORK_STATES = OwnResource.shape.workState.options

/** Everything that the provider offers, in every state. */
export function ResourcesPage() {
  const { t } = useTranslation('editor')
  const format = useFormat()
  const navigate = useNavigate()
  const search = useSearch({ from: '/work/p/resources' })
  const mayEdit = useAccess('catalog.resource.edit')
  const [isCreating, setCreating] = useState(false)
  const kind = oneOf(search.kind, KINDS)
  const status = oneOf(search.status, STATUSES)
  const workState = oneOf(search.work, WORK_STATES)
  const filter: OwnFilter = {
    ...(kind ? { kind } : {}),
    ...(status ? { status } : {}),
    ...(workState ? { workState } : {}),
    ...(search.q ? { q: search.q } : {}),
  }
  const { query, items, more } = usePages<Own>({ queryKey: ['own-resources', filter], load: (cursor) => listOwn(filter, cursor) })
  const go = (change: Partial<typeof search>) => void navigate({ to: '/p/resources', search: { ...search, ...change }, replace: true })
  const hasFilter = Object.keys(filter).length > 0
  const isEnglish = currentLanguage() === 'en'
  const nameOf = (row: Own) => (isEnglish ? (row.nameEn ?? row.nameZh) : (row.nameZh ?? row.nameEn)) ?? '—'
  const columns: Column<Own>[] = [
    {
      key: 'name',
      title: t('list.column.name'),
      cell: (row) => (
        <>
          <Link to="/p/resources/$id/edit" params={{ id: row.id }}>
            {nameOf(row)}
          </Link>
          {row.model && (
            <div className="s t3" style={{ fontWeight: 400 }}>
              {row.model}
            </div>
          )}
        </>
      ),
    },
    { key: 'kind', title: t('list.column.kind'), cell: (row) => t(`kind.${row.kind}`) },
    { key: 'number', title: t('list.column.number'), cell: (row) => row.innerNumber ?? '—' },
    { key: 'site', title: t('list.column.site'), isWideOnly: true, cell: (row) => row.siteName ?? '—' },
    { key: 'status', title: t('list.column.status'), cell: (row) => <ResourceStateTags resource={row} /> },
    { key: 'operating', title: t('list.column.operating'), cell: (row) => t(`operating.${row.operatingStatus}`) },
    { key: 'updated', title: t('list.column.updated'), isWideOnly: true, cell: (row) => format.instant(row.updatedAt) },
    {
      key: 'next',
      title: t('list.column.next'),
      look: 'action',
      cell: (row) => (
        <ButtonLink size="sm" to="/p/resources/$id/edit" params={{ id: row.id }}>
          {mayEdit && row.workState !== 'in_review' ? t('list.edit') : t('list.view')}
        </ButtonLink>
      ),
    },
  ]
  return (
    <>
      <PageHead
        title={t('list.title')}
        actions={
          mayEdit && (
            <>
              <ButtonLink to="/p/import">{t('list.import')}</ButtonLink>
              <Button kind="primary" onClick={() => setCreating(true)}>
                {t('list.create')}
              </Button>
            </>
          )
        }
      />
      <div className="filters">
        <SearchField label={t('list.search')} value={search.q ?? ''} onChange={(q) => go({ q: q || undefined })} />
        <SelectField
          isLabelHidden
          label={t('list.column.kind')}
          value={kind ?? ''}
          options={[
            { value: '', label: t('list.kindAll') },
            ...KINDS.map((value) => ({ value: value as string, label: t(`kind.${value}`) })),
          ]}
          onPick={(value) => go({ kind: value || undefined })}
        />
        <SelectField
          isLabelHidden
          label={t('list.column.status')}
          value={status ?? ''}
          options={[
            { value: '', label: t('list.statusAll') },
            ...STATUSES.map((value) => ({ value: value as string, label: t(`status.${value}`) })),
          ]}
          onPick={(value) => go({ status: value || undefined })}
        />
        <SelectField
          isLabelHidden
          label={t('list.workAll')}
          value={workState ?? ''}
          options={[
            { value: '', label: t('list.workAll') },
            ...WORK_STATES.map((value) => ({ value: value as string, label: t(`workState.${value}`) })),
          ]}
          onPick={(value) => go({ work: value || undefined })}
        />
        {hasFilter && (
          <Button kind="text" onClick={() => void navigate({ to: '/p/resources', search: {}, replace: true })}>
            {t('list.clear')}
          </Button>
        )}
      </div>
      <QueryView query={query} skeleton={<Bones rows={8} />} isPage>
        {() => (
          <div className="panel">
            {items.length === 0 ? (
              <Empty
                title={hasFilter ? t('list.emptyFilter') : t('list.empty')}
                action={!hasFilter && mayEdit && <Button onClick={() => setCreating(true)}>{t('list.create')}</Button>}
              />
            ) : (
              <DataTable caption={t('list.title')} columns={columns} rows={items} rowKey={(row) => row.id} />
            )}
            <LoadMore {...more} />
          </div>
        )}
      </QueryView>
      <Drawer title={t('list.createTitle')} isOpen={isCreating} onClose={() => setCreating(false)}>
        <CreateResource onDone={(work) => void navigate({ to: '/p/resources/$id/edit', params: { id: work.id } })} />
      </Drawer>
    </>
  )
}
