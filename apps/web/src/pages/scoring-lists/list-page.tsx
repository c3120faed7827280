import type { ScoringList } from '@jiju/scoring/contract/lists'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { listOptions } from '../../features/scoring-lists/calls.ts'
import { EntriesPanel } from '../../features/scoring-lists/entries-panel.tsx'
import { ListActions } from '../../features/scoring-lists/list-actions.tsx'
import { ObjectionsPanel } from '../../features/scoring-lists/objections-panel.tsx'
import { useListWords } from '../../features/scoring-lists/rule-text.ts'
import { ShiftsPanel } from '../../features/scoring-lists/shifts-panel.tsx'
import { ListStateTag } from '../../features/scoring-lists/state-tag.tsx'
import { useAccess } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useWording } from '../../lib/use-wording.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { FactList } from '../../ui/fact-list.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Panel } from '../../ui/panel.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { StepHistory } from '../../ui/step-history.tsx'

/** A list for the office: whose turn it is, its objections, what a correction moved, who is on it. */
export function ListPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  return (
    <QueryView query={useQuery({ ...listOptions(id), refetchInterval: 15_000 })} isPage>
      {(list) => <ListView list={list} />}
    </QueryView>
  )
}

function ListView({ list }: { list: ScoringList }) {
  const { t, i18n } = useTranslation('scoring-lists')
  const wording = useWording()
  const format = useFormat()
  const words = useListWords(list)
  const mayEdit = useAccess('scoring.list.edit')
  return (
    <div className="stack-24">
      <PageHead
        title={words.title}
        beside={<ListStateTag state={list.state} />}
        line={`${list.number} · ${list.run.number} · ${format.period(list.run.period)}`}
        crumb={[{ label: t('office.title'), link: { to: '/o/lists' } }, { label: list.number }]}
        actions={
          <>
            {list.state === 'draft' && mayEdit && (
              <ButtonLink to="/o/lists/$id/edit" params={{ id: list.id }}>
                {t('office.edit')}
              </ButtonLink>
            )}
            {list.announced && (
              <ButtonLink to="/lists/$id" params={{ id: list.id }}>
                {t('office.public')}
              </ButtonLink>
            )}
          </>
        }
      />
      <ListActions list={list} />
      <div className="two-columns">
        <div className="stack-24">
          {list.announced && <ObjectionsPanel listId={list.id} runPeriod={list.run.period} modelId={list.model.id} />}
          <ShiftsPanel list={list} isPublic={false} />
          <EntriesPanel list={list} isPublic={false} showsScores />
        </div>
        <aside className="stack-24">
          <Panel title={t('office.facts')}>
            <FactList
              facts={[
                [t('public.rule'), words.rule],
                [t('public.dataDate'), format.stamp(list.run.factsAt)],
                [t('public.model'), `${i18n.language === 'en' ? list.model.name.en : list.model.name.zh} ${list.model.version}`],
                [
                  t('office.until'),
                  list.noticeFrom && list.noticeUntil && `${format.day(list.noticeFrom)} – ${format.day(list.noticeUntil)}`,
                ],
                [t('office.noticeDays'), String(list.noticeDays)],
                [t('office.objectionDays'), String(list.objectionDays)],
                [t('public.contact'), list.contact],
                [t('office.correctsList'), list.corrects && wording.named(list.corrects.number, list.corrects.reason)],
              ]}
            />
            <p style={{ marginTop: 12 }}>
              <Link to="/o/scoring/runs/$id" params={{ id: list.run.id }}>
                {list.run.number}
              </Link>
            </p>
          </Panel>
          <StepHistory title={t('office.history')} steps={stepsOf(list, t)} />
        </aside>
      </div>
    </div>
  )
}

function stepsOf(list: ScoringList, t: ReturnType<typeof useTranslation<'scoring-lists'>>['t']) {
  const step = (name: string, one: { name: string; at: string; reason?: string } | null) =>
    one ? [{ name, at: one.at, by: one.name, reason: one.reason }] : []
  return [
    ...step(t('office.prepared', { edition: list.edition }), { name: list.preparedBy, at: list.createdAt }),
    ...step(t('office.approved'), list.approved),
    ...step(t('office.announced'), list.announced),
    ...step(t('office.finalised'), list.finalised),
    ...(list.replacedAt ? [{ name: t('state.replaced'), at: list.replacedAt, by: list.supplement?.number ?? '', reason: undefined }] : []),
    ...step(t('office.withdrawn'), list.withdrawn),
  ]
}
