import type { Report } from '@jiju/orders/contract/reports'
import { useTranslation } from 'react-i18next'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Panel } from '../../ui/panel.tsx'

type Line = Report['content']['items'][number] & { position: number; outside: string }

/** What a report says, for whoever checks it. */
export function ContentView({ report }: { report: Report }) {
  const { t } = useTranslation('order-reports')
  const { content } = report
  const rows = content.items.map((item, index): Line => {
    const schemes = report.marks.filter(({ outside }) => outside.includes(String(index))).map(({ scheme }) => scheme.toUpperCase())
    return { ...item, position: index + 1, outside: schemes.join(' ') }
  })
  const columns: Column<Line>[] = [
    {
      key: 'name',
      title: t('item.name'),
      cell: (line) => (
        <>
          {line.name}
          {line.outside && <div className="s warn">{t('view.outside', { schemes: line.outside })}</div>}
        </>
      ),
    },
    { key: 'method', title: t('item.method'), cell: (line) => line.method || '—' },
    { key: 'sample', title: t('item.sample'), cell: (line) => line.sample || '—' },
    { key: 'requirement', title: t('item.requirement'), cell: (line) => line.requirement || '—' },
    { key: 'result', title: t('item.result'), cell: (line) => `${line.result} ${line.unit}`.trim() || '—' },
    { key: 'verdict', title: t('item.verdict'), cell: (line) => t(`verdict.${line.verdict}`) },
  ]
  return (
    <div className="stack">
      <Panel title={t('editor.facts')}>
        <dl className="kv">
          {report.shownFields.map((field) => (
            <div key={field} style={{ display: 'contents' }}>
              <dt>{t(`field.${field}`)}</dt>
              <dd>{content.fields[field] || '—'}</dd>
            </div>
          ))}
        </dl>
      </Panel>
      <Panel title={t('editor.results')} isFlush>
        <DataTable caption={t('editor.results')} columns={columns} rows={rows} rowKey={(line) => String(line.position)} />
      </Panel>
      <Panel title={t('editor.conclusion')}>
        <p style={{ whiteSpace: 'pre-wrap' }}>{content.conclusion || '—'}</p>
        {content.remarks && (
          <p className="t2" style={{ whiteSpace: 'pre-wrap' }}>
            {content.remarks}
          </p>
        )}
      </Panel>
    </div>
  )
}
