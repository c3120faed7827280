import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SelectField } from '../../ui/field.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { toast } from '../../ui/toast.tsx'
import { pingWebhook, removeWebhook, rotateSecret, switchWebhook, type Webhook } from './calls.ts'
import { SecretDialog } from './secret-dialog.tsx'

const OVERLAPS = ['24', '72', '0'] as const

/** Test, pause, resume, another secret, delete. */
export function WebhookActs({
  webhook,
  version,
  onChanged,
  onRemoved,
}: {
  webhook: Webhook
  version: string
  onChanged: () => void
  onRemoved: () => void
}) {
  const { t } = useTranslation('webhooks')
  const { id } = webhook
  const [asked, setAsked] = useState<'rotate' | 'remove' | null>(null)
  const [overlap, setOverlap] = useState<(typeof OVERLAPS)[number]>('24')
  const [secret, setSecret] = useState<string | null>(null)
  const done = (text: string) => {
    toast(text)
    onChanged()
  }
  const ping = useCommand({ run: pingWebhook, onDone: () => done(t('pinged')) })
  const turn = useCommand({ run: switchWebhook, onDone: (_, { to }) => done(to === 'pause' ? t('paused') : t('resumed')) })
  const rotate = useCommand({
    run: rotateSecret,
    onDone: (made) => {
      setAsked(null)
      setSecret(made.secret)
      onChanged()
    },
  })
  const remove = useCommand({
    run: removeWebhook,
    onDone: () => {
      toast(t('removed'))
      onRemoved()
    },
  })
  const to = webhook.state === 'active' ? 'pause' : 'resume'
  return (
    <>
      <ProblemSummary error={ping.error ?? turn.error} />
      <div className="row g8 wrap">
        <Button isBusy={ping.isPending} onClick={() => ping.mutate({ id })}>
          {t('ping')}
        </Button>
        <Button kind={to === 'resume' ? 'primary' : 'default'} isBusy={turn.isPending} onClick={() => turn.mutate({ id, version, to })}>
          {t(to)}
        </Button>
        <Button onClick={() => setAsked('rotate')}>{t('secret.rotate')}</Button>
        <Button onClick={() => setAsked('remove')}>{t('remove')}</Button>
      </div>
      <Dialog
        title={t('secret.rotateTitle')}
        isOpen={asked === 'rotate'}
        onClose={() => setAsked(null)}
        foot={
          <Button kind="primary" isBusy={rotate.isPending} onClick={() => rotate.mutate({ id, version, overlapHours: Number(overlap) })}>
            {t('secret.rotate')}
          </Button>
        }
      >
        <div className="stack">
          <ProblemSummary error={rotate.error} />
          <p>{t('secret.rotateText')}</p>
          <SelectField
            label={t('secret.overlap')}
            value={overlap}
            options={OVERLAPS.map((value) => ({
              value,
              label: value === '0' ? t('secret.overlapNone') : t('secret.overlapHours', { count: Number(value) }),
            }))}
            onPick={setOverlap}
          />
        </div>
      </Dialog>
      <Dialog
        title={t('removeTitle', { name: webhook.name })}
        isOpen={asked === 'remove'}
        onClose={() => setAsked(null)}
        foot={
          <Button kind="danger" isBusy={remove.isPending} onClick={() => remove.mutate({ id })}>
            {t('remove')}
          </Button>
        }
      >
        <ProblemSummary error={remove.error} />
        <p>{t('removeText')}</p>
      </Dialog>
      <SecretDialog secret={secret} onClose={() => setSecret(null)} />
    </>
  )
}
