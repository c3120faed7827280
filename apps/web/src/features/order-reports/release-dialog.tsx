import type { Report } from '@jiju/orders/contract/reports'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { toast } from '../../ui/toast.tsx'
import { releaseReport, releasesOptions, revokeRelease } from './calls.ts'
import styles from './order-reports.module.css'

const DAYS = ['7', '30', '90', '365'] as const

/** Lets a review centre or a hospital read a copy: a link for some days, with every read below it. */
export function ReleaseDialog({ report, isOpen, onClose }: { report: Report; isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation('order-reports')
  const client = useQueryClient()
  const [recipient, setRecipient] = useState('')
  const [days, setDays] = useState<(typeof DAYS)[number]>('30')
  const [url, setUrl] = useState<string | null>(null)
  const command = useCommand({
    run: releaseReport,
    onDone: async (made) => {
      setUrl(made.url)
      setRecipient('')
      await client.invalidateQueries({ queryKey: releasesOptions(report.id).queryKey })
    },
  })
  return (
    <Dialog title={t('release.title')} isOpen={isOpen} onClose={onClose} isWide foot={<Button onClick={onClose}>{t('close')}</Button>}>
      <div className="stack">
        <p>{t('release.lead')}</p>
        <ProblemSummary error={command.error} />
        <TextField
          label={t('release.recipient')}
          hint={t('release.recipientHint')}
          maxLength={200}
          value={recipient}
          onChange={(event) => setRecipient(event.target.value)}
        />
        <SelectField
          label={t('release.days')}
          options={DAYS.map((value) => ({ value, label: t('release.daysCount', { count: Number(value) }) }))}
          value={days}
          onPick={setDays}
        />
        <Button
          kind="primary"
          isBusy={command.isPending}
          disabled={!recipient.trim()}
          onClick={() => command.mutate({ reportId: report.id, body: { recipient: recipient.trim(), note: '', days: Number(days) } })}
        >
          {t('release.make')}
        </Button>
        {url && (
          <div className="notice notice-ok">
            <div className="f1 stack">
              <p>{t('release.once')}</p>
              <code className="mono" style={{ overflowWrap: 'anywhere' }}>
                {url}
              </code>
              <Button onClick={() => void navigator.clipboard.writeText(url).then(() => toast(t('release.copied')))}>
                {t('release.copy')}
              </Button>
            </div>
          </div>
        )}
        {isOpen && <Releases reportId={report.id} />}
      </div>
    </Dialog>
  )
}

function Releases({ reportId }: { reportId: string }) {
  const { t } = useTranslation('order-reports')
  const format = useFormat()
  const client = useQueryClient()
  const releases = useQuery(releasesOptions(reportId)).data ?? []
  const command = useCommand({
    run: revokeRelease,
    onDone: () => client.invalidateQueries({ queryKey: releasesOptions(reportId).queryKey }),
  })
  if (releases.length === 0) return null
  return (
    <section>
      <h3 className="h2">{t('release.given')}</h3>
      <ProblemSummary error={command.error} />
      {releases.map((release) => (
        <div key={release.id} className={styles.line}>
          <div className="row g8 wrap base">
            <span className="b f1">{release.recipient}</span>
            <span className="s t3">
              {release.revokedAt
                ? t('release.revoked', { at: format.instant(release.revokedAt) })
                : t('release.until', { at: format.instant(release.expiresAt) })}
            </span>
            {!release.revokedAt && (
              <Button
                size="sm"
                kind="danger"
                isBusy={command.isPending}
                aria-label={t('release.revokeFor', { recipient: release.recipient })}
                onClick={() => command.mutate({ reportId, releaseId: release.id })}
              >
                {t('release.revoke')}
              </Button>
            )}
          </div>
          <ul className="s t2">
            {release.reads.map((read) => (
              <li key={`${read.at} ${read.act}`}>
                {t(`release.read.${read.act}`)} · {format.instant(read.at)} · {read.address}
              </li>
            ))}
            {release.reads.length === 0 && <li className="t3">{t('release.unread')}</li>}
          </ul>
        </div>
      ))}
    </section>
  )
}
