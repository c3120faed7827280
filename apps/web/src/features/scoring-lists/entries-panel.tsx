import type { ListEntry, PublicList } from '@jiju/scoring/contract/lists'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDebounced } from '../../lib/use-debounced.ts'
import { useIsPhone } from '../../lib/use-media.ts'
import { usePages } from '../../lib/use-pages.ts'
import { type Column, DataTable, LoadMore } from '../../ui/data-table.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { Panel } from '../../ui/panel.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Bones, Empty } from '../../ui/states.tsx'
import { listEntries } from './calls.ts'
import { useListWords } from './rule-text.ts'

type Shown = Pick<PublicList, 'id' | 'rules' | 'stages' | 'titleZh' | 'titleEn' | 'entryCount' | 'edition' | 'model'>

/** Enterprises of a list by rank; scores only where the reader may see them. */
export function EntriesPanel({ list, isPublic, showsScores }: { list: Shown; isPublic: boolean; showsScores: boolean }) {
  const { t } = useTranslation('scoring-lists')
  const words = useListWords(list)
  const isPhone = useIsPhone()
  const [stage, setStage] = useState('')
  const [tier, setTier] = useState('')
  const [typed, setTyped] = useState('')
  const name = useDebounced(typed.trim(), 250)
  const filter = { stage, tier, words: name }
  const { query, items, more } = usePages<ListEntry>({
    queryKey: ['scoring', 'entries', list.id, list.edition, isPublic, filter],
    load: (cursor, signal) => listEntries({ id: list.id, isPublic }, filter, cursor, signal),
  })
  const hasStages = list.rules.kind === 'shares'
  const columns: Column<ListEntry>[] = [
    ...(isPhone ? [] : [{ key: 'rank', title: t('public.rank'), look: 'num' as const, width: 72, cell: (row: ListEntry) => row.rank }]),
    // The first cell is the title of a card.
    { key: 'name', title: t('public.name'), cell: (row) => (isPhone ? `${row.rank}　${row.name}` : row.name) },
    { key: 'stage', title: t('public.stage'), cell: (row) => words.stage(row.stage) },
    ...(hasStages ? [{ key: 'tier', title: t('public.tier'), cell: (row: ListEntry) => words.tier(row.tier) }] : []),
    ...(showsScores ? [{ key: 'score', title: t('public.score'), look: 'num' as const, cell: (row: ListEntry) => row.score }] : []),
  ]
  const { rules } = list
  const tied = rules.kind === 'top' && list.entryCount > rules.size ? ` · ${t('public.tied', { size: rules.size })}` : ''
  const all = (label: string) => ({ value: '', label })
  return (
    <Panel
      title={t('public.entries')}
      note={`${t('public.count', { count: list.entryCount })}${tied}`}
      extra={
        isPublic &&
        (['xlsx', 'csv'] as const).map((format) => (
          <a key={format} className="btn btn-sm" href={`/api/v1/scoring/public-lists/${list.id}/table?format=${format}`} download>
            {t(`public.${format}`)}
          </a>
        ))
      }
      isFlush
    >
      <div className="panel-body row g12 wrap">
        <TextField label={t('public.search')} value={typed} maxLength={100} onChange={(event) => setTyped(event.target.value)} />
        {hasStages && list.stages.length > 0 && (
          <SelectField
            label={t('public.stage')}
            value={stage}
            onPick={setStage}
            options={[all(t('public.allStages')), ...list.stages.map(({ code }) => ({ value: code, label: words.stage(code) }))]}
          />
        )}
        {hasStages && (
          <SelectField
            label={t('public.tier')}
            value={tier}
            onPick={setTier}
            options={[all(t('public.allTiers')), ...words.tiers.map((label, place) => ({ value: String(place), label }))]}
          />
        )}
      </div>
      <QueryView query={query} skeleton={<Bones rows={8} />}>
        {() =>
          items.length === 0 ? (
            <Empty title={t('public.noMatch')} />
          ) : (
            <>
              <DataTable caption={t('public.entries')} columns={columns} rows={items} rowKey={(row) => String(row.position)} />
              <LoadMore {...more} />
            </>
          )
        }
      </QueryView>
    </Panel>
  )
}
