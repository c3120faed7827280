import type { AssessmentStatement } from '@jiju/booking/contract/assessment'
import { EFFECT_STATEMENTS } from '@jiju/booking/core/assessment/indicators'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAccess } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { Panel } from '../../ui/panel.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { CertaintyTag, Tag } from '../../ui/tag.tsx'
import { statementsOptions } from './calls.ts'
import { StatementForm } from './statement-form.tsx'

type Field = (typeof EFFECT_STATEMENTS)[number]
type Row = { readonly field: Field; readonly statement: AssessmentStatement | null }

/** The fields of the national yearly message that no log can prove, for one instrument: each with a value and its evidence. */
export function InstrumentStatements({ year, resourceId }: { year: number; resourceId: string }) {
  const { t } = useTranslation('assessment')
  const format = useFormat()
  const mayState = useAccess('booking.assessment.state')
  const query = useQuery(statementsOptions({ year, resourceId }))
  const [editing, setEditing] = useState<Row | null>(null)
  const columns: Column<Row>[] = [
    { key: 'field', title: t('statements.field'), cell: ({ field }) => t(`statements.fields.${field}`) },
    {
      key: 'value',
      title: t('statements.value'),
      cell: ({ statement }) =>
        statement ? (
          <>
            <div className="pre">{statement.value}</div>
            <div className="s t3">
              {t('indicator.evidence', { words: statement.evidence })} <CertaintyTag certainty="unconfirmed" />
            </div>
          </>
        ) : (
          <Tag kind="warn">{t('indicator.missing')}</Tag>
        ),
    },
    { key: 'at', title: t('statements.at'), cell: ({ statement }) => (statement ? format.instant(statement.updatedAt) : '—') },
    {
      key: 'act',
      title: t('column.act'),
      look: 'action',
      cell: (row) =>
        mayState && (
          <Button size="sm" onClick={() => setEditing(row)}>
            {row.statement ? t('indicator.change') : t('indicator.state')}
          </Button>
        ),
    },
  ]
  return (
    <QueryView query={query}>
      {(statements) => {
        const rows = EFFECT_STATEMENTS.map((field): Row => ({ field, statement: statements.find((one) => one.field === field) ?? null }))
        return (
          <Panel
            isFlush
            title={t('statements.title', { year })}
            note={t('statements.count', { stated: rows.filter(({ statement }) => statement).length, all: rows.length })}
          >
            <DataTable caption={t('statements.title', { year })} columns={columns} rows={rows} rowKey={(row) => row.field} />
            <Drawer
              isOpen={editing !== null}
              title={editing ? t(`statements.fields.${editing.field}`) : ''}
              onClose={() => setEditing(null)}
            >
              {editing && (
                <StatementForm
                  year={year}
                  resourceId={resourceId}
                  field={editing.field}
                  statement={editing.statement}
                  onDone={() => setEditing(null)}
                />
              )}
            </Drawer>
          </Panel>
        )
      }}
    </QueryView>
  )
}
