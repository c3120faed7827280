import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Panel } from '../../ui/panel.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { fileAddress, type Period, reportOptions, type Scope } from './calls.ts'
import './assessment.css'

/** The workbook and the national messages, with the fields that have no value yet. */
export function ExportPanel({ period, scope }: { period: Period; scope: Scope }) {
  const { t } = useTranslation('assessment')
  const days = { from: period.from, to: period.to }
  return (
    <Panel title={t('export.title')} note={t('export.note')}>
      <ul className="stack">
        <li>
          <a className="assessment-file" href={fileAddress('assessment.xlsx', { ...days, scope })} download>
            {t('export.workbook')}
          </a>
        </li>
        {(['6', '7'] as const).map((type) => (
          <li key={type}>
            <a className="assessment-file" href={fileAddress('assessment/national-messages.xml', { ...days, type })} download>
              {t(`export.message${type}`)}
            </a>
            <Gaps period={period} type={type} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Gaps({ period, type }: { period: Period; type: '6' | '7' }) {
  const { t } = useTranslation('assessment')
  const query = useQuery(reportOptions({ ...period, type }))
  return (
    <QueryView query={query}>
      {({ gaps, messages, nextCursor }) => (
        <details className="s t2 assessment-gaps">
          <summary>{t('export.gaps', { fields: gaps.length, count: messages.length, more: nextCursor ? '+' : '' })}</summary>
          {gaps.map(({ field, count }) => (
            <span key={field} className="tag">
              <code>{field}</code> {count}
            </span>
          ))}
        </details>
      )}
    </QueryView>
  )
}
