import { type StandardDetail, StandardInput } from '@jiju/catalog/contract/standards'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../lib/use-command.ts'
import { useForm } from '../../../lib/use-form.ts'
import { Button } from '../../../ui/button.tsx'
import { SelectField, TextField } from '../../../ui/field.tsx'
import { FormErrors } from '../../../ui/form-errors.tsx'
import { DateField } from '../../../ui/late/moment-field.tsx'
import { ProblemSummary } from '../../../ui/problem-summary.tsx'
import { QueryView } from '../../../ui/query-view.tsx'
import { addStandard, changeStandard, standardOptions } from '../calls.ts'
import { ListField } from '../editor/list-field.tsx'

const STATUSES = StandardInput.shape.status.options

/** A standard by hand: the exception beside imports. */
export function StandardForm({ id, onDone }: { id: string | null; onDone: () => Promise<void> }) {
  const query = useQuery({ ...standardOptions(id ?? ''), enabled: id !== null, staleTime: 0 })
  if (id === null) return <Form standard={null} onDone={onDone} />
  return <QueryView query={query}>{(standard) => <Form key={standard.version} standard={standard} onDone={onDone} />}</QueryView>
}

function Form({ standard, onDone }: { standard: StandardDetail | null; onDone: () => Promise<void> }) {
  const { t } = useTranslation(['operations', 'common', 'editor'])
  const add = useCommand({ run: addStandard, onDone })
  const change = useCommand({ run: changeStandard, onDone })
  const form = useForm({
    initial: {
      number: standard?.number ?? '',
      titleZh: standard?.titleZh ?? '',
      titleEn: standard?.titleEn ?? '',
      field: standard?.field ?? '',
      category: standard?.category ?? '',
      subcategory: standard?.subcategory ?? '',
      publishedOn: standard?.publishedOn ?? '',
      effectiveOn: standard?.effectiveOn ?? '',
      effectiveNote: standard?.effectiveNote ?? '',
      withdrawnOn: standard?.withdrawnOn ?? '',
      source: standard?.source ?? '',
      lastCheckedOn: standard?.lastCheckedOn ?? '',
      status: standard?.status ?? ('active' as (typeof STATUSES)[number]),
      replaces: standard?.predecessors.map((each) => each.number) ?? [],
    },
    schema: StandardInput,
    toInput: ({ number, status, replaces, ...texts }): StandardInput =>
      ({
        number,
        status,
        replaces,
        ...Object.fromEntries(Object.entries(texts).map(([name, value]) => [name, value.trim() || null])),
      }) as StandardInput,
    onSend: (body) => (standard ? change.mutate({ target: standard, body }) : add.mutate(body)),
  })
  return (
    <form className="form form-wide" {...form.form}>
      <FormErrors errors={form.errors} idOf={form.idOf} />
      <ProblemSummary error={add.error ?? change.error} idOf={(field) => form.idOf(field.slice(1))} />
      <div className="form-pair">
        <TextField {...form.field('number')} label={t('data.standards.number')} />
        <SelectField
          label={t('data.standards.state')}
          value={form.values.status}
          options={STATUSES.map((value) => ({ value, label: t(`common:standardStatus.${value}`) }))}
          onPick={(status) => form.set({ status })}
        />
      </div>
      <TextField {...form.field('titleZh')} label={t('data.standards.titleZh')} />
      <TextField {...form.field('titleEn')} label={t('data.standards.titleEn')} lang="en" />
      <div className="form-pair">
        <DateField {...form.field('publishedOn')} label={t('data.standards.published')} />
        <DateField {...form.field('effectiveOn')} label={t('data.standards.effective')} />
        <DateField {...form.field('withdrawnOn')} label={t('data.standards.withdrawn')} />
        <DateField {...form.field('lastCheckedOn')} label={t('data.standards.checkedOn')} />
        <TextField {...form.field('field')} label={t('data.standards.field')} />
        <TextField {...form.field('category')} label={t('data.standards.category')} />
      </div>
      <ListField
        id={form.idOf('replaces')}
        label={t('data.standards.predecessors')}
        hint={t('editor:listHint')}
        error={form.errorOf('replaces')}
        value={form.values.replaces}
        onChange={(replaces) => form.set({ replaces })}
      />
      <TextField {...form.field('source')} label={t('data.standards.source')} />
      <div>
        <Button kind="primary" type="submit" isBusy={add.isPending || change.isPending}>
          {t('data.standards.save')}
        </Button>
      </div>
    </form>
  )
}
