import type { CalibrationDue } from '@jiju/booking/contract/calibrations'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAccess } from '../../lib/session.ts'
import { Button } from '../../ui/button.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { TextField } from '../../ui/field.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Tag } from '../../ui/tag.tsx'
import { instrumentsOptions, matrixResourcesOptions } from './calls.ts'
import { useNameOf } from './names.ts'
import { RuleDrawer } from './rule-drawer.tsx'

/** Which level each instrument asks for. */
export function RuleList() {
  const { t } = useTranslation('qualification')
  const nameOf = useNameOf()
  const mayEdit = useAccess('booking.qualification.grant')
  const query = useQuery(instrumentsOptions)
  const asking = new Map((useQuery(matrixResourcesOptions).data ?? []).map((row) => [row.id, row]))
  const [text, setText] = useState('')
  const [edited, setEdited] = useState<CalibrationDue | null>(null)
  const nameFor = (row: CalibrationDue) => nameOf({ name: row.resourceName, nameEn: row.resourceNameEn })
  const columns: Column<CalibrationDue>[] = [
    { key: 'instrument', title: t('instrument'), cell: (row) => nameFor(row) },
    { key: 'model', title: t('model'), cell: (row) => row.model ?? '—', isWideOnly: true },
    {
      key: 'level',
      title: t('rule.day'),
      cell: (row) => {
        const level = asking.get(row.resourceId)?.level ?? 0
        return level > 0 ? <Tag kind="accent">{t(`levels.${level as 1 | 2 | 3}`)}</Tag> : <span className="t3">{t('rule.none')}</span>
      },
    },
    {
      key: 'after',
      title: t('rule.afterHours'),
      cell: (row) => {
        const level = asking.get(row.resourceId)?.afterHoursLevel
        return level ? <Tag kind="accent">{t(`levels.${level as 1 | 2 | 3}`)}</Tag> : <span className="t3">{t('rule.same')}</span>
      },
    },
    {
      key: 'act',
      title: t('rule.edit'),
      look: 'action',
      cell: (row) =>
        mayEdit && (
          <Button size="sm" onClick={() => setEdited(row)} aria-label={`${t('rule.edit')} ${nameFor(row)}`}>
            {t('rule.edit')}
          </Button>
        ),
    },
  ]
  return (
    <div className="stack">
      <div className="filters">
        <TextField
          label={t('findInstrument')}
          isLabelHidden
          placeholder={t('findInstrument')}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      </div>
      <QueryView query={query}>
        {(rows) => (
          <div className="panel">
            <DataTable
              caption={t('tabs.rules')}
              columns={columns}
              rows={rows
                .filter((row) => nameFor(row).toLowerCase().includes(text.trim().toLowerCase()))
                .sort((a, b) => Number(asking.has(b.resourceId)) - Number(asking.has(a.resourceId)))}
              rowKey={(row) => row.resourceId}
            />
          </div>
        )}
      </QueryView>
      {edited && <RuleDrawer resourceId={edited.resourceId} title={nameFor(edited)} onClose={() => setEdited(null)} />}
    </div>
  )
}
