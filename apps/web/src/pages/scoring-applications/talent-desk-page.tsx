import type { TalentDeskNeed, TalentDeskServiceList } from '@jiju/scoring/contract/talent-desk'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AnswerNeed } from '../../features/scoring-applications/answer-need.tsx'
import { type DeskFilter, deskServicesOptions, listDeskNeeds } from '../../features/scoring-applications/calls.ts'
import { ServiceTitle } from '../../features/scoring-applications/service-title.tsx'
import { TalentAnswers } from '../../features/scoring-applications/talent-answers.tsx'
import { oneOf } from '../../lib/search-params.ts'
import { useAccess } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { usePages } from '../../lib/use-pages.ts'
import { useWording } from '../../lib/use-wording.ts'
import { Button } from '../../ui/button.tsx'
import { type Column, DataTable, LoadMore } from '../../ui/data-table.tsx'
import { SelectField } from '../../ui/field.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Panel } from '../../ui/panel.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { Bones, Empty } from '../../ui/states.tsx'
import { Tag } from '../../ui/tag.tsx'

/** What enterprises look for, with the score beside it and what was answered; and what is offered, with how many it reaches. */
export function TalentDeskPage() {
  const { t } = useTranslation('scoring-applications')
  const mayAnswer = useAccess('scoring.talent.exchange')
  return (
    <div className="stack">
      <PageHead title={t('desk.title')} line={t(mayAnswer ? 'desk.leadOffice' : 'desk.leadOperator')} />
      <Needs mayAnswer={mayAnswer} />
      <Services />
    </div>
  )
}

function Needs({ mayAnswer }: { mayAnswer: boolean }) {
  const { t } = useTranslation('scoring-applications')
  const search = useSearch({ from: '/work/talent' })
  const navigate = useNavigate()
  const filter: DeskFilter = {
    q: search.q,
    state: oneOf(search.state, ['closed', 'all'] as const),
    answered: oneOf(search.answered, ['yes', 'no'] as const),
  }
  const set = (next: DeskFilter) => void navigate({ to: '/talent', search: { ...filter, ...next }, replace: true })
  const [answered, setAnswered] = useState<TalentDeskNeed | null>(null)
  const { query, items, more } = usePages<TalentDeskNeed>({
    queryKey: ['talent', 'desk', 'needs', filter],
    load: (cursor) => listDeskNeeds(filter, cursor),
  })
  const columns = useNeedColumns(mayAnswer ? setAnswered : null)
  const isFiltered = Object.values(filter).some(Boolean)
  return (
    <Panel isFlush title={t('desk.needs')} note={t(mayAnswer ? 'desk.needsNoteOffice' : 'desk.needsNoteOperator')}>
      <div className="panel-body row g12 wrap">
        <SearchField label={t('desk.search')} value={filter.q ?? ''} onChange={(q) => set({ q: q || undefined })} />
        <SelectField
          label={t('talent.state')}
          isLabelHidden
          value={filter.state ?? ''}
          options={[
            { value: '', label: t('talent.open') },
            { value: 'closed', label: t('talent.closed') },
            { value: 'all', label: t('desk.allStates') },
          ]}
          onPick={(state) => set({ state: state || undefined })}
        />
        <SelectField
          label={t('desk.answers')}
          isLabelHidden
          value={filter.answered ?? ''}
          options={[
            { value: '', label: t('desk.answeredOrNot') },
            { value: 'no', label: t('desk.unanswered') },
            { value: 'yes', label: t('desk.answered') },
          ]}
          onPick={(value) => set({ answered: value || undefined })}
        />
        {isFiltered && <Button onClick={() => set({ q: undefined, state: undefined, answered: undefined })}>{t('desk.clear')}</Button>}
      </div>
      <QueryView query={query} skeleton={<Bones rows={5} />} isPage>
        {() =>
          items.length === 0 ? (
            <Empty title={t(isFiltered ? 'desk.noneFiltered' : 'desk.none')} />
          ) : (
            <>
              <DataTable caption={t('desk.needs')} columns={columns} rows={items} rowKey={({ id }) => id} />
              <LoadMore {...more} />
            </>
          )
        }
      </QueryView>
      {answered && <AnswerNeed need={answered} onClose={() => setAnswered(null)} />}
    </Panel>
  )
}

