import type { Assessment } from '@jiju/booking/contract/assessment'
import { useTranslation } from 'react-i18next'
import { DataTable } from '../../ui/data-table.tsx'
import { Panel } from '../../ui/panel.tsx'
import { useFigureColumns } from './use-figure-columns.tsx'

/** The same figures by laboratory. */
export function SiteTable({ sites }: { sites: Assessment['sites'] }) {
  const { t } = useTranslation('assessment')
  const columns = useFigureColumns<Assessment['sites'][number]>()
  return (
    <Panel isFlush title={t('site.title')}>
      <DataTable
        caption={t('site.title')}
        columns={[{ key: 'site', title: t('column.site'), cell: (row) => row.name ?? t('site.none') }, ...columns]}
        rows={sites}
        rowKey={(row) => row.siteId ?? ''}
      />
    </Panel>
  )
}
