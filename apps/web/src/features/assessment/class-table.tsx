import type { DistrictAssessment } from '@jiju/booking/contract/assessment'
import { findInstrumentClass } from '@jiju/catalog/core/instrument-classes'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { currentLanguage } from '../../lib/i18n.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { Panel } from '../../ui/panel.tsx'
import { useFigureColumns } from './use-figure-columns.tsx'

/** Classes of instruments by idle hours: what could be shared before anything is bought. */
export function ClassTable({ classes }: { classes: DistrictAssessment['classes'] }) {
  const { t } = useTranslation('assessment')
  const columns = useFigureColumns<DistrictAssessment['classes'][number]>()
  return (
    <Panel isFlush title={t('district.idle')} note={t('district.idleNote')}>
      <DataTable
        caption={t('district.idle')}
        columns={[{ key: 'class', title: t('column.class'), cell: ({ classCode }) => <ClassName code={classCode} isLink /> }, ...columns]}
        rows={classes}
        rowKey={(row) => row.classCode ?? ''}
      />
    </Panel>
  )
}

/** A class by its name, with its code; one that is not in the table by its code alone. */
export function ClassName({ code, isLink = false }: { code: string | null; isLink?: boolean }) {
  const { t } = useTranslation('assessment')
  if (code === null) return t('district.noClass')
  const name = findInstrumentClass(code)?.[currentLanguage()] ?? code
  return (
    <>
      {isLink ? (
        <Link to="/search" search={{ class: code }}>
          {name}
        </Link>
      ) : (
        name
      )}{' '}
      {name !== code && <span className="s t3">{code}</span>}
    </>
  )
}