function useNeedColumns(onAnswer: ((need: TalentDeskNeed) => void) | null): Column<TalentDeskNeed>[] {
  const { t } = useTranslation('scoring-applications')
  const wording = useWording()
  const format = useFormat()
  const columns: Column<TalentDeskNeed>[] = [
    {
      key: 'need',
      title: t('talent.need'),
      cell: (row) => (
        <>
          {row.title} <Tag kind="line">{t(`talent.kind.${row.kind}`)}</Tag>
          {row.state === 'closed' && <Tag>{t('talent.closed')}</Tag>}
          <div className="s t3">
            {[wording.list(row.skills), row.headcount !== null && t('desk.people', { count: row.headcount }), format.dayOf(row.createdAt)]
              .filter(Boolean)
              .join(' · ')}
          </div>
          {row.detail && <div className="s t2 pre">{row.detail}</div>}
        </>
      ),
    },
    {
      key: 'enterprise',
      title: t('enterprise'),
      cell: (row) => (
        <>
          {row.enterprise.name}
          <div className="s t3">{row.enterprise.creditCode}</div>
        </>
      ),
    },
    {
      key: 'score',
      title: t('desk.score'),
      look: 'num',
      cell: ({ points, isOpen }) =>
        points ? (
          <>
            <b>{points.score}</b>
            <div className="s t3">{format.period(points.period)}</div>
          </>
        ) : (
          <span className="s t3">{t(isOpen ? 'desk.noScore' : 'desk.notOpen')}</span>
        ),
    },
    {
      key: 'answers',
      title: t('desk.answers'),
      cell: (row) => (row.answers.length === 0 ? <Tag kind="warn">{t('desk.unanswered')}</Tag> : <TalentAnswers answers={row.answers} />),
    },
  ]
  if (onAnswer)
    columns.push({
      key: 'act',
      title: t('talent.act'),
      look: 'action',
      cell: (row) =>
        row.state === 'open' && (
          <Button size="sm" onClick={() => onAnswer(row)}>
            {t(row.answers.length === 0 ? 'desk.answer' : 'desk.answerAgain')}
          </Button>
        ),
    })
  return columns
}

type Service = TalentDeskServiceList['items'][number]

function Services() {
  const { t } = useTranslation('scoring-applications')
  const wording = useWording()
  const format = useFormat()
  const columns = (scored: number | null): Column<Service>[] => [
    {
      key: 'title',
      title: t('talent.service'),
      cell: (row) => (
        <>
          <ServiceTitle service={row} />
          <div className="s t3">{row.peer}</div>
        </>
      ),
    },
    {
      key: 'asked',
      title: t('talent.asked'),
      look: 'num',
      cell: (row) => (row.minScore === null ? t('desk.noLimit') : format.number(row.minScore, Number.isInteger(row.minScore) ? 0 : 1)),
    },
    {
      key: 'reached',
      title: t('desk.reached'),
      look: 'num',
      cell: (row) => (row.reachedCount === null || scored === null ? '—' : `${format.number(row.reachedCount)} / ${format.number(scored)}`),
    },
    { key: 'skills', title: t('talent.skills'), cell: (row) => wording.list(row.skills) || '—' },
    { key: 'needs', title: t('desk.askedFor'), look: 'num', cell: (row) => format.number(row.needCount) },
    { key: 'until', title: t('talent.until'), cell: (row) => (row.validUntil ? format.day(row.validUntil) : t('desk.noEnd')) },
  ]
  return (
    <Panel isFlush title={t('desk.services')} note={t('desk.servicesNote')}>
      <QueryView query={useQuery(deskServicesOptions)} skeleton={<Bones rows={3} />}>
        {({ items, scoredCount }) =>
          items.length === 0 ? (
            <Empty title={t('talent.noServices')} />
          ) : (
            <DataTable caption={t('desk.services')} columns={columns(scoredCount)} rows={items} rowKey={({ id }) => id} />
          )
        }
      </QueryView>
    </Panel>
  )
}
