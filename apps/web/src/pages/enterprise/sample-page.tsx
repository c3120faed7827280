import type { SampleSubmission } from '@jiju/booking/contract/samples'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { samplesOptions } from '../../features/samples/calls.ts'
import { CancelSamples } from '../../features/samples/cancel-samples.tsx'
import { SampleStateTag } from '../../features/samples/sample-state.tsx'
import { resourceNameOf } from '../../lib/resource-name.ts'
import { activeOrganisation, useMe } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Panel } from '../../ui/panel.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { type Step, Steps } from '../../ui/steps.tsx'

/** One submission: where it stands, when it is done, where to send it. */
export function SamplePage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const query = useQuery(samplesOptions(id))
  return (
    <QueryView query={query} isPage>
      {(submission) => <Submission submission={submission} />}
    </QueryView>
  )
}

function Submission({ submission }: { submission: SampleSubmission }) {
  const { t } = useTranslation('samples')
  const format = useFormat()
  const client = useQueryClient()
  const isProvider = activeOrganisation(useMe())?.id === submission.providerId
  const { zone, state } = submission
  const name = resourceNameOf(submission)
  const renew = (next: SampleSubmission) => {
    client.setQueryData(samplesOptions(next.id).queryKey, next)
    void client.invalidateQueries({ queryKey: ['samples'] })
  }
  const facts: [string, string][] = [
    [t('detail.place'), [submission.siteName, submission.siteAddress].filter(Boolean).join(' · ') || '—'],
    [t('detail.kind'), `${t('count', { count: submission.samples })} · ${submission.sampleKind}`],
    [t('detail.project'), submission.project || '—'],
    [t('detail.note'), submission.note || '—'],
    [t('detail.booker'), `${submission.bookerName} · ${submission.organisationName}`],
  ]
  return (
    <>
      <PageHead
        crumb={[{ label: t('title'), link: { to: '/e/samples/queue' } }, { label: submission.number }]}
        title={name}
        documentTitle={`${name} ${submission.number}`}
        beside={<SampleStateTag submission={submission} />}
        line={
          <>
            {submission.number} ·{' '}
            <Link to="/providers/$id" params={{ id: submission.providerId }}>
              {submission.providerName}
            </Link>
          </>
        }
        actions={
          <ButtonLink to="/resources/$id" params={{ id: submission.resourceId }}>
            {t('column.resource')}
          </ButtonLink>
        }
      />
      <div className="stack">
        <section className="panel">
          <Steps label={t('detail.steps')} steps={stepsOf(submission, t, (at) => format.instant(at, zone))} />
          <div className="turn-bar" data-turn={state === 'queued' && !isProvider ? 'mine' : 'other'}>
            <div className="row g12">
              <Icon name={state === 'done' ? 'checkCircle' : 'clock'} size={18} />
              <div>
                <div className="h3">
                  {t(`detail.turn.${state}`, {
                    day: format.day(submission.promisedDay, zone),
                    at: submission.endedAt ? format.instant(submission.endedAt, zone) : '',
                  })}
                </div>
                <div className="m t2">
                  {[
                    !submission.endedAt && (submission.samplesAhead > 0 ? t('ahead', { count: submission.samplesAhead }) : t('first')),
                    submission.firstPromisedDay !== submission.promisedDay &&
                      t('detail.first', { day: format.day(submission.firstPromisedDay, zone) }),
                    submission.endReason,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </div>
              </div>
            </div>
            <CancelSamples submission={submission} needsReason={isProvider} onDone={renew} />
          </div>
        </section>
        <div className="two-columns">
          <Panel title={t('detail.facts')}>
            <dl className="kv">
              {facts.map(([label, value]) => (
                <div key={label} style={{ display: 'contents' }}>
                  <dt>{label}</dt>
                  <dd className="pre">{value}</dd>
                </div>
              ))}
            </dl>
          </Panel>
          <div className="stack">
            <Panel title={t('detail.price')} note={t('detail.frozen')}>
              <div className="row sb">
                <span className="t2">{t('detail.each', { price: format.money(submission.unitPrice) })}</span>
                <strong>{format.price(submission.total)}</strong>
              </div>
            </Panel>
            {submission.instructions && (
              <Panel title={t('detail.instructions')}>
                <p className="m pre">{submission.instructions}</p>
              </Panel>
            )}
          </div>
        </div>
      </div>
    </>
  )
}

const WAY = ['queued', 'received', 'running', 'done'] as const

function stepsOf(
  submission: SampleSubmission,
  t: ReturnType<typeof useTranslation<'samples'>>['t'],
  instant: (at: string) => string,
): Step[] {
  const { state, createdAt, receivedAt, startedAt, endedAt } = submission
  const first: Step = { key: 'submitted', name: t('detail.submitted'), note: instant(createdAt), state: 'done' }
  if (state === 'cancelled')
    return [first, { key: 'ended', name: t('state.cancelled'), note: endedAt ? instant(endedAt) : undefined, state: 'bad' }]
  const dates = { received: receivedAt, running: startedAt, done: endedAt }
  const now = WAY.indexOf(state)
  return [
    first,
    ...(['received', 'running', 'done'] as const).map((key): Step => {
      const at = dates[key]
      const index = WAY.indexOf(key)
      return {
        key,
        name: t(`state.${key}`),
        note: at ? instant(at) : undefined,
        state: index < now || state === 'done' ? 'done' : index === now || (now === 0 && index === 1) ? 'now' : 'todo',
      }
    }),
  ]
}
