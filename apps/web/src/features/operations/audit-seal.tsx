import type { UseQueryResult } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ErrorState } from '../../ui/states.tsx'
import type { AuditVerification } from './calls.ts'

/** Whether any entry was changed, removed or cut off since it was sealed; read on demand, because it reads the whole log. */
export function AuditSeal({ query }: { query: UseQueryResult<AuditVerification, Error> }) {
  const { t } = useTranslation('operations')
  const format = useFormat()
  const found = query.data
  return (
    <Panel
      title={t('audit.verification')}
      className="audit-seal"
      extra={
        <Button isBusy={query.isFetching} onClick={() => void query.refetch()}>
          {t('audit.verify')}
        </Button>
      }
    >
      {query.error && <ErrorState error={query.error} />}
      {!found && !query.error && <p className="t2">{t('audit.notYet')}</p>}
      {found && (
        <div className="stack" style={{ gap: 8 }} role="status">
          <p className={`row g8 ${found.findingCount === 0 ? 'ok' : 'bad'}`}>
            <Icon name={found.findingCount === 0 ? 'shield' : 'warning'} />
            {found.findingCount === 0
              ? t('audit.whole', { at: format.instant(found.verifiedAt) })
              : t('audit.brokenCount', { count: found.findingCount })}
          </p>
          <p className="s t2">{t('audit.sealed', { count: found.sealed, unsealed: found.unsealed })}</p>
          {found.findings.length > 0 && (
            <ul className="s">
              {found.findings.slice(0, 20).map((finding) => (
                <li key={`${finding.position}-${finding.kind}`}>
                  {finding.position} · {t(`audit.finding.${finding.kind}`)} <span className="mono">{finding.entryId}</span>
                </li>
              ))}
            </ul>
          )}
          {found.anchor && (
            <p className="s t3">
              {t('audit.anchor')} <span className="mono">{found.anchor}</span>
            </p>
          )}
        </div>
      )}
    </Panel>
  )
}
