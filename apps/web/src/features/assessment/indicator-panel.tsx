import type { Assessment } from '@jiju/booking/contract/assessment'
import { INDICATORS } from '@jiju/booking/core/assessment/indicators'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { currentLanguage } from '../../lib/i18n.ts'
import { useAccess } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { Panel } from '../../ui/panel.tsx'
import { CertaintyTag, Tag } from '../../ui/tag.tsx'
import { StatementForm } from './statement-form.tsx'

type Row = Assessment['indicators'][number]

/** The nine indicators: what the platform computes, what the institution states itself with evidence, weights not known. */
export function IndicatorPanel({ assessment }: { assessment: Assessment }) {
  const { t } = useTranslation('assessment')
  const format = useFormat()
  const mayState = useAccess('booking.assessment.state')
  const [editing, setEditing] = useState<Row | null>(null)
  const year = Number(assessment.to.slice(0, 4))
  const { institution } = assessment
  const nameOf = (key: string) => INDICATORS.find((indicator) => indicator.key === key)?.[currentLanguage()] ?? key
  const computed: Partial<Record<Row['key'], string>> = {
    opening: format.percent(institution.openingRate),
    hours: t('unit.value', { value: format.number(institution.effectiveSeconds / 3600, 1) }),
    sharedHours: t('unit.value', { value: format.number(institution.externalSeconds / 3600, 1) }),
    service: t('indicator.service', { income: format.money(institution.outsideIncome), mark: format.number(institution.mark, 1) }),
    platform: t('indicator.platform', { open: institution.openInstruments, all: institution.instruments }),
  }
  const columns: Column<Row>[] = [
    { key: 'name', title: t('indicator.second'), cell: (row) => nameOf(row.key) },
    { key: 'group', title: t('indicator.first'), cell: (row) => t(`group.${row.group}`) },
    {
      key: 'computed',
      title: t('indicator.computed'),
      cell: (row) => computed[row.key] ?? <span className="t3">{t('indicator.notComputed')}</span>,
    },
    {
      key: 'statement',
      title: t('indicator.statement', { year }),
      cell: ({ statement, basis }) =>
        statement ? (
          <>
            <div>{statement.value}</div>
            <div className="s t3">
              {t('indicator.evidence', { words: statement.evidence })} <CertaintyTag certainty="unconfirmed" />
            </div>
          </>
        ) : basis === 'computed' ? (
          <span className="t3">{t('indicator.notNeeded')}</span>
        ) : (
          <Tag kind="warn">{t('indicator.missing')}</Tag>
        ),
    },
    { key: 'weight', title: t('indicator.weight'), cell: () => <CertaintyTag certainty="unconfirmed" /> },
    {
      key: 'act',
      title: t('column.act'),
      look: 'action',
      cell: (row) =>
        mayState &&
        row.basis !== 'computed' && (
          <Button size="sm" onClick={() => setEditing(row)}>
            {row.statement ? t('indicator.change') : t('indicator.state')}
          </Button>
        ),
    },
  ]
  return (
    <Panel isFlush title={t('indicator.title')} note={t('indicator.note')}>
      <DataTable caption={t('indicator.title')} columns={columns} rows={assessment.indicators} rowKey={(row) => row.key} />
      <Drawer isOpen={editing !== null} title={editing ? nameOf(editing.key) : ''} onClose={() => setEditing(null)}>
        {editing && <StatementForm year={year} field={editing.key} statement={editing.statement} onDone={() => setEditing(null)} />}
      </Drawer>
    </Panel>
  )
}
