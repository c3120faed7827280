import { LEVELS, type Level } from '@jiju/booking/core/qualification/levels'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { DateField } from '../../ui/late/moment-field.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { toast } from '../../ui/toast.tsx'
import { type Candidate, grant } from './calls.ts'
import { InstrumentPicker } from './instrument-picker.tsx'
import { PersonPicker } from './person-picker.tsx'

type Start = {
  readonly person?: Candidate | undefined
  readonly resourceIds?: readonly string[] | undefined
  readonly level?: Level | undefined
  /** The qualification at another provider on whose ground it is granted. */
  readonly recognisedId?: string | undefined
}

/** Grants one level on some instruments: by hand with a reason, or on the ground of a shared passport. */
export function GrantDrawer({ start, onClose }: { start: Start; onClose: () => void }) {
  const { t } = useTranslation('qualification')
  const client = useQueryClient()
  const { recognisedId } = start
  const [person, setPerson] = useState<Candidate | null>(start.person ?? null)
  const [resourceIds, setResourceIds] = useState<string[]>([...(start.resourceIds ?? [])])
  const [level, setLevel] = useState<Level>(start.level ?? 2)
  const [validUntil, setValidUntil] = useState('')
  const [reason, setReason] = useState('')
  const command = useCommand({
    run: grant,
    onDone: async ({ items }) => {
      toast(t('grant.done', { count: items.length }))
      await client.invalidateQueries({ queryKey: ['qualifications'] })
      onClose()
    },
  })
  const isComplete = person !== null && resourceIds.length > 0 && (recognisedId !== undefined || reason.trim() !== '')
  const send = () => {
    if (!person) return
    command.mutate({
      personId: person.id,
      resourceIds,
      level,
      ...(validUntil ? { validUntil } : {}),
      ...(reason.trim() ? { reason: reason.trim() } : {}),
      ...(recognisedId ? { recognisedId } : {}),
    })
  }
  return (
    <Drawer
      title={t('grant.title')}
      isOpen
      onClose={onClose}
      foot={
        <Button kind="primary" isBusy={command.isPending} disabled={!isComplete} onClick={send}>
          {t('grant.submit')}
        </Button>
      }
    >
      <div className="stack">
        <ProblemSummary error={command.error} />
        {start.person ? (
          <p>
            <span className="s t3">{t('grant.person')}</span>
            <br />
            {start.person.name} <span className="s t3">{start.person.organisationName}</span>
          </p>
        ) : (
          <PersonPicker value={person} onPick={setPerson} />
        )}
        <InstrumentPicker chosen={resourceIds} onPick={setResourceIds} />
        <SelectField
          label={t('level')}
          value={String(level)}
          options={LEVELS.map((value) => ({ value: String(value), label: t(`levels.${value}`) }))}
          onPick={(value) => setLevel(Number(value) as Level)}
        />
        <DateField
          label={t('grant.until')}
          hint={t('grant.untilHint')}
          value={validUntil}
          onChange={({ target }) => setValidUntil(target.value)}
        />
        <TextField
          label={recognisedId ? t('grant.note') : t('grant.reason')}
          hint={recognisedId ? t('grant.recognisedHint') : t('grant.reasonHint')}
          maxLength={500}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
      </div>
    </Drawer>
  )
}
