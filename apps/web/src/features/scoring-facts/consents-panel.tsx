import type { PaperConsent } from '@jiju/scoring/contract/facts'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { AskReason } from '../../ui/ask-reason.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { recordConsent, revokeConsent } from './calls.ts'

/** Consent on paper of enterprises without an account. */
export function ConsentsPanel({
  enterpriseId,
  consents,
  mayWrite,
}: {
  enterpriseId: string
  consents: readonly PaperConsent[]
  mayWrite: boolean
}) {
  const { t } = useTranslation('scoring-facts')
  const format = useFormat()
  const client = useQueryClient()
  const [isRecording, setRecording] = useState(false)
  const [revoked, setRevoked] = useState<string | null>(null)
  const [texts, setTexts] = useState({ document: '', validFrom: '', validUntil: '' })
  const done = async () => {
    setRecording(false)
    setRevoked(null)
    await client.invalidateQueries({ queryKey: ['facts'] })
  }
  const record = useCommand({ run: recordConsent, onDone: done })
  const revoke = useCommand({ run: revokeConsent, onDone: done })
  const field = (name: keyof typeof texts) => ({
    value: texts[name],
    onChange: (event: { target: { value: string } }) => setTexts({ ...texts, [name]: event.target.value }),
  })
  return (
    <Panel
      title={t('enterprise.consents')}
      note={t('enterprise.consentLine')}
      extra={
        mayWrite && (
          <Button size="sm" onClick={() => setRecording(true)}>
            {t('enterprise.recordConsent')}
          </Button>
        )
      }
      isFlush
    >
      <ul className="line-list">
        {consents.length === 0 && <li className="t3">{t('enterprise.noConsents')}</li>}
        {consents.map((consent) => (
          <li key={consent.id}>
            <span>
              {consent.document}
              <div className="s t3">
                {format.dayRange(consent.validFrom, consent.validUntil)}
                {consent.revokedAt && ` · ${t('enterprise.revoked', { reason: consent.revokeReason ?? '' })}`}
              </div>
            </span>
            {mayWrite && !consent.revokedAt && (
              <Button size="sm" onClick={() => setRevoked(consent.id)}>
                {t('enterprise.revoke')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {revoked && (
        <AskReason
          title={t('enterprise.revoke')}
          label={t('enterprise.why')}
          error={revoke.error}
          isPending={revoke.isPending}
          onClose={() => setRevoked(null)}
          onSend={(reason) => revoke.mutate({ id: revoked, reason })}
        />
      )}
      {isRecording && (
        <Dialog
          title={t('enterprise.recordConsent')}
          isOpen
          onClose={() => setRecording(false)}
          foot={
            <Button kind="primary" isBusy={record.isPending} onClick={() => record.mutate({ id: enterpriseId, body: texts })}>
              {t('enterprise.confirm')}
            </Button>
          }
        >
          <div className="stack">
            <ProblemSummary error={record.error} />
            <TextField label={t('event.document')} maxLength={200} {...field('document')} />
            <TextField label={t('enterprise.from')} type="date" {...field('validFrom')} />
            <TextField label={t('enterprise.until')} type="date" {...field('validUntil')} />
          </div>
        </Dialog>
      )}
    </Panel>
  )
}
