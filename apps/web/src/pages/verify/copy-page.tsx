import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMailToken } from '../../features/people/mail-token.ts'
import { copyOptions } from '../../features/verify/calls.ts'
import { openPdf } from '../../lib/open-pdf.ts'
import { RequestProblem } from '../../lib/problem.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { ErrorState, Skeleton } from '../../ui/states.tsx'
import '../../ui/workspace.css'

/** A copy that somebody was given a link to: how it stands, the file, and until when. */
export function CopyPage() {
  const { t } = useTranslation('verify')
  const format = useFormat()
  const token = useMailToken() ?? ''
  const query = useQuery(copyOptions(token))
  const [error, setError] = useState<unknown>(null)
  const problem = query.error instanceof RequestProblem ? query.error : null
  const open = () => {
    setError(null)
    const request = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ token }) }
    openPdf('/api/v1/orders/report-copies/download', request).catch(setError)
  }
  const copy = query.data
  return (
    <div className="narrow-page narrow-page-wide">
      <PageTitle>{t('copy.title')}</PageTitle>
      {token === '' && <p className="notice notice-bad">{t('copy.cut')}</p>}
      {query.isLoading && <Skeleton />}
      {problem?.status === 404 ? (
        <p className="notice notice-bad" role="alert">
          {problem.problems[0]?.message}
        </p>
      ) : (
        query.error && <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      )}
      {copy && (
        <section className="panel" aria-label={copy.number}>
          <div className="panel-body stack">
            {copy.state !== 'issued' && <p className="notice notice-bad">{t(`copy.${copy.state}`)}</p>}
            <dl className="kv">
              <dt>{t('card.number')}</dt>
              <dd className="b">{copy.number}</dd>
              <dt>{t('card.issuer')}</dt>
              <dd>{copy.providerName}</dd>
              <dt>{t('card.issuedAt')}</dt>
              <dd>{format.stamp(copy.issuedAt)}</dd>
              <dt>{t('card.pages')}</dt>
              <dd>{t('card.pageCount', { count: copy.pages })}</dd>
              <dt>{t('copy.recipient')}</dt>
              <dd>{copy.recipient}</dd>
              <dt>{t('copy.until')}</dt>
              <dd>{format.stamp(copy.expiresAt)}</dd>
            </dl>
            <ProblemSummary error={error} />
            <Button kind="primary" isBlock onClick={open}>
              {t('copy.open')}
            </Button>
            <ButtonLink to="/v/$code" params={{ code: copy.code } as never} isBlock>
              {t('copy.verify')}
            </ButtonLink>
            <p className="s t3">{t('copy.logged')}</p>
          </div>
        </section>
      )}
    </div>
  )
}
