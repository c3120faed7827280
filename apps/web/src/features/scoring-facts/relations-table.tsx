import type { FactRelationRule } from '@jiju/scoring/contract/fact-rules'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dayNow } from '../../lib/format.ts'
import { useCommand } from '../../lib/use-command.ts'
import { FACT_CERTAINTY, useFactNames } from '../../lib/use-fact-names.ts'
import { Button } from '../../ui/button.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Check, SelectField } from '../../ui/field.tsx'
import { Panel } from '../../ui/panel.tsx'
import { CertaintyTag } from '../../ui/tag.tsx'
import { UnitField } from '../../ui/unit-field.tsx'
import { setRelation } from './calls.ts'
import { useRuleColumns } from './rule-columns.tsx'
import { SetRule, standingOn } from './set-rule.tsx'

type Edited = Pick<FactRelationRule, 'part' | 'whole' | 'factor' | 'severity' | 'certainty'>

/** Parts that are compared with their wholes; `part` is whose page this is, for a new comparison. */
export function RelationsTable({ rules, mayWrite, part }: { rules: readonly FactRelationRule[]; mayWrite: boolean; part: string | null }) {
  const { t } = useTranslation('scoring-facts')
  const { nameOf, definitions } = useFactNames()
  const [edited, setEdited] = useState<Edited | null>(null)
  const dated = useRuleColumns<FactRelationRule>()
  const columns: Column<FactRelationRule>[] = [
    { key: 'part', title: t('definitions.part'), cell: (row) => nameOf(row.part) },
    { key: 'whole', title: t('definitions.whole'), cell: (row) => nameOf(row.whole) },
    {
      key: 'factor',
      title: t('definitions.most'),
      look: 'num',
      cell: (row) => (row.factor === null ? t('definitions.notCompared') : `×${row.factor}`),
    },
    {
      key: 'severity',
      title: t('definitions.severity'),
      cell: (row) => (
        <span className="row g8 wrap">
          {row.factor === null ? '—' : t(`definitions.${row.severity}`)} <CertaintyTag certainty={FACT_CERTAINTY[row.certainty]} />
        </span>
      ),
    },
    dated.first,
    dated.last,
  ]
  if (mayWrite)
    columns.push({
      key: 'next',
      title: '',
      look: 'action',
      cell: (row) =>
        row.state === 'in_force' && (
          <Button size="sm" onClick={() => setEdited(row)}>
            {t('rule.change')}
          </Button>
        ),
    })
  const newOne = (): Edited => ({
    part: part ?? '',
    whole: definitions.find(({ code }) => code !== part)?.code ?? '',
    factor: 1,
    severity: 'question',
    certainty: 'to_confirm',
  })
  return (
    <Panel
      title={t('definitions.relations')}
      note={t('definitions.relationsNote')}
      extra={
        mayWrite &&
        part !== null && (
          <Button size="sm" onClick={() => setEdited(newOne())}>
            {t('definitions.addRelation')}
          </Button>
        )
      }
      isFlush
    >
      {rules.length === 0 ? (
        <p className="panel-body t3">{t('definitions.noRelations')}</p>
      ) : (
        <DataTable caption={t('definitions.relations')} columns={columns} rows={rules} rowKey={(row) => row.id} />
      )}
      {edited && <Edit relation={edited} isNew={!rules.some((rule) => rule === edited)} rules={rules} onClose={() => setEdited(null)} />}
    </Panel>
  )
}

function Edit({
  relation,
  isNew,
  rules,
  onClose,
}: {
  relation: Edited
  isNew: boolean
  rules: readonly FactRelationRule[]
  onClose: () => void
}) {
  const { t } = useTranslation('scoring-facts')
  const { nameOf, definitions } = useFactNames()
  const client = useQueryClient()
  const [dating, setDating] = useState({ validFrom: dayNow(), reason: '' })
  const [form, setForm] = useState({ ...relation, factor: String(relation.factor ?? 1) })
  const [isCompared, setCompared] = useState(relation.factor !== null)
  const save = useCommand({
    run: setRelation,
    onDone: async () => {
      onClose()
      await client.invalidateQueries({ queryKey: ['facts'] })
    },
  })
  const { part, whole, severity, certainty } = form
  const factor = Number(form.factor)
  return (
    <SetRule
      title={isNew ? t('definitions.addRelation') : t('definitions.relationTitle', { part: nameOf(part), whole: nameOf(whole) })}
      dating={dating}
      onDating={setDating}
      error={save.error}
      isPending={save.isPending}
      isComplete={!isCompared || factor > 0}
      onSave={() => {
        const pair = rules.filter((rule) => rule.part === part && rule.whole === whole)
        const replaces = standingOn(pair, dating.validFrom)
        save.mutate({ part, whole, severity, certainty, factor: isCompared ? factor : null, ...dating, replaces })
      }}
      onClose={onClose}
    >
      {isNew && (
        <SelectField
          label={t('definitions.whole')}
          value={whole}
          options={definitions.filter(({ code }) => code !== part).map(({ code }) => ({ value: code, label: nameOf(code) }))}
          onPick={(value) => setForm({ ...form, whole: value })}
        />
      )}
      <Check isChecked={isCompared} onChange={setCompared}>
        {t('definitions.compared')}
      </Check>
      {isCompared && (
        <>
          <UnitField
            label={t('definitions.mostLabel')}
            unit={t('rule.times')}
            inputMode="decimal"
            value={form.factor}
            onChange={(event) => setForm({ ...form, factor: event.target.value })}
          />
          <SelectField
            label={t('definitions.severity')}
            value={severity}
            options={(['question', 'refusal'] as const).map((value) => ({ value, label: t(`definitions.${value}`) }))}
            onPick={(value) => setForm({ ...form, severity: value })}
          />
        </>
      )}
      <SelectField
        label={t('definitions.certainty')}
        value={certainty}
        options={(['seen', 'second_hand', 'to_confirm'] as const).map((value) => ({ value, label: t(`definitions.${value}`) }))}
        onPick={(value) => setForm({ ...form, certainty: value })}
      />
    </SetRule>
  )
}
