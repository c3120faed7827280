import { type Site, SiteInput } from '@jiju/catalog/contract/sites'
import { addDays } from '@jiju/kernel/local-date'
import { useTranslation } from 'react-i18next'
import { dayNow, REGION_ZONE } from '../../../lib/format.ts'
import { useCommand } from '../../../lib/use-command.ts'
import { useForm } from '../../../lib/use-form.ts'
import { Button } from '../../../ui/button.tsx'
import { SelectField, TextField } from '../../../ui/field.tsx'
import { FormErrors } from '../../../ui/form-errors.tsx'
import { DateField } from '../../../ui/late/moment-field.tsx'
import { ProblemSummary } from '../../../ui/problem-summary.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { addSite, changeSite } from '../calls.ts'
import { OpeningEditor } from './opening-editor.tsx'
import { TimeSpanFields } from './time-span-fields.tsx'

const HOLIDAY_RULES = SiteInput.shape.holidayRule.options
const WORKING_WEEK = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, start: '09:00', end: '17:00' }))

/** Address, position, opening hours, holidays and special days of a site. */
export function SiteForm({ site, onDone }: { site: Site | null; onDone: (site: Site) => void }) {
  const { t } = useTranslation('editor')
  const add = useCommand({ run: addSite, onDone })
  const change = useCommand({ run: changeSite, onDone })
  const text = (value: string) => (value.trim() === '' ? null : value)
  const coordinate = (value: string) => (value.trim() === '' ? null : Number(value))
  const form = useForm({
    initial: {
      name: site?.name ?? '',
      nameEn: site?.nameEn ?? '',
      address: site?.address ?? '',
      district: site?.district ?? '',
      postcode: site?.postcode ?? '',
      longitude: site?.longitude?.toString() ?? '',
      latitude: site?.latitude?.toString() ?? '',
      zone: site?.zone ?? REGION_ZONE,
      opening: site?.opening ?? WORKING_WEEK,
      holidayRule: site?.holidayRule ?? ('closed' as (typeof HOLIDAY_RULES)[number]),
      dayExceptions: site?.dayExceptions ?? [],
      accessNote: site?.accessNote ?? '',
    },
    schema: SiteInput,
    toInput: (values): SiteInput => ({
      ...values,
      nameEn: text(values.nameEn),
      district: text(values.district),
      postcode: text(values.postcode),
      longitude: coordinate(values.longitude),
      latitude: coordinate(values.latitude),
      accessNote: text(values.accessNote),
    }),
    onSend: (body) => (site ? change.mutate({ target: site, body }) : add.mutate(body)),
  })
  const { values } = form
  return (
    <form className="form form-wide" {...form.form}>
      <FormErrors errors={form.errors} idOf={form.idOf} />
      <ProblemSummary error={add.error ?? change.error} idOf={(field) => form.idOf(field.slice(1))} />
      <div className="form-pair">
        <TextField {...form.field('name')} label={t('sites.name')} />
        <TextField {...form.field('nameEn')} label={t('sites.nameEn')} hint={t('optional')} lang="en" />
      </div>
      <TextField {...form.field('address')} label={t('sites.address')} />
      <div className="form-pair">
        <TextField {...form.field('district')} label={t('sites.district')} hint={t('optional')} />
        <TextField {...form.field('postcode')} label={t('sites.postcode')} hint={t('optional')} />
        <TextField {...form.field('longitude')} label={t('sites.longitude')} inputMode="decimal" hint={t('optional')} />
        <TextField {...form.field('latitude')} label={t('sites.latitude')} inputMode="decimal" hint={t('optional')} />
      </div>
      <fieldset className="form-group" id={form.idOf('opening')} tabIndex={-1}>
        <legend>{t('sites.opening')}</legend>
        <OpeningEditor value={values.opening} onChange={(opening) => form.set({ opening })} errors={form.errors} />
        <div className="form-pair">
          <SelectField
            label={t('sites.holidayRule')}
            value={values.holidayRule}
            options={HOLIDAY_RULES.map((value) => ({ value, label: t(`sites.holiday.${value}`) }))}
            onPick={(holidayRule) => form.set({ holidayRule })}
          />
          <TextField {...form.field('zone')} label={t('sites.zone')} />
        </div>
      </fieldset>
      <fieldset className="form-group" id={form.idOf('dayExceptions')} tabIndex={-1}>
        <legend>{t('sites.exceptions')}</legend>
        <ExceptionsEditor value={values.dayExceptions} onChange={(dayExceptions) => form.set({ dayExceptions })} />
      </fieldset>
      <TextArea {...form.field('accessNote')} label={t('sites.accessNote')} hint={t('optional')} />
      <div>
        <Button kind="primary" type="submit" isBusy={add.isPending || change.isPending}>
          {t('sites.save')}
        </Button>
      </div>
    </form>
  )
}

type Exceptions = SiteInput['dayExceptions']

function ExceptionsEditor({ value, onChange }: { value: Exceptions; onChange: (exceptions: Exceptions) => void }) {
  const { t } = useTranslation('editor')
  const set = (index: number, change: Partial<Exceptions[number]>) =>
    onChange(value.map((each, at) => (at === index ? { ...each, ...change } : each)))
  return (
    <div className="stack" style={{ gap: 8 }}>
      {value.length === 0 && <p className="t3">{t('sites.exceptionNone')}</p>}
      {value.map((exception, index) => {
        const [range] = exception.open
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place until it is saved.
          <div key={index} className="row g8 wrap">
            <div style={{ width: 160 }}>
              <DateField
                isLabelHidden
                label={`${t('sites.exceptionDay')} ${index + 1}`}
                value={exception.day}
                onChange={({ target }) => set(index, { day: target.value })}
              />
            </div>
            <select
              className="select"
              style={{ width: 140 }}
              aria-label={`${exception.day} ${t('sites.opening')}`}
              value={range ? 'open' : 'closed'}
              onChange={(event) => set(index, { open: event.target.value === 'open' ? [{ start: '09:00', end: '17:00' }] : [] })}
            >
              <option value="closed">{t('sites.exceptionClosed')}</option>
              <option value="open">{t('sites.exceptionOpen')}</option>
            </select>
            {range && (
              <TimeSpanFields
                of={exception.day}
                span={range}
                onChange={(change) => set(index, { open: [{ ...range, ...change }, ...exception.open.slice(1)] })}
              />
            )}
            <Button size="sm" kind="text" onClick={() => onChange(value.filter((_, at) => at !== index))}>
              {t('sites.exceptionRemove')}
            </Button>
          </div>
        )
      })}
      <div>
        <Button size="sm" onClick={() => onChange([...value, { day: addDays(value.at(-1)?.day || dayNow(), 1), open: [] }])}>
          {t('sites.exceptionAdd')}
        </Button>
      </div>
    </div>
  )
}
