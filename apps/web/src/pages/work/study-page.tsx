import type { Study } from '@jiju/orders/contract/studies'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { stopStudy, studyOptions } from '../../features/order-studies/calls.ts'
import { ArchivePanel, StatementPanel } from '../../features/order-studies/closing-panels.tsx'
import { PhasesPanel, StudyDeviationsPanel } from '../../features/order-studies/conduct-panels.tsx'
import { InspectionForm, InspectionList } from '../../features/order-studies/inspections.tsx'
import { StudyPlanPanel } from '../../features/order-studies/plan-panel.tsx'
import { StepButton } from '../../features/order-studies/step-button.tsx'
import { WordsForm } from '../../features/order-studies/words-form.tsx'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Icon } from '../../ui/icon.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Panel } from '../../ui/panel.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { StepHistory } from '../../ui/step-history.tsx'
import { Tag } from '../../ui/tag.tsx'

/** One study under good laboratory practice, for the facility and its sponsor. */
export function StudyPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const query = useQuery(studyOptions(id))
  return (
    <QueryView query={query} isPage>
      {(study) => <StudyView study={study} />}
    </QueryView>
  )
}

function StudyView({ study }: { study: Study }) {
  const { t } = useTranslation('order-studies')
  const format = useFormat()
  const client = useQueryClient()
  const isSponsor = study.duties.includes('sponsor')
  const onChanged = async (next: Study) => {
    client.setQueryData(studyOptions(next.id).queryKey, next)
    await client.invalidateQueries({ queryKey: ['orders'] })
  }
  const renew = () => client.invalidateQueries({ queryKey: ['studies'] })
  const changed = { study, onChanged }
  const stop = useCommand({ run: stopStudy, onDone: onChanged })
  const isOpen = ['planning', 'running', 'completed'].includes(study.state)
  return (
    <>
      <PageHead
        crumb={[isSponsor ? { label: t('title') } : { label: t('title'), link: { to: '/p/studies' } }, { label: study.number }]}
        title={study.title}
        documentTitle={`${study.title} ${study.number}`}
        beside={<Tag kind={isOpen ? 'accent' : study.state === 'stopped' ? 'bad' : 'ok'}>{t(`state.${study.state}`)}</Tag>}
        line={`${study.number} · ${study.sponsorName}`}
        actions={study.state === 'running' && study.duties.includes('director') && <StepButton {...changed} step="complete" />}
      />
      {study.stopReason && <p className="notice notice-bad">{t('stopped', { reason: study.stopReason })}</p>}
      <div className="two-columns">
        <div className="stack">
          <StudyPlanPanel {...changed} />
          <PhasesPanel {...changed} />
          <StudyDeviationsPanel {...changed} />
          {!isSponsor && (
            <Panel title={t('inspection.title')} note={t('inspection.note')}>
              <div className="stack-24">
                <InspectionList
                  inspections={study.inspections}
                  isDirector={study.duties.includes('director')}
                  mayClose={study.duties.includes('quality')}
                  onChanged={renew}
                />
                {study.duties.includes('quality') && isOpen && <InspectionForm study={study} onDone={renew} />}
              </div>
            </Panel>
          )}
        </div>
        <aside className="stack">
          <Panel title={t('facts.title')}>
            <dl className="kv">
              <dt>{t('facts.order')}</dt>
              <dd>
                <Link to={isSponsor ? '/e/orders/$id' : '/p/orders/$id'} params={{ id: study.orderId }}>
                  {study.orderNumber}
                </Link>
              </dd>
              <dt>{t('duty.directorId')}</dt>
              <dd>{study.directorName}</dd>
              <dt>{t('duty.qualityId')}</dt>
              <dd>{study.qualityName}</dd>
              <dt>{t('duty.archivistId')}</dt>
              <dd>{study.archivistName}</dd>
              <dt>{t('plan.days')}</dt>
              <dd>{study.startsOn && study.endsOn ? format.dayRange(study.startsOn, study.endsOn) : '—'}</dd>
            </dl>
          </Panel>
          <StatementPanel {...changed} />
          <ArchivePanel {...changed} />
          {isOpen && study.duties.includes('director') && (
            <details className="panel fold">
              <summary className="panel-head">
                <h2 className="h2">{t('stop.title')}</h2>
                <Icon name="chevronDown" />
              </summary>
              <div className="panel-body">
                <WordsForm
                  labels={[t('stop.reason')]}
                  button={t('stop.stop')}
                  kind="danger"
                  error={stop.error}
                  isBusy={stop.isPending}
                  onSend={([words = '']) => stop.mutate({ study, words })}
                />
              </div>
            </details>
          )}
          <StepHistory
            title={t('history.title')}
            steps={study.steps.map((step) => ({
              name: t(`history.step.${step.act as 'open'}`),
              reason: step.reason,
              at: step.at,
              by: step.personName,
            }))}
          />
        </aside>
      </div>
    </>
  )
}
