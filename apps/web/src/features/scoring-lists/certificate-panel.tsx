import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { activeOrganisation, useAccess, useMe } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { issueCertificate } from './calls.ts'

/** An enterprise has its own points of a published run certified; nothing is shown to anybody else. */
export function CertificatePanel({ runId }: { runId: string }) {
  const { t } = useTranslation('scoring-lists')
  const isEnterprise = activeOrganisation(useMe())?.kind === 'enterprise'
  const mayIssue = useAccess('scoring.certificate.issue')
  const issue = useCommand({ run: issueCertificate })
  if (!isEnterprise || !mayIssue) return null
  return (
    <Panel title={t('certificate.card')}>
      <div className="stack">
        <ProblemSummary error={issue.error} />
        {issue.data ? (
          <>
            <p>
              {t('certificate.issued2')} {issue.data.content.number}
            </p>
            <p>
              <Link to="/v/$code" params={{ code: issue.data.code }} className="mono">
                {issue.data.code}
              </Link>
            </p>
            <a className="btn" href={`/api/v1/scoring/certificates/${issue.data.id}/file`}>
              {t('certificate.download')}
            </a>
          </>
        ) : (
          <div>
            <Button isBusy={issue.isPending} onClick={() => issue.mutate({ runId })}>
              {t('certificate.issue')}
            </Button>
          </div>
        )}
      </div>
    </Panel>
  )
}
