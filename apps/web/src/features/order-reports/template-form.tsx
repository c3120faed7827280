import type { KeepReportTemplate, ReportTemplate } from '@jiju/orders/contract/report-templates'
import { KeepReportTemplate as Schema } from '@jiju/orders/contract/report-templates'
import { REPORT_FIELDS } from '@jiju/orders/core/reports/vocabulary'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/use-command.ts'
import { useForm } from '../../lib/use-form.ts'
import { Button } from '../../ui/button.tsx'
import { Check, SelectField, TextField } from '../../ui/field.tsx'
import { FormErrors } from '../../ui/form-errors.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { keepTemplate } from './calls.ts'
import styles from './order-reports.module.css'

type Values = {
  name: string
  classCode: string
  language: KeepReportTemplate['language']
  title: string
  subtitle: string
  address: string
  contact: string
  fields: KeepReportTemplate['content']['fields']
  statements: string
}

const FIRST_FIELDS: Values['fields'] = ['client', 'sample_name', 'model', 'batch', 'test_type', 'basis', 'judgement_basis', 'tested_on']

/** Head, fields, statements and language of a template; one statement a line. */
export function TemplateForm({ template, onDone }: { template: ReportTemplate | null; onDone: () => void }) {
  const { t } = useTranslation('order-reports')
  const command = useCommand({ run: keepTemplate, onDone })
  const form = useForm<Values, KeepReportTemplate>({
    initial: {
      name: template?.name ?? '',
      classCode: template?.classCode ?? '',
      language: template?.language ?? 'zh',
      title: template?.content.title ?? t('template.firstTitle'),
      subtitle: template?.content.subtitle ?? '',
      address: template?.content.address ?? '',
      contact: template?.content.contact ?? '',
      fields: template?.content.fields ?? FIRST_FIELDS,
      statements: template?.content.statements.join('\n') ?? t('template.firstStatements'),
    },
    schema: Schema,
    toInput: ({ name, classCode, language, statements, ...content }) => ({
      name: name.trim(),
      classCode: classCode.trim().toUpperCase(),
      language,
      content: {
        ...content,
        statements: statements
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean),
      },
    }),
    onSend: (body) => command.mutate({ template, body }),
  })
  const { values } = form
  const toggle = (field: Values['fields'][number]) => {
    const chosen = new Set(values.fields)
    if (!chosen.delete(field)) chosen.add(field)
    form.set({ fields: REPORT_FIELDS.filter((one) => chosen.has(one)) })
  }
  return (
    <form {...form.form} className="stack">
      <FormErrors errors={form.errors} idOf={form.idOf} />
      <ProblemSummary error={command.error} />
      <div className={styles.cells}>
        <TextField label={t('template.name')} maxLength={100} {...form.field('name')} />
        <TextField label={t('template.class')} hint={t('template.classHint')} maxLength={4} {...form.field('classCode')} />
        <SelectField
          label={t('template.language')}
          options={(['zh', 'en', 'zh_en'] as const).map((value) => ({ value, label: t(`language.${value}`) }))}
          value={values.language}
          onPick={(language) => form.set({ language })}
        />
      </div>
      <div className={styles.cells}>
        <TextField label={t('template.title')} maxLength={60} {...form.field('title')} error={form.errorOf('content.title')} />
        <TextField label={t('template.subtitle')} maxLength={120} {...form.field('subtitle')} />
        <TextField label={t('template.address')} maxLength={200} {...form.field('address')} />
        <TextField label={t('template.contact')} maxLength={200} {...form.field('contact')} />
      </div>
      <fieldset>
        <legend className="field-label">{t('template.fields')}</legend>
        <div className={styles.cells}>
          {REPORT_FIELDS.map((field) => (
            <Check key={field} isChecked={values.fields.includes(field)} onChange={() => toggle(field)}>
              {t(`field.${field}`)}
            </Check>
          ))}
        </div>
      </fieldset>
      <TextArea
        label={t('template.statements')}
        hint={t('template.statementsHint')}
        rows={5}
        value={values.statements}
        onChange={(event) => form.set({ statements: event.target.value })}
        error={form.errorOf('content.statements')}
      />
      <div className="row g8">
        <Button kind="primary" type="submit" isBusy={command.isPending}>
          {t(template ? 'template.keep' : 'template.add')}
        </Button>
        <Button onClick={onDone}>{t('cancel')}</Button>
      </div>
    </form>
  )
}
