import type { FaultReport } from '@jiju/booking/contract/faults'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { faultOptions } from '../../features/outages/calls.ts'
import { FaultDecision } from '../../features/outages/fault-decision.tsx'
import { FaultList, FaultTags } from '../../features/outages/fault-list.tsx'
import { currentLanguage } from '../../lib/i18n.ts'
import { activeOrganisation, useAccess, useMe } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { Panel } from '../../ui/panel.tsx'
import { QueryView } from '../../ui/query-view.tsx'

/** One fault report, for whoever wrote it and for the provider. */
export function FaultPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const query = useQuery(faultOptions(id))
  return (
    <QueryView query={query} isPage>
      {(report) => <Loaded key={report.version} report={report} />}
    </QueryView>
  )
}

function Loaded({ report }: { report: FaultReport }) {
  const { t } = useTranslation('outages')
  const format = useFormat()
  const client = useQueryClient()
  const isProvider = activeOrganisation(useMe())?.kind === 'provider'
  const mayDecide = useAccess('booking.fault.decide') && isProvider
  const renew = () => client.invalidateQueries({ queryKey: ['faults'] })
  const name = (currentLanguage() === 'en' && report.resourceNameEn) || report.resourceName
  return (
    <>
      <PageHead
        crumb={
          isProvider
            ? [{ label: t('tabs.faults'), link: { to: '/p/outages', search: { tab: 'faults' } } }, { label: report.number }]
            : [{ label: t('tabs.faults'), link: { to: '/e/faults' } }, { label: report.number }]
        }
        title={name}
        documentTitle={`${name} ${report.number}`}
        beside={<FaultTags report={report} />}
        line={`${report.number} · ${report.providerName}`}
      />
      <div className="two-columns">
        <div className="stack">
          <Panel title={t('fault.description')}>
            <div className="stack">
              <p className="pre">{report.description}</p>
              <ul className="plain fault-photos">
                {report.photos.map((photo, index) => (
                  <li key={photo.fileId}>
                    <a href={photo.url} target="_blank" rel="noreferrer">
                      <img src={photo.url} alt={t('fault.photoAlt', { index: index + 1 })} width={120} height={90} loading="lazy" />
                    </a>
                  </li>
                ))}
              </ul>
              <dl className="kv">
                <dt>{t('fault.column.reporter')}</dt>
                <dd>
                  {report.reporterName} · {report.organisationName}
                </dd>
                <dt>{t('fault.column.at')}</dt>
                <dd>{format.stamp(report.reportedAt, report.zone)}</dd>
                <dt>{t('fault.reporterSays')}</dt>
                <dd>{t(`fault.verdict.${report.impact}`)}</dd>
                <dt>{t('fault.finding')}</dt>
                <dd>
                  {report.verdict ? t(`fault.verdict.${report.verdict}`) : t('fault.findingNone')}
                  {report.triageNote && ` · ${report.triageNote}`}
                </dd>
                {report.resolution && (
                  <>
                    <dt>{t('fault.resolve')}</dt>
                    <dd className="pre">{report.resolution}</dd>
                  </>
                )}
                {report.reservationId && (
                  <>
                    <dt>{t('fault.booking')}</dt>
                    <dd>
                      <Link to={isProvider ? '/p/bookings/$id' : '/e/bookings/$id'} params={{ id: report.reservationId }}>
                        {t('open')}
                      </Link>
                    </dd>
                  </>
                )}
              </dl>
            </div>
          </Panel>
          {isProvider && (
            <Panel title={t('fault.history')} isFlush>
              <FaultList scope="provider" state="all" resourceId={report.resourceId} />
            </Panel>
          )}
        </div>
        {mayDecide && report.state !== 'resolved' && (
          <div className="stack">
            <FaultDecision report={report} onDone={renew} />
          </div>
        )}
      </div>
    </>
  )
}
