import { ResourceContent } from '@jiju/catalog/contract/resource-content'
import { OwnResource, type ResourceWork } from '@jiju/catalog/contract/resources'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../lib/use-command.ts'
import { useForm } from '../../../lib/use-form.ts'
import { Button } from '../../../ui/button.tsx'
import { SelectField, TextField } from '../../../ui/field.tsx'
import { FormErrors } from '../../../ui/form-errors.tsx'
import { ProblemSummary } from '../../../ui/problem-summary.tsx'
import { createResource } from '../calls.ts'
import { emptyContent } from './content-fields.ts'

const KINDS = OwnResource.shape.kind.options

/** Starts a draft from its kind and name; everything else is asked for in the editor. */
export function CreateResource({ onDone }: { onDone: (work: ResourceWork) => void }) {
  const { t } = useTranslation('editor')
  const command = useCommand({ run: createResource, onDone })
  const form = useForm({
    initial: { kind: 'instrument' as (typeof KINDS)[number], nameZh: '' },
    schema: ResourceContent,
    toInput: (values) => emptyContent(values.kind, values.nameZh),
    onSend: (content) => command.mutate(content),
  })
  return (
    <form className="form" {...form.form}>
      <FormErrors errors={form.errors} idOf={form.idOf} />
      <ProblemSummary error={command.error} idOf={(field) => form.idOf(field.slice(1))} />
      <SelectField
        label={t('list.column.kind')}
        value={form.values.kind}
        options={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
        onPick={(kind) => form.set({ kind })}
      />
      <TextField {...form.field('nameZh')} label={t('field.nameZh')} />
      <div>
        <Button kind="primary" type="submit" isBusy={command.isPending}>
          {t('list.createSubmit')}
        </Button>
      </div>
    </form>
  )
}
