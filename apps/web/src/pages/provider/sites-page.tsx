import type { Site } from '@jiju/catalog/contract/sites'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { closeSite, sitesOptions } from '../../features/catalog-admin/calls.ts'
import { useOpeningText } from '../../features/catalog-admin/sites/opening-text.ts'
import { SiteForm } from '../../features/catalog-admin/sites/site-form.tsx'
import { useAccess } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Empty } from '../../ui/states.tsx'
import { Tag } from '../../ui/tag.tsx'
import { toast } from '../../ui/toast.tsx'

/** Where the provider's resources stand, and when they are open. */
export function SitesPage() {
  const { t } = useTranslation('editor')
  const client = useQueryClient()
  const openingText = useOpeningText()
  const mayEdit = useAccess('catalog.site.edit')
  const query = useQuery(sitesOptions)
  const [editing, setEditing] = useState<Site | 'new' | null>(null)
  const [closing, setClosing] = useState<Site | null>(null)
  const renew = () => client.invalidateQueries({ queryKey: sitesOptions.queryKey })
  const close = useCommand({
    run: closeSite,
    onDone: async () => {
      setClosing(null)
      toast(t('sites.closedDone'))
      await renew()
    },
  })
  const columns: Column<Site>[] = [
    {
      key: 'name',
      title: t('sites.name'),
      cell: (row) => (
        <>
          {mayEdit && !row.isClosed ? (
            <button type="button" className="link-btn" onClick={() => setEditing(row)}>
              {row.name}
            </button>
          ) : (
            row.name
          )}{' '}
          {row.isClosed && <Tag>{t('sites.closed')}</Tag>}
        </>
      ),
    },
    {
      key: 'address',
      title: t('sites.address'),
      cell: (row) => (row.district && !row.address.startsWith(row.district) ? `${row.district} ${row.address}` : row.address),
    },
    { key: 'opening', title: t('sites.opening'), cell: (row) => openingText(row.opening) },
    { key: 'holiday', title: t('sites.holidayRule'), isWideOnly: true, cell: (row) => t(`sites.holiday.${row.holidayRule}`) },
    ...(mayEdit
      ? [
          {
            key: 'action',
            title: t('prices.action'),
            look: 'action' as const,
            cell: (row: Site) =>
              !row.isClosed && (
                <span className="row g8" style={{ justifyContent: 'flex-end' }}>
                  <Button size="sm" onClick={() => setEditing(row)}>
                    {t('sites.edit')}
                  </Button>
                  <Button size="sm" kind="text" onClick={() => setClosing(row)}>
                    {t('sites.close')}
                  </Button>
                </span>
              ),
          },
        ]
      : []),
  ]
  const add = mayEdit && (
    <Button kind="primary" onClick={() => setEditing('new')}>
      {t('sites.add')}
    </Button>
  )
  return (
    <>
      <PageHead title={t('sites.title')} line={t('sites.lead')} actions={add} />
      <QueryView query={query} isPage>
        {({ items }) => (
          <div className="panel">
            {items.length === 0 ? (
              <Empty title={t('sites.none')} action={add} />
            ) : (
              <DataTable caption={t('sites.title')} columns={columns} rows={items} rowKey={(row) => row.id} />
            )}
          </div>
        )}
      </QueryView>
      <Drawer
        title={editing === 'new' ? t('sites.add') : (editing?.name ?? '')}
        isOpen={editing !== null}
        onClose={() => setEditing(null)}
        isWide
      >
        {editing && (
          <SiteForm
            site={editing === 'new' ? null : editing}
            onDone={async () => {
              setEditing(null)
              toast(t('sites.saved'))
              await renew()
            }}
          />
        )}
      </Drawer>
      <Dialog
        title={t('sites.closeTitle', { name: closing?.name ?? '' })}
        isOpen={closing !== null}
        onClose={() => setClosing(null)}
        foot={
          <Button kind="danger" isBusy={close.isPending} onClick={() => closing && close.mutate({ target: closing })}>
            {t('sites.close')}
          </Button>
        }
      >
        <div className="stack">
          <ProblemSummary error={close.error} />
          <p>{t('sites.closeText')}</p>
        </div>
      </Dialog>
    </>
  )
}
