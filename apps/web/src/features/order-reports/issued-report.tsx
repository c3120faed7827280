import type { Order } from '@jiju/orders/contract/orders'
import type { Report } from '@jiju/orders/contract/reports'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { openPdf } from '../../lib/open-pdf.ts'
import { useAccess } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { toast } from '../../ui/toast.tsx'
import { shortHash } from './fingerprint.ts'
import styles from './order-reports.module.css'
import { ReleaseDialog } from './release-dialog.tsx'
import { ReportStateTag } from './state-tag.tsx'

/** One issued report: QR code, number, code, file, link for others, signature, fingerprint, edition. */
export function IssuedReport({ report, side, isFolded = false }: { report: Report; side: Order['side']; isFolded?: boolean }) {
  const { t } = useTranslation('order-reports')
  const format = useFormat()
  const mayRelease = useAccess('orders.report.release') && side === 'client'
  const [error, setError] = useState<unknown>(null)
  const [isReleasing, setReleasing] = useState(false)
  const view = () => {
    setError(null)
    openPdf(`/api/v1/orders/reports/${report.id}/file`).catch(setError)
  }
  const copy = () => report.verifyUrl && void navigator.clipboard.writeText(report.verifyUrl).then(() => toast(t('issued.copied')))
  if (isFolded)
    return (
      <div className="row g8 wrap base">
        <ReportStateTag state={report.state} />
        <span className="f1">
          {report.number} {report.successor && <span className="s t3">{t('issued.by', { number: report.successor.number })}</span>}
          {report.endReason && <span className="s t3"> · {report.endReason}</span>}
        </span>
        <Button size="sm" kind="text" onClick={view}>
          {t('issued.view')}
        </Button>
        <ProblemSummary error={error} />
      </div>
    )
  return (
    <div className="stack">
      <div className={styles.head}>
        {report.qrSvg && (
          <img
            className={styles.qr}
            src={`data:image/svg+xml;utf8,${encodeURIComponent(report.qrSvg)}`}
            alt={t('issued.qr')}
            width={116}
            height={116}
          />
        )}
        <div className="f1">
          <div className="b">{side === 'provider' ? <NumberLink report={report} /> : report.number}</div>
          <div className="s t3">{t('issued.code')}</div>
          <div className={`b mono ${styles.code}`}>{report.code}</div>
          <div className="s t2">{report.issuedAt && t('issued.at', { at: format.instant(report.issuedAt) })}</div>
          <div className="s t2">{report.approved && t('issued.approver', { name: report.approved.personName })}</div>
        </div>
      </div>
      {report.isHeld && <p className="notice notice-warn">{t('issued.held')}</p>}
      <ProblemSummary error={error} />
      <div className={styles.buttons}>
        <Button kind="primary" disabled={report.isHeld} onClick={view}>
          <Icon name="document" /> {t('issued.viewReport')}
        </Button>
        <Button onClick={copy}>{t('issued.copyLink')}</Button>
        {mayRelease && (
          <Button disabled={report.isHeld} onClick={() => setReleasing(true)}>
            {t('issued.release')}
          </Button>
        )}
      </div>
      <dl className="kv">
        <dt>{t('issued.signature')}</dt>
        <dd>
          <span className="row g8 wrap">
            <span className={`row g4 ${report.signature === 'valid' ? 'ok' : 'bad'}`}>
              <Icon name={report.signature === 'valid' ? 'shield' : 'warning'} />
              {t(report.signature === 'valid' ? 'issued.signed' : 'issued.notSigned')}
            </span>
            {report.code && (
              <Link to="/v/$code" params={{ code: report.code }}>
                {t('issued.checkNow')}
              </Link>
            )}
          </span>
        </dd>
        <dt>{t('issued.fingerprint')}</dt>
        <dd className="mono" title={report.sha256 ?? undefined}>
          {shortHash(report.sha256 ?? '')}
        </dd>
        <dt>{t('issued.edition')}</dt>
        <dd>
          {report.replaces
            ? t('issued.editionReplaces', { edition: report.edition, number: report.replaces.number })
            : t('issued.editionFirst')}
        </dd>
        {report.retainUntil && (
          <>
            <dt>{t('issued.retained')}</dt>
            <dd>{t('issued.retainedUntil', { day: format.day(report.retainUntil) })}</dd>
          </>
        )}
        {report.marks.length > 0 && (
          <>
            <dt>{t('issued.marks')}</dt>
            <dd>{report.marks.map(({ scheme }) => scheme.toUpperCase()).join(' ')}</dd>
          </>
        )}
      </dl>
      {mayRelease && <ReleaseDialog report={report} isOpen={isReleasing} onClose={() => setReleasing(false)} />}
    </div>
  )
}

function NumberLink({ report }: { report: Report }) {
  return (
    <Link to="/p/reports/$id" params={{ id: report.id }}>
      {report.number}
    </Link>
  )
}
