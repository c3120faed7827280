import type { OwnObjection } from '@jiju/scoring/contract/objections'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { usePages } from '../../lib/use-pages.ts'
import { type Column, DataTable, LoadMore } from '../../ui/data-table.tsx'
import { Panel } from '../../ui/panel.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Bones } from '../../ui/states.tsx'
import { listOwnObjections } from './calls.ts'
import { ObjectionClock } from './objection-clock.tsx'
import { ObjectionStateTag } from './objection-view.tsx'

/** Objections of the own organisation: where each stands, how long the office has, and what it answered. */
export function OwnObjections() {
  const { t, i18n } = useTranslation('scoring-lists')
  const format = useFormat()
  const { query, items, more } = usePages<OwnObjection>({ queryKey: ['scoring', 'own-objections'], load: listOwnObjections })
  const columns: Column<OwnObjection>[] = [
    {
      key: 'number',
      title: t('object.number'),
      cell: (row) => (
        <>
          <Link to="/objections/$id" params={{ id: row.id }} style={{ whiteSpace: 'nowrap' }}>
            {row.number}
          </Link>
          <div className="s t3">{i18n.language === 'en' ? row.listTitleEn : row.listTitleZh}</div>
        </>
      ),
    },
    { key: 'about', title: t('object.about'), cell: (row) => row.enterpriseName ?? t('object.whole') },
    {
      key: 'state',
      title: t('runs.state'),
      cell: (row) => (
        <span className="row g8 wrap">
          <ObjectionStateTag state={row.state} />
          <ObjectionClock left={row.workingDaysLeft} />
        </span>
      ),
    },
    { key: 'files', title: t('object.files'), look: 'num', cell: (row) => row.files.length },
    {
      key: 'due',
      title: t('object.answer'),
      cell: (row) => (row.decidedAt ? format.dayOf(row.decidedAt) : t('object.dueBy', { due: format.day(row.dueOn) })),
    },
  ]
  return (
    <Panel title={t('object.ownList')} note={t('own.objectionsNote')} isFlush>
      <QueryView query={query} skeleton={<Bones rows={3} />}>
        {() =>
          items.length === 0 ? (
            <p className="panel-body t3">
              {t('object.ownEmpty')} <Link to="/lists">{t('own.toLists')}</Link>
            </p>
          ) : (
            <>
              <DataTable caption={t('object.ownList')} columns={columns} rows={items} rowKey={(row) => row.id} />
              <LoadMore {...more} />
            </>
          )
        }
      </QueryView>
    </Panel>
  )
}
