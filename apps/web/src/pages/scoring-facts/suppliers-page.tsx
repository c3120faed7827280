import type { FactSupplierList } from '@jiju/scoring/contract/fact-suppliers'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Supplier, suppliersOptions } from '../../features/scoring-facts/supplier-calls.ts'
import { SupplierDialog } from '../../features/scoring-facts/supplier-dialog.tsx'
import { useAccess } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { FactList } from '../../ui/fact-list.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Panel } from '../../ui/panel.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Bones, Empty } from '../../ui/states.tsx'
import { Tag } from '../../ui/tag.tsx'

/** Who delivers which facts, by which doors, and who is late. */
export function SuppliersPage() {
  const { t } = useTranslation('scoring-facts')
  const mayEdit = useAccess('scoring.fact.write')
  const query = useQuery(suppliersOptions)
  const [edited, setEdited] = useState<Supplier | 'new' | null>(null)
  return (
    <>
      <PageHead
        title={t('suppliers.title')}
        line={t('suppliers.lead')}
        actions={
          mayEdit && (
            <Button kind="primary" disabled={!query.data?.bodies.length} onClick={() => setEdited('new')}>
              {t('suppliers.add')}
            </Button>
          )
        }
      />
      <QueryView query={query} skeleton={<Bones rows={5} />} isPage>
        {(list) => (
          <div className="stack">
            <FolderNotices list={list} />
            <Panel isFlush>
              {list.items.length === 0 ? (
                <Empty title={t('suppliers.empty')}>{list.bodies.length === 0 && t('suppliers.noBodies')}</Empty>
              ) : (
                <SupplierTable list={list} onEdit={mayEdit ? setEdited : undefined} />
              )}
            </Panel>
            <Panel title={t('suppliers.doors')}>
              <FactList
                facts={[
                  [t('imports.push'), t('suppliers.byPush')],
                  [t('imports.folder'), t('suppliers.byFolder')],
                  [t('imports.upload'), t('suppliers.byUpload')],
                ]}
              />
            </Panel>
          </div>
        )}
      </QueryView>
      {edited && (
        <SupplierDialog supplier={edited === 'new' ? null : edited} bodies={query.data?.bodies ?? []} onClose={() => setEdited(null)} />
      )}
    </>
  )
}

function FolderNotices({ list }: { list: FactSupplierList }) {
  const { t } = useTranslation('scoring-facts')
  const faults = list.items.filter(({ look }) => look?.fault)
  const isUnwatched = !list.isFolderWatched && list.items.some(({ folder }) => folder)
  return (
    <>
      {isUnwatched && <p className="notice notice-warn">{t('suppliers.unwatched')}</p>}
      {list.isFolderWatched &&
        faults.map(({ folder, look }) => (
          <p key={folder} className="notice notice-bad">
            {folder}: {look?.fault}
          </p>
        ))}
      {list.strangeFolders.length > 0 && (
        <p className="notice notice-warn">{t('suppliers.strange', { folders: list.strangeFolders.join(', ') })}</p>
      )}
    </>
  )
}

function SupplierTable({ list, onEdit }: { list: FactSupplierList; onEdit: ((supplier: Supplier) => void) | undefined }) {
  const { t } = useTranslation('scoring-facts')
  const columns: Column<Supplier>[] = [
    {
      key: 'name',
      title: t('suppliers.body'),
      cell: (row) => (
        <>
          <span className="w6">{row.name}</span>
          <div className="s t3">
            {t(`source.${row.source}`)}
            {row.contact && ` · ${row.contact}`}
          </div>
        </>
      ),
    },
    {
      key: 'authority',
      title: t('suppliers.authority'),
      cell: (row) => (
        <>
          <span className="nw">{t('suppliers.facts', { count: row.authority.facts })}</span>
          <div className="s t3 nw">{t('suppliers.first', { count: row.authority.first })}</div>
        </>
      ),
    },
    { key: 'doors', title: t('suppliers.doors'), cell: (row) => <Doors row={row} isWatched={list.isFolderWatched} /> },
    { key: 'last', title: t('suppliers.last'), cell: (row) => <LastDelivery row={row} /> },
    {
      key: 'state',
      title: t('imports.state'),
      cell: (row) => (
        <span className="row g8" style={{ flexWrap: 'wrap' }}>
          {row.waiting > 0 && <Tag kind="warn">{t('suppliers.waiting', { count: row.waiting })}</Tag>}
          <Freshness row={row} />
        </span>
      ),
    },
    {
      key: 'next',
      title: '',
      look: 'action',
      cell: (row) =>
        onEdit && (
          <Button size="sm" onClick={() => onEdit(row)}>
            {t('definitions.edit')}
          </Button>
        ),
    },
  ]
  return (
    <DataTable
      caption={t('suppliers.title')}
      columns={columns}
      rows={list.items}
      rowKey={({ organisationId, source }) => `${organisationId} ${source}`}
    />
  )
}

function Doors({ row, isWatched }: { row: Supplier; isWatched: boolean }) {
  const { t } = useTranslation('scoring-facts')
  const format = useFormat()
  const { live, lastUsedAt } = row.keys
  const files = row.look?.files ?? []
  return (
    <>
      <div>
        {live > 0 ? t('suppliers.keys', { count: live }) : <span className="t3">{t('suppliers.noKey')}</span>}
        {lastUsedAt && <span className="s t3"> {t('suppliers.keyUsed', { at: format.instant(lastUsedAt) })}</span>}
      </div>
      <div>
        {row.folder ? (
          <>
            {t('suppliers.folderIs')} <code>{row.folder}</code>
          </>
        ) : (
          <span className="t3">{t('suppliers.noFolder')}</span>
        )}
        {row.folder && isWatched && row.look && (
          <span className="s t3"> {t('suppliers.looked', { at: format.instant(row.look.lookedAt) })}</span>
        )}
      </div>
      {files.length > 0 && <div className="s t3">{t('suppliers.coming', { count: files.length, name: files[0] })}</div>}
    </>
  )
}

function LastDelivery({ row }: { row: Supplier }) {
  const { t } = useTranslation('scoring-facts')
  const format = useFormat()
  if (!row.lastDelivery) return <span className="t3">{t('suppliers.never')}</span>
  return (
    <>
      <Link to="/o/facts/imports/$id" params={{ id: row.lastDelivery.importId }} className="nw">
        {format.instant(row.lastDelivery.at)}
      </Link>
      <div className="s t3">{t(`imports.${row.lastDelivery.door}`)}</div>
    </>
  )
}

function Freshness({ row }: { row: Supplier }) {
  const { t } = useTranslation('scoring-facts')
  if (row.expectedDays === null) return <Tag>{t('suppliers.noRhythm')}</Tag>
  return row.isLate ? (
    <Tag kind="bad">{t('suppliers.late', { count: row.expectedDays })}</Tag>
  ) : (
    <Tag kind="ok">{t('suppliers.fresh', { count: row.expectedDays })}</Tag>
  )
}
