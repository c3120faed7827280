import type { QualificationRule } from '@jiju/booking/contract/qualifications'
import { LEVELS, type Level } from '@jiju/booking/core/qualification/levels'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { Check, SelectField } from '../../ui/field.tsx'
import { TimeField } from '../../ui/late/moment-field.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { toast } from '../../ui/toast.tsx'
import { UnitField } from '../../ui/unit-field.tsx'
import { ruleOptions, saveRule } from './calls.ts'

/** Sets what self-service on one instrument asks for. */
export function RuleDrawer({ resourceId, title, onClose }: { resourceId: string; title: string; onClose: () => void }) {
  const query = useQuery(ruleOptions(resourceId))
  return (
    <Drawer title={title} isOpen onClose={onClose}>
      <QueryView query={query}>{(rule) => <RuleForm key={rule.version} rule={rule} onClose={onClose} />}</QueryView>
    </Drawer>
  )
}

const clock = (minute: number) => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
const minuteOf = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5))
const numberOrNull = (text: string) => (text.trim() === '' ? null : Number(text))

function RuleForm({ rule, onClose }: { rule: QualificationRule; onClose: () => void }) {
  const { t } = useTranslation('qualification')
  const client = useQueryClient()
  const [values, setValues] = useState({
    level: String(rule.level),
    after: String(rule.afterHoursLevel ?? ''),
    from: clock(rule.dayStartMinute),
    until: clock(rule.dayEndMinute),
    weekend: rule.isWeekendAfterHours,
    disuse: String(rule.disuseDays ?? ''),
    months: String(rule.validityMonths ?? ''),
    inside: rule.includesInside,
  })
  const set = (change: Partial<typeof values>) => setValues({ ...values, ...change })
  const command = useCommand({
    run: saveRule,
    onDone: async () => {
      toast(t('rule.done'))
      await client.invalidateQueries({ queryKey: ['qualifications'] })
      onClose()
    },
  })
  const send = () =>
    command.mutate({
      resourceId: rule.resourceId,
      version: rule.version,
      body: {
        level: Number(values.level),
        afterHoursLevel: numberOrNull(values.after) as Level | null,
        dayStartMinute: minuteOf(values.from),
        dayEndMinute: minuteOf(values.until),
        isWeekendAfterHours: values.weekend,
        disuseDays: numberOrNull(values.disuse),
        validityMonths: numberOrNull(values.months),
        includesInside: values.inside,
      },
    })
  const levels = LEVELS.map((value) => ({ value: String(value), label: t(`levels.${value}`) }))
  return (
    <div className="stack">
      <ProblemSummary error={command.error} />
      <SelectField
        label={t('rule.day')}
        value={values.level}
        options={[{ value: '0', label: t('rule.none') }, ...levels]}
        onPick={(level) => set({ level })}
      />
      <SelectField
        label={t('rule.afterHours')}
        value={values.after}
        options={[{ value: '', label: t('rule.same') }, ...levels.filter(({ value }) => Number(value) > Number(values.level))]}
        onPick={(after) => set({ after })}
      />
      {values.after !== '' && (
        <>
          <div className="form-pair">
            <TimeField label={t('rule.dayStart')} value={values.from} onChange={({ target }) => set({ from: target.value })} />
            <TimeField label={t('rule.dayEnd')} isEnd value={values.until} onChange={({ target }) => set({ until: target.value })} />
          </div>
          <Check isChecked={values.weekend} onChange={(weekend) => set({ weekend })}>
            {t('rule.weekend')}
          </Check>
        </>
      )}
      <div className="form-pair">
        <UnitField
          label={t('rule.validity')}
          unit={t('rule.months')}
          hint={t('rule.validityHint')}
          inputMode="numeric"
          value={values.months}
          onChange={({ target }) => set({ months: target.value })}
        />
        <UnitField
          label={t('rule.disuse')}
          unit={t('rule.days')}
          hint={t('rule.disuseHint')}
          inputMode="numeric"
          value={values.disuse}
          onChange={({ target }) => set({ disuse: target.value })}
        />
      </div>
      <Check isChecked={values.inside} onChange={(inside) => set({ inside })}>
        {t('rule.inside')}
      </Check>
      <p className="m t2">{t('rule.effect')}</p>
      <div>
        <Button kind="primary" isBusy={command.isPending} onClick={send}>
          {t('rule.save')}
        </Button>
      </div>
    </div>
  )
}
