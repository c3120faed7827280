import { EditTraining, type Training } from '@jiju/booking/contract/trainings'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/use-command.ts'
import { useForm } from '../../lib/use-form.ts'
import { Button } from '../../ui/button.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { TextField } from '../../ui/field.tsx'
import { FormErrors } from '../../ui/form-errors.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { toast } from '../../ui/toast.tsx'
import { UnitField } from '../../ui/unit-field.tsx'
import { editTraining } from './calls.ts'

/** Other words or places; more places let in who waits. */
export function EditTrainingDrawer({ training, onClose }: { training: Training; onClose: () => void }) {
  const { t } = useTranslation('qualification')
  const client = useQueryClient()
  const command = useCommand({
    run: editTraining,
    onDone: async () => {
      toast(t('training.changed'))
      await client.invalidateQueries({ queryKey: ['trainings'] })
      onClose()
    },
  })
  const form = useForm({
    initial: {
      title: training.title,
      description: training.description ?? '',
      location: training.location,
      places: String(training.places),
    },
    schema: EditTraining,
    toInput: (values): EditTraining => ({ ...values, description: values.description.trim() || null, places: Number(values.places) }),
    onSend: (body) => command.mutate({ target: training, body }),
  })
  return (
    <Drawer title={t('training.edit')} isOpen onClose={onClose}>
      <form className="form" {...form.form}>
        <FormErrors errors={form.errors} idOf={form.idOf} />
        <ProblemSummary error={command.error} idOf={(field) => form.idOf(field.slice(1))} />
        <TextField {...form.field('title')} label={t('training.title')} maxLength={100} />
        <UnitField
          {...form.field('places')}
          label={t('training.places')}
          unit={t('training.people')}
          hint={t('training.placesHint', { taken: training.taken, waiting: training.waiting })}
          inputMode="numeric"
        />
        <TextField {...form.field('location')} label={t('training.location')} maxLength={200} />
        <TextArea {...form.field('description')} label={t('training.description')} rows={3} maxLength={2000} />
        <div>
          <Button kind="primary" type="submit" isBusy={command.isPending}>
            {t('training.save')}
          </Button>
        </div>
      </form>
    </Drawer>
  )
}
