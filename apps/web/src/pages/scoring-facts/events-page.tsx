import type { NegativeEventOfEnterprise } from '@jiju/scoring/contract/fact-events'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type EventFilter, listEvents } from '../../features/scoring-facts/calls.ts'
import { useEventColumns } from '../../features/scoring-facts/event-columns.tsx'
import { RecordEvent } from '../../features/scoring-facts/record-event.tsx'
import { useEventKinds } from '../../features/scoring-facts/use-event-kinds.ts'
import { useAccess } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { usePages } from '../../lib/use-pages.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { DataTable, LoadMore } from '../../ui/data-table.tsx'
import { SelectField } from '../../ui/field.tsx'
import { Figures } from '../../ui/figures.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Panel } from '../../ui/panel.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { Bones, Empty } from '../../ui/states.tsx'

/** What counts against enterprises of the district: recorded, repaired, expired, taken back. */
export function EventsPage() {
  const { t } = useTranslation('scoring-facts')
  const mayWrite = useAccess('scoring.fact.write')
  const filter = useSearch({ from: '/work/o/facts/events' })
  const navigate = useNavigate()
  const [isRecording, setRecording] = useState(false)
  const { query, items, more } = usePages<NegativeEventOfEnterprise>({
    queryKey: ['facts', 'events', filter],
    load: (cursor) => listEvents(filter, cursor),
  })
  const { columns, dialog } = useEventColumns<NegativeEventOfEnterprise>(mayWrite)
  const isFiltered = Object.values(filter).some(Boolean)
  return (
    <>
      <PageHead
        title={t('event.title')}
        line={t('event.lead')}
        actions={
          mayWrite && (
            <>
              <ButtonLink to="/o/facts/imports" search={{ content: 'events' }}>
                {t('event.import')}
              </ButtonLink>
              <Button kind="primary" onClick={() => setRecording(true)}>
                {t('event.record')}
              </Button>
            </>
          )
        }
      />
      <div className="stack">
        <Counts />
        <Filters filter={filter} onChange={(next) => void navigate({ to: '/o/facts/events', search: next, replace: true })} />
        <QueryView query={query} skeleton={<Bones rows={8} />} isPage>
          {() => (
            <Panel isFlush>
              {items.length === 0 ? (
                <Empty title={isFiltered ? t('event.noneFiltered') : t('event.none')} />
              ) : (
                <>
                  <DataTable
                    caption={t('event.title')}
                    columns={[
                      {
                        key: 'enterprise',
                        title: t('enterprises.name'),
                        cell: (row) => (
                          <>
                            <Link to="/o/facts/enterprises/$id" params={{ id: row.enterpriseId }}>
                              {row.enterpriseName}
                            </Link>
                            <div className="s t3">{row.creditCode}</div>
                          </>
                        ),
                      },
                      ...columns,
                    ]}
                    rows={items}
                    rowKey={(row) => row.id}
                  />
                  <LoadMore {...more} />
                </>
              )}
            </Panel>
          )}
        </QueryView>
      </div>
      {dialog}
      {isRecording && <RecordEvent enterprise={null} onClose={() => setRecording(false)} />}
    </>
  )
}

function Counts() {
  const { t } = useTranslation('scoring-facts')
  const format = useFormat()
  const { kinds } = useEventKinds()
  const sum = (of: (kind: (typeof kinds)[number]) => number) => format.number(kinds.reduce((total, kind) => total + of(kind), 0))
  return (
    <Figures
      items={[
        { key: 'open', label: t('event.openCount'), value: sum(({ open }) => open) },
        { key: 'veto', label: t('event.vetoCount'), value: sum(({ open, isVeto }) => (isVeto ? open : 0)), note: t('event.vetoNote') },
        { key: 'repaired', label: t('event.repairedCount'), value: sum(({ repaired }) => repaired) },
        { key: 'expired', label: t('event.expiredCount'), value: sum(({ expired }) => expired) },
      ]}
    />
  )
}

function Filters({ filter, onChange }: { filter: EventFilter; onChange: (next: EventFilter) => void }) {
  const { t } = useTranslation('scoring-facts')
  const { kinds, nameOf } = useEventKinds()
  const set = (name: keyof EventFilter) => (value: string) => onChange({ ...filter, [name]: value || undefined })
  return (
    <div className="filters" style={{ marginBottom: 0 }}>
      <SearchField label={t('event.search')} value={filter.q ?? ''} onChange={set('q')} />
      <SelectField
        label={t('event.kind')}
        isLabelHidden
        value={filter.code ?? ''}
        options={[{ value: '', label: t('event.allKinds') }, ...kinds.map(({ code }) => ({ value: code, label: nameOf(code) }))]}
        onPick={set('code')}
      />
      <SelectField
        label={t('event.state')}
        isLabelHidden
        value={filter.state ?? ''}
        options={[
          { value: '', label: t('event.live') },
          ...(['open', 'repaired', 'ended', 'all'] as const).map((value) => ({ value, label: t(`event.${value}`) })),
        ]}
        onPick={set('state')}
      />
      <SelectField
        label={t('event.expiry')}
        isLabelHidden
        value={filter.expired ?? ''}
        options={[
          { value: '', label: t('event.expiredOrNot') },
          { value: 'no', label: t('event.notExpired') },
          { value: 'yes', label: t('event.expired') },
        ]}
        onPick={set('expired')}
      />
      {Object.values(filter).some(Boolean) && <Button onClick={() => onChange({})}>{t('event.clear')}</Button>}
    </div>
  )
}
