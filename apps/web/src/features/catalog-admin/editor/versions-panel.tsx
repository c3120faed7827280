import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../lib/use-format.ts'
import { usePages } from '../../../lib/use-pages.ts'
import { Button } from '../../../ui/button.tsx'
import { type Column, DataTable, LoadMore } from '../../../ui/data-table.tsx'
import { Drawer } from '../../../ui/drawer.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { QueryView } from '../../../ui/query-view.tsx'
import { Tag, type TagKind } from '../../../ui/tag.tsx'
import { differenceOptions, listVersions, type VersionItem } from '../calls.ts'
import { ChangeTable } from './change-table.tsx'

const LOOK: Record<VersionItem['state'], TagKind> = {
  draft: 'plain',
  in_review: 'accent',
  returned: 'bad',
  withdrawn: 'plain',
  published: 'ok',
  discarded: 'plain',
  retired: 'plain',
}

/** Every state that the content went through, and what changed in each. */
export function VersionsPanel({ resourceId }: { resourceId: string }) {
  const { t } = useTranslation('editor')
  const format = useFormat()
  const [open, setOpen] = useState<number | null>(null)
  const { query, items, more } = usePages<VersionItem>({
    queryKey: ['own-resource', resourceId, 'versions'],
    load: (cursor) => listVersions(resourceId, cursor),
  })
  const columns: Column<VersionItem>[] = [
    { key: 'version', title: t('versions.title'), cell: (row) => t('versions.version', { version: row.version }) },
    { key: 'state', title: t('versions.what'), cell: (row) => <Tag kind={LOOK[row.state]}>{t(`versions.state.${row.state}`)}</Tag> },
    { key: 'at', title: t('versions.at'), cell: (row) => format.stamp(row.at) },
    { key: 'note', title: t('versions.note'), cell: (row) => row.note ?? '—' },
    {
      key: 'action',
      title: t('versions.diff'),
      look: 'action',
      cell: (row) => (
        <Button size="sm" onClick={() => setOpen(row.version)}>
          {t('versions.diff')}
        </Button>
      ),
    },
  ]
  return (
    <Panel title={t('versions.title')} isFlush>
      <QueryView query={query}>
        {() => (
          <>
            <DataTable caption={t('versions.title')} columns={columns} rows={items} rowKey={(row) => String(row.version)} />
            <LoadMore {...more} />
          </>
        )}
      </QueryView>
      <Drawer
        title={open === null ? '' : t('versions.version', { version: open })}
        isOpen={open !== null}
        onClose={() => setOpen(null)}
        isWide
      >
        {open !== null && <VersionDifference resourceId={resourceId} version={open} />}
      </Drawer>
    </Panel>
  )
}

export function VersionDifference({ resourceId, version, against }: { resourceId: string; version: number; against?: number | undefined }) {
  const { t } = useTranslation('editor')
  const query = useQuery(differenceOptions(resourceId, version, against))
  return (
    <QueryView query={query}>
      {(difference) => (
        <div className="stack">
          <p className="t2">
            {difference.against === null ? t('versions.first') : t('versions.against', { version: difference.against })}
            {difference.changes.length > 0 && ` · ${t('versions.changed', { count: difference.changes.length })}`}
          </p>
          {difference.against !== null && difference.changes.length === 0 && <p>{t('versions.same')}</p>}
          {difference.changes.length > 0 && <ChangeTable changes={difference.changes} />}
        </div>
      )}
    </QueryView>
  )
}
