import type { FactLimitRule } from '@jiju/scoring/contract/fact-rules'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dayNow } from '../../lib/format.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useWording } from '../../lib/use-wording.ts'
import { Button } from '../../ui/button.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Panel } from '../../ui/panel.tsx'
import { UnitField } from '../../ui/unit-field.tsx'
import { setLimits } from './calls.ts'
import { useRuleColumns } from './rule-columns.tsx'
import { SetRule, standingOn } from './set-rule.tsx'

/** What is plausible of a fact: the rule in force, planned ones and all before them. */
export function LimitsPanel({
  code,
  unit,
  rules,
  mayWrite,
}: {
  code: string
  unit: string
  rules: readonly FactLimitRule[]
  mayWrite: boolean
}) {
  const { t } = useTranslation('scoring-facts')
  const wording = useWording()
  const format = useFormat()
  const [isSetting, setSetting] = useState(false)
  const dated = useRuleColumns<FactLimitRule>()
  const limit = (value: number | null) => (value === null ? '—' : format.number(value))
  const columns: Column<FactLimitRule>[] = [
    dated.first,
    { key: 'low', title: wording.beside(t('definitions.lowShort'), unit), look: 'num', cell: (row) => limit(row.low) },
    { key: 'high', title: wording.beside(t('definitions.highShort'), unit), look: 'num', cell: (row) => limit(row.high) },
    { key: 'factor', title: t('definitions.factorShort'), look: 'num', cell: (row) => (row.factor === null ? '—' : `×${row.factor}`) },
    { key: 'least', title: t('definitions.leastShort'), look: 'num', cell: (row) => format.percent(row.leastKnownRatio) },
    dated.last,
  ]
  return (
    <Panel
      title={t('rule.limits')}
      note={t('rule.limitsNote')}
      extra={
        mayWrite && (
          <Button size="sm" onClick={() => setSetting(true)}>
            {t('rule.new')}
          </Button>
        )
      }
      isFlush
    >
      <DataTable caption={t('rule.limits')} columns={columns} rows={rules} rowKey={(row) => row.id} />
      {isSetting && <SetLimits {...{ code, unit, rules }} onClose={() => setSetting(false)} />}
    </Panel>
  )
}

const NUMBER = /^[-−]?\d+(\.\d+)?$/

function SetLimits({ code, unit, rules, onClose }: { code: string; unit: string; rules: readonly FactLimitRule[]; onClose: () => void }) {
  const { t } = useTranslation('scoring-facts')
  const client = useQueryClient()
  const standing = rules.find(({ state }) => state === 'in_force')
  const text = (value: number | null | undefined) => (value === null || value === undefined ? '' : String(value))
  const [dating, setDating] = useState({ validFrom: dayNow(), reason: '' })
  const [form, setForm] = useState({
    low: text(standing?.low),
    high: text(standing?.high),
    factor: text(standing?.factor),
    least: text(Math.round((standing?.leastKnownRatio ?? 0.6) * 100)),
  })
  const save = useCommand({
    run: setLimits,
    onDone: async () => {
      onClose()
      await client.invalidateQueries({ queryKey: ['facts'] })
    },
  })
  const field = (name: keyof typeof form) => ({
    inputMode: 'decimal' as const,
    value: form[name],
    error: form[name].trim() === '' || NUMBER.test(form[name].trim()) ? null : t('rule.notANumber'),
    onChange: (event: { target: { value: string } }) => setForm({ ...form, [name]: event.target.value }),
  })
  const number = (value: string) => (value.trim() === '' ? null : Number(value.trim().replace('−', '-')))
  const isComplete = Object.values(form).every((value) => value.trim() === '' || NUMBER.test(value.trim())) && form.least.trim() !== ''
  return (
    <SetRule
      title={t('rule.new')}
      dating={dating}
      onDating={setDating}
      error={save.error}
      isPending={save.isPending}
      isComplete={isComplete}
      onSave={() => {
        const limits = { low: number(form.low), high: number(form.high), factor: number(form.factor) }
        const leastKnownRatio = Number(form.least) / 100
        save.mutate({ code, body: { ...limits, leastKnownRatio, ...dating, replaces: standingOn(rules, dating.validFrom) } })
      }}
      onClose={onClose}
    >
      <UnitField label={t('definitions.low')} unit={unit} {...field('low')} />
      <UnitField label={t('definitions.high')} unit={unit} {...field('high')} />
      <UnitField label={t('definitions.factor')} hint={t('definitions.factorHint')} unit={t('rule.times')} {...field('factor')} />
      <UnitField label={t('definitions.least')} unit="%" {...field('least')} />
    </SetRule>
  )
}
