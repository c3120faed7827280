import type { FactStatement } from '@jiju/scoring/contract/facts'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { TextField } from '../../ui/field.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Empty } from '../../ui/states.tsx'
import { CertaintyTag, Tag } from '../../ui/tag.tsx'
import { AskReason } from './ask-reason.tsx'
import { correctFact } from './calls.ts'
import { useFactNames } from './use-fact-names.ts'

/** What counts of each fact and period, then everything else that was ever said. */
export function FactsPanel({ facts, correctFor }: { facts: readonly FactStatement[]; correctFor: string | null }) {
  const { t } = useTranslation('scoring-facts')
  const { nameOf, unitOf } = useFactNames()
  const format = useFormat()
  const [corrected, setCorrected] = useState<FactStatement | null>(null)
  const counting = facts.filter(({ isUsed }) => isUsed)
  const others = facts.filter(({ isUsed }) => !isUsed)
  const columns: Column<FactStatement>[] = [
    {
      key: 'fact',
      title: t('enterprise.fact'),
      cell: (row) => (
        <>
          {nameOf(row.factCode)}
          <div className="s t3">{row.period}</div>
        </>
      ),
    },
    {
      key: 'value',
      title: t('enterprise.value'),
      look: 'num',
      cell: (row) => (
        <span className="nw">
          {format.number(Number(row.value), row.value.includes('.') ? 2 : 0)} {unitOf(row.factCode)}
        </span>
      ),
    },
    {
      key: 'source',
      title: t('enterprise.source'),
      cell: (row) => (
        <span className="row g8">
          {t(`source.${row.source}`)}
          {row.confidence !== 'proved' && <CertaintyTag certainty="unconfirmed" />}
          {row.isChosen && <Tag kind="accent">{t('enterprise.chosen')}</Tag>}
          {row.lacksConsent && <Tag kind="warn">{t('enterprise.noConsent')}</Tag>}
        </span>
      ),
    },
    { key: 'received', title: t('enterprise.received'), cell: (row) => format.day(row.receivedAt.slice(0, 10)) },
    { key: 'reason', title: t('enterprise.reason'), cell: (row) => [row.document, row.reason].filter(Boolean).join(' · ') || '—' },
  ]
  const action: Column<FactStatement> = {
    key: 'next',
    title: '',
    look: 'action',
    cell: (row) =>
      row.state === 'current' && (
        <Button size="sm" onClick={() => setCorrected(row)}>
          {t('enterprise.correct')}
        </Button>
      ),
  }
  const all = correctFor ? [...columns, action] : columns
  return (
    <>
      <Panel title={t('enterprise.facts')} isFlush>
        {counting.length === 0 ? (
          <Empty title={t('enterprise.noFacts')} />
        ) : (
          <DataTable caption={t('enterprise.facts')} columns={all} rows={counting} rowKey={(row) => row.id} />
        )}
      </Panel>
      {others.length > 0 && (
        <details className="panel">
          <summary style={{ padding: 16 }}>
            {t('enterprise.history')} · {t('enterprise.historyCount', { count: others.length })}
          </summary>
          <DataTable caption={t('enterprise.history')} columns={all} rows={others} rowKey={(row) => row.id} />
        </details>
      )}
      {corrected && correctFor && <Correct enterpriseId={correctFor} fact={corrected} onClose={() => setCorrected(null)} />}
    </>
  )
}

function Correct({ enterpriseId, fact, onClose }: { enterpriseId: string; fact: FactStatement; onClose: () => void }) {
  const { t } = useTranslation('scoring-facts')
  const { nameOf } = useFactNames()
  const client = useQueryClient()
  const [value, setValue] = useState(fact.value)
  const [document, setDocument] = useState('')
  const correct = useCommand({
    run: correctFact,
    onDone: async () => {
      onClose()
      await client.invalidateQueries({ queryKey: ['facts'] })
    },
  })
  const { factCode, period, source } = fact
  return (
    <AskReason
      title={t('enterprise.correctTitle', { fact: nameOf(factCode), period })}
      line={t('enterprise.correctLine')}
      label={t('enterprise.why')}
      error={correct.error}
      isPending={correct.isPending}
      onClose={onClose}
      onSend={(reason) => {
        const body = { factCode, period, source, replaces: fact.id, value: value.trim(), reason, ...(document && { document }) }
        correct.mutate({ id: enterpriseId, body })
      }}
    >
      <TextField
        label={t('enterprise.newValue')}
        inputMode="decimal"
        value={value}
        maxLength={30}
        onChange={(event) => setValue(event.target.value)}
      />
      <TextField label={t('enterprise.document')} value={document} maxLength={200} onChange={(event) => setDocument(event.target.value)} />
    </AskReason>
  )
}
