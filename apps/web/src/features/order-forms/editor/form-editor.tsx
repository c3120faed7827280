import { PublishForm, type ServiceForm } from '@jiju/orders/contract/forms'
import { FIELD_KINDS, type FieldKind, type FormField } from '@jiju/orders/core/forms/field'
import { validateFields } from '@jiju/orders/core/forms/validate-fields'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useBlocker } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { currentLanguage } from '../../../lib/i18n.ts'
import { fieldsOf, formFamiliesOptions, serviceFormOptions } from '../../../lib/service-forms.ts'
import { useCommand } from '../../../lib/use-command.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { SelectField } from '../../../ui/field.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { ProblemSummary } from '../../../ui/problem-summary.tsx'
import { toast } from '../../../ui/toast.tsx'
import { publishForm } from '../calls.ts'
import { FieldRow } from './field-row.tsx'
import { moved, newField, tidy } from './new-field.ts'
import { Preview } from './preview.tsx'

/** The form of a service beside what its clients will see; publishing makes the next version, and earlier answers keep theirs. */
export function FormEditor({ form }: { form: ServiceForm }) {
  const { t } = useTranslation('order-form-editor')
  const client = useQueryClient()
  const [fields, setFields] = useState<readonly FormField[]>(fieldsOf(form))
  const [open, setOpen] = useState<string | null>(null)
  const [isTried, setTried] = useState(false)
  const ready = fields.map(tidy)
  const isDirty = JSON.stringify(ready) !== JSON.stringify(fieldsOf(form).map(tidy))
  const parsed = PublishForm.safeParse({ fields: ready })
  const problems = validateFields(ready)
  const command = useCommand({
    run: publishForm,
    onDone: (published) => {
      toast(t('published', { version: published.version }))
      client.setQueryData(serviceFormOptions(form.serviceId).queryKey, published)
    },
  })
  const blocker = useBlocker({ shouldBlockFn: () => isDirty && !command.isPending, enableBeforeUnload: isDirty, withResolver: true })
  const publish = () => {
    setTried(true)
    if (parsed.success && problems.length === 0) command.mutate({ serviceId: form.serviceId, version: form.version, body: parsed.data })
  }
  const unfinished = unfinishedFields(parsed.error?.issues ?? [], problems)
  return (
    <>
      <div className="stack">
        <ProblemSummary error={command.error} idOf={(field) => `field-${field.split('/')[2] ?? 0}`} />
        {isTried && unfinished.length > 0 && (
          <div className="notice notice-bad" role="alert">
            <ul className="f1">
              {unfinished.map((index) => (
                <li key={index}>
                  <a href={`#field-${index}`}>{t('unfinished', { name: fields[index]?.label[currentLanguage()] || t('unnamed') })}</a>
                </li>
              ))}
            </ul>
          </div>
        )}
        <Panel
          title={t('fields', { count: fields.length })}
          note={form.version > 0 ? t('version', { version: form.version }) : t('none')}
          isFlush
          extra={
            <Button kind="primary" isBusy={command.isPending} disabled={!isDirty} onClick={publish}>
              {t('publish', { version: form.version + 1 })}
            </Button>
          }
        >
          <ol>
            {fields.map((field, index) => (
              <FieldRow
                key={field.key}
                field={field}
                before={fields.slice(0, index)}
                isLast={index === fields.length - 1}
                isOpen={open === field.key}
                onOpen={(isOpen) => setOpen(isOpen ? field.key : null)}
                onChange={(next) => setFields(fields.map((one, place) => (place === index ? next : one)))}
                onMove={(by) => setFields(moved(fields, index, by))}
                onRemove={() => setFields(fields.filter((_, place) => place !== index))}
              />
            ))}
          </ol>
          <div className="panel-body">
            <AddFields
              fields={fields}
              onAdd={(added) => {
                setFields([...fields, ...added])
                setOpen(added.length === 1 ? (added[0]?.key ?? null) : null)
              }}
            />
          </div>
        </Panel>
      </div>
      <Preview fields={ready} />
      <Dialog
        title={t('leave.title')}
        isOpen={blocker.status === 'blocked'}
        onClose={() => blocker.reset?.()}
        foot={
          <>
            <Button onClick={() => blocker.reset?.()}>{t('leave.stay')}</Button>
            <Button kind="danger" onClick={() => blocker.proceed?.()}>
              {t('leave.go')}
            </Button>
          </>
        }
      >
        {t('leave.text')}
      </Dialog>
    </>
  )
}

/** Places of the fields that cannot be published as they are. */
function unfinishedFields(issues: readonly { path: PropertyKey[] }[], problems: readonly { field?: string }[]): number[] {
  const places = [...issues.map(({ path }) => Number(path[1])), ...problems.map(({ field }) => Number(field?.split('/')[2]))]
  return [...new Set(places.filter(Number.isInteger))].sort((a, b) => a - b)
}

/** A single field, or a whole family of questions; what is there already is not added twice. */
function AddFields({ fields, onAdd }: { fields: readonly FormField[]; onAdd: (fields: FormField[]) => void }) {
  const { t } = useTranslation('order-form-editor')
  const families = useQuery(formFamiliesOptions)
  const taken = fields.map(({ key }) => key)
  return (
    <div className="form-pair">
      <SelectField<FieldKind | ''>
        label={t('addField')}
        value=""
        options={[{ value: '', label: t('choose') }, ...FIELD_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))]}
        onPick={(kind) => kind !== '' && onAdd([newField(kind, taken)])}
      />
      <SelectField
        label={t('addFamily')}
        value=""
        options={[
          { value: '', label: t('choose') },
          ...(families.data?.families.map(({ key, name }) => ({ value: key, label: name[currentLanguage()] })) ?? []),
        ]}
        onPick={(key) => {
          const family = families.data?.families.find((one) => one.key === key)
          if (!family) return
          const added = fieldsOf(family).filter((field) => !taken.includes(field.key))
          onAdd(added.map((field, index) => (index === 0 ? { ...field, section: family.name } : field)))
        }}
      />
    </div>
  )
}
