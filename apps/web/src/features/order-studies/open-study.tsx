import type { Study } from '@jiju/orders/contract/studies'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { colleaguesOptions, openStudy } from './calls.ts'

const DUTIES = ['directorId', 'qualityId', 'archivistId'] as const

/** Opens the study of an order: its name and three persons. */
export function OpenStudyPanel({ order }: { order: { readonly id: string; readonly title: string } }) {
  const { t } = useTranslation('order-studies')
  const navigate = useNavigate()
  const people = useQuery(colleaguesOptions).data ?? []
  const [title, setTitle] = useState(order.title)
  const [duties, setDuties] = useState({ directorId: '', qualityId: '', archivistId: '' })
  const command = useCommand({
    run: openStudy,
    onDone: (study: Study) => navigate({ to: '/p/studies/$id', params: { id: study.id } }),
  })
  return (
    <Panel title={t('open.title')} note={t('open.note')}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          command.mutate({ orderId: order.id, body: { title: title.trim(), ...duties } })
        }}
      >
        <ProblemSummary error={command.error} />
        <TextField label={t('open.name')} maxLength={300} value={title} onChange={(event) => setTitle(event.target.value)} />
        {DUTIES.map((duty) => (
          <SelectField
            key={duty}
            label={t(`duty.${duty}`)}
            value={duties[duty]}
            options={[{ value: '', label: t('open.choose') }, ...people.map(({ id, name }) => ({ value: id, label: name }))]}
            onPick={(id) => setDuties((old) => ({ ...old, [duty]: id }))}
          />
        ))}
        <div>
          <Button kind="primary" type="submit" isBusy={command.isPending} disabled={!title.trim() || DUTIES.some((duty) => !duties[duty])}>
            {t('open.open')}
          </Button>
        </div>
      </form>
    </Panel>
  )
}
