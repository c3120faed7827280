import { SOURCES } from '@jiju/scoring/core/facts/sources'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Definition, type DefinitionForm, editDefinition } from '../../features/scoring-facts/calls.ts'
import { useFactNames } from '../../features/scoring-facts/use-fact-names.ts'
import { useAccess } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Check, SelectField, TextField } from '../../ui/field.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { CertaintyTag } from '../../ui/tag.tsx'

const CERTAINTY = { seen: 'verified', second_hand: 'secondary', to_confirm: 'unconfirmed' } as const
type Source = (typeof SOURCES)[number]

/** Who states what, in which unit, and what is plausible. */
export function DefinitionsPage() {
  const { t } = useTranslation('scoring-facts')
  const format = useFormat()
  const mayWrite = useAccess('scoring.fact.write')
  const { definitions, relations, nameOf } = useFactNames()
  const [edited, setEdited] = useState<Definition | null>(null)
  const limit = (value: number | null) => (value === null ? '—' : format.number(value))
  const columns: Column<Definition>[] = [
    {
      key: 'fact',
      title: t('data.fact'),
      cell: (row) => (
        <>
          {nameOf(row.code)}（{row.unit}） <CertaintyTag certainty={CERTAINTY[row.certainty]} />
          <div className="s t3">{row.code}</div>
        </>
      ),
    },
    {
      key: 'authority',
      title: t('definitions.authority'),
      cell: (row) => row.authority.map((source) => t(`source.${source}`)).join(' › '),
    },
    { key: 'range', title: t('definitions.range'), look: 'num', cell: (row) => `${limit(row.low)} — ${limit(row.high)}` },
    { key: 'factor', title: t('definitions.times'), look: 'num', cell: (row) => (row.factor === null ? '—' : `×${row.factor}`) },
    {
      key: 'next',
      title: '',
      look: 'action',
      cell: (row) =>
        mayWrite && (
          <Button size="sm" onClick={() => setEdited(row)}>
            {t('definitions.edit')}
          </Button>
        ),
    },
  ]
  const relationColumns: Column<(typeof relations)[number]>[] = [
    { key: 'part', title: t('definitions.part'), cell: (row) => nameOf(row.part) },
    { key: 'whole', title: t('definitions.whole'), cell: (row) => nameOf(row.whole) },
    { key: 'times', title: t('definitions.times'), look: 'num', cell: (row) => `×${row.factor}` },
    {
      key: 'severity',
      title: t('definitions.severity'),
      cell: (row) => (
        <>
          {t(`definitions.${row.severity}`)} <CertaintyTag certainty={CERTAINTY[row.certainty]} />
        </>
      ),
    },
  ]
  return (
    <>
      <PageHead title={t('definitions.title')} line={t('definitions.lead')} />
      <div className="stack">
        <Panel isFlush>
          <DataTable caption={t('definitions.title')} columns={columns} rows={definitions} rowKey={(row) => row.code} />
        </Panel>
        <Panel title={t('definitions.relations')} isFlush>
          <DataTable
            caption={t('definitions.relations')}
            columns={relationColumns}
            rows={relations}
            rowKey={(row) => `${row.part} ${row.whole}`}
          />
        </Panel>
      </div>
      {edited && <Edit definition={edited} onClose={() => setEdited(null)} />}
    </>
  )
}

function Edit({ definition, onClose }: { definition: Definition; onClose: () => void }) {
  const { t } = useTranslation('scoring-facts')
  const { nameOf } = useFactNames()
  const client = useQueryClient()
  const text = (value: number | null) => (value === null ? '' : String(value))
  const [authority, setAuthority] = useState(definition.authority.join(', '))
  const [limits, setLimits] = useState({ low: text(definition.low), high: text(definition.high), factor: text(definition.factor) })
  const [needsConsent, setNeedsConsent] = useState(definition.needsConsent)
  const [certainty, setCertainty] = useState(definition.certainty)
  const number = (value: string) => (value.trim() === '' ? null : Number(value))
  const save = useCommand({
    run: editDefinition,
    onDone: async () => {
      onClose()
      await client.invalidateQueries({ queryKey: ['facts'] })
    },
  })
  const body: DefinitionForm = {
    authority: authority.split(/[,，\s]+/).filter((source): source is Source => (SOURCES as readonly string[]).includes(source)),
    low: number(limits.low),
    high: number(limits.high),
    factor: number(limits.factor),
    needsConsent,
    certainty,
  }
  return (
    <Dialog
      title={t('definitions.editTitle', { fact: nameOf(definition.code) })}
      isOpen
      onClose={onClose}
      foot={
        <Button
          kind="primary"
          isBusy={save.isPending}
          onClick={() => save.mutate({ code: definition.code, version: definition.version, body })}
        >
          {t('enterprises.save')}
        </Button>
      }
    >
      <div className="stack">
        <ProblemSummary error={save.error} />
        <TextField
          label={t('definitions.authority')}
          hint={`${t('definitions.order')}: ${SOURCES.join(', ')}`}
          value={authority}
          onChange={(event) => setAuthority(event.target.value)}
        />
        {(['low', 'high', 'factor'] as const).map((name) => (
          <TextField
            key={name}
            label={t(`definitions.${name}`)}
            inputMode="decimal"
            value={limits[name]}
            onChange={(event) => setLimits({ ...limits, [name]: event.target.value })}
          />
        ))}
        <SelectField
          label={t('definitions.certainty')}
          value={certainty}
          options={(['seen', 'second_hand', 'to_confirm'] as const).map((value) => ({ value, label: t(`definitions.${value}`) }))}
          onPick={setCertainty}
        />
        <Check isChecked={needsConsent} onChange={setNeedsConsent}>
          {t('definitions.consent')}
        </Check>
      </div>
    </Dialog>
  )
}
