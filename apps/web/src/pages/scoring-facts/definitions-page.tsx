import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

import { RelationsTable } from '../../features/scoring-facts/relations-table.tsx'
import { useAccess } from '../../lib/session.ts'
import { type Definition, FACT_CERTAINTY, useFactNames } from '../../lib/use-fact-names.ts'
import { useFormat } from '../../lib/use-format.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Panel } from '../../ui/panel.tsx'
import { CertaintyTag, Tag } from '../../ui/tag.tsx'

/** Who states what, in which unit, and what is plausible today. */
export function DefinitionsPage() {
  const { t } = useTranslation('scoring-facts')
  const format = useFormat()
  const mayWrite = useAccess('scoring.fact.write')
  const { definitions, relations, nameOf, unitOf } = useFactNames()
  const limit = (value: number | null | undefined) => (value === null || value === undefined ? '—' : format.number(value))
  const columns: Column<Definition>[] = [
    {
      key: 'fact',
      title: t('data.fact'),
      cell: (row) => (
        <>
          <Link to="/o/facts/definitions/$code" params={{ code: row.code }}>
            {nameOf(row.code)}
          </Link>{' '}
          <CertaintyTag certainty={FACT_CERTAINTY[row.certainty]} />
          <div className="s t3">{t('definitions.code', { code: row.code })}</div>
        </>
      ),
    },
    { key: 'unit', title: t('definitions.unit'), cell: (row) => <span className="nw">{unitOf(row.code)}</span> },
    {
      key: 'authority',
      title: t('definitions.authority'),
      cell: (row) => (
        <>
          {row.authority.map((source) => t(`source.${source}`)).join(' › ')}{' '}
          {row.needsConsent && <Tag kind="line">{t('definitions.consentShort')}</Tag>}
        </>
      ),
    },
    { key: 'low', title: t('definitions.lowShort'), look: 'num', cell: (row) => limit(row.limits?.low) },
    { key: 'high', title: t('definitions.highShort'), look: 'num', cell: (row) => limit(row.limits?.high) },
    {
      key: 'factor',
      title: t('definitions.factorShort'),
      look: 'num',
      cell: (row) => (row.limits?.factor ? `×${row.limits.factor}` : '—'),
    },
    {
      key: 'least',
      title: t('definitions.leastShort'),
      look: 'num',
      cell: (row) => (row.limits ? format.percent(row.limits.leastKnownRatio) : '—'),
    },
  ]
  return (
    <>
      <PageHead title={t('definitions.title')} line={t('definitions.lead')} />
      <div className="stack">
        <Panel isFlush>
          <DataTable caption={t('definitions.title')} columns={columns} rows={definitions} rowKey={(row) => row.code} />
        </Panel>
        <RelationsTable rules={relations} mayWrite={mayWrite} part={null} />
      </div>
    </>
  )
}
