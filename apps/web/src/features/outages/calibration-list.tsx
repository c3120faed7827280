import type { CalibrationDue } from '@jiju/booking/contract/calibrations'
import { useTranslation } from 'react-i18next'
import { currentLanguage } from '../../lib/i18n.ts'
import { useAccess } from '../../lib/session.ts'
import { usePages } from '../../lib/use-pages.ts'
import { Button } from '../../ui/button.tsx'
import { type Column, DataTable, LoadMore } from '../../ui/data-table.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Empty } from '../../ui/states.tsx'
import { Tag } from '../../ui/tag.tsx'
import { CalibrationDetail } from './calibration-detail.tsx'
import { listCalibrations } from './calls.ts'

const KINDS = { unknown: 'line', valid: 'ok', due_soon: 'warn', overdue: 'bad' } as const

function CalibrationTag({ state }: { state: CalibrationDue['state'] }) {
  const { t } = useTranslation('outages')
  return <Tag kind={KINDS[state]}>{t(`calibration.state.${state}`)}</Tag>
}

/** The provider's resources by the day on which their calibration runs out. */
export function CalibrationList({ opened, onOpen }: { opened: string | undefined; onOpen: (resourceId: string | undefined) => void }) {
  const { t } = useTranslation('outages')
  const mayRecord = useAccess('booking.calibration.record')
  const { query, items, more } = usePages<CalibrationDue>({ queryKey: ['calibrations', 'list'], load: listCalibrations })
  const nameOf = (row: CalibrationDue) => (currentLanguage() === 'en' && row.resourceNameEn) || row.resourceName
  const columns: Column<CalibrationDue>[] = [
    {
      key: 'resource',
      title: t('calibration.column.resource'),
      cell: (row) => (
        <>
          <button type="button" className="link-btn" onClick={() => onOpen(row.resourceId)}>
            {nameOf(row)}
          </button>
          {row.model && <div className="s t3">{row.model}</div>}
        </>
      ),
    },
    { key: 'state', title: t('calibration.column.state'), cell: (row) => <CalibrationTag state={row.state} /> },
    { key: 'due', title: t('calibration.column.due'), cell: (row) => row.dueOn ?? '—' },
    {
      key: 'last',
      title: t('calibration.column.last'),
      cell: (row) =>
        row.kind ? (
          <>
            {t('calibration.last', { kind: t(`calibration.kind.${row.kind}`), day: row.doneOn })}
            <div className="s t3">{[row.performedBy, row.certificateNo].filter(Boolean).join(' · ')}</div>
          </>
        ) : (
          '—'
        ),
    },
    {
      key: 'rule',
      title: t('calibration.column.rule'),
      cell: (row) => (row.blocksWhenOverdue ? t('calibration.blocks') : t('calibration.warns')),
    },
    { key: 'after', title: t('calibration.column.after'), look: 'num', cell: (row) => row.bookingsAfterDue || '—' },
    {
      key: 'next',
      title: t('calibration.column.next'),
      look: 'action',
      cell: (row) => (
        <Button size="sm" onClick={() => onOpen(row.resourceId)}>
          {mayRecord ? t('calibration.record') : t('calibration.look')}
        </Button>
      ),
    },
  ]
  return (
    <QueryView query={query} isPage>
      {() => (
        <div className="panel">
          {items.length === 0 ? (
            <Empty title={t('calibration.empty')} />
          ) : (
            <DataTable caption={t('tabs.calibrations')} columns={columns} rows={items} rowKey={(row) => row.resourceId} />
          )}
          <LoadMore {...more} />
          <Drawer
            title={items.filter((row) => row.resourceId === opened).map(nameOf)[0] ?? t('tabs.calibrations')}
            isOpen={opened !== undefined}
            onClose={() => onOpen(undefined)}
          >
            {opened && <CalibrationDetail resourceId={opened} />}
          </Drawer>
        </div>
      )}
    </QueryView>
  )
}
