import { EditSampleQueue, type SampleQueue } from '@jiju/booking/contract/samples'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAccess } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useForm } from '../../lib/use-form.ts'
import { Button } from '../../ui/button.tsx'
import { Check } from '../../ui/field.tsx'
import { FormErrors } from '../../ui/form-errors.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { toast } from '../../ui/toast.tsx'
import { UnitField } from '../../ui/unit-field.tsx'
import { sampleQueueOptions, saveQueue } from './calls.ts'

const FIRST = { isAccepting: true, dailyCapacity: 12, leadDays: 2, maxSamples: 20, instructions: null, version: 0 }

/** Whether and how a resource takes samples; opened by the first save. */
export function QueueRulesPanel({ resourceId }: { resourceId: string }) {
  const { t } = useTranslation('samples')
  const mayEdit = useAccess('booking.calendar.edit')
  const query = useQuery({ ...sampleQueueOptions(resourceId), staleTime: 0 })
  const [isOpening, setOpening] = useState(false)
  return (
    <Panel title={t('rules.title')} note={t('rules.note')}>
      <QueryView query={query}>
        {(queue) =>
          queue || isOpening ? (
            <QueueRulesForm key={queue?.version ?? 0} resourceId={resourceId} queue={queue ?? FIRST} mayEdit={mayEdit} />
          ) : (
            <div className="stack">
              <p className="t2">{t('rules.off')}</p>
              {mayEdit && (
                <div>
                  <Button onClick={() => setOpening(true)}>{t('rules.open')}</Button>
                </div>
              )}
            </div>
          )
        }
      </QueryView>
    </Panel>
  )
}

function QueueRulesForm({
  resourceId,
  queue,
  mayEdit,
}: {
  resourceId: string
  queue: Pick<SampleQueue, keyof typeof FIRST>
  mayEdit: boolean
}) {
  const { t } = useTranslation('samples')
  const client = useQueryClient()
  const command = useCommand({
    run: saveQueue,
    onDone: async () => {
      toast(t('rules.saved'))
      await client.invalidateQueries({ queryKey: ['samples'] })
    },
  })
  const form = useForm({
    initial: {
      isAccepting: queue.isAccepting,
      dailyCapacity: String(queue.dailyCapacity),
      leadDays: String(queue.leadDays),
      maxSamples: String(queue.maxSamples),
      instructions: queue.instructions ?? '',
    },
    schema: EditSampleQueue,
    toInput: (values) => ({
      isAccepting: values.isAccepting,
      dailyCapacity: Number(values.dailyCapacity),
      leadDays: Number(values.leadDays),
      maxSamples: Number(values.maxSamples),
      instructions: values.instructions.trim() || null,
    }),
    onSend: (body) => command.mutate({ resourceId, version: queue.version, body }),
  })
  return (
    <form className="form form-wide" {...form.form}>
      <FormErrors errors={form.errors} idOf={form.idOf} />
      <ProblemSummary error={command.error} />
      <fieldset className="form-group" disabled={!mayEdit} aria-label={t('rules.title')}>
        <Check isChecked={form.values.isAccepting} onChange={(isAccepting) => form.set({ isAccepting })}>
          {t('rules.accepting')}
        </Check>
        <div className="form-pair">
          <UnitField {...form.field('dailyCapacity')} label={t('rules.capacity')} unit={t('rules.samples')} inputMode="numeric" />
          <UnitField
            {...form.field('leadDays')}
            label={t('rules.lead')}
            hint={t('rules.leadHint')}
            unit={t('rules.days')}
            inputMode="numeric"
          />
          <UnitField {...form.field('maxSamples')} label={t('rules.max')} unit={t('rules.samples')} inputMode="numeric" />
        </div>
        <TextArea {...form.field('instructions')} label={t('rules.instructions')} hint={t('rules.instructionsHint')} maxLength={2000} />
      </fieldset>
      {mayEdit && (
        <div>
          <Button kind="primary" type="submit" isBusy={command.isPending}>
            {t('rules.save')}
          </Button>
        </div>
      )}
    </form>
  )
}
