import { ConfirmSecondFactor, ProveSecondFactor, type SecondFactorOffer, StartSecondFactor } from '@jiju/people/contract/me'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useForgetAnswers } from '../../../lib/session.ts'
import { useCommand } from '../../../lib/use-command.ts'
import { useForm } from '../../../lib/use-form.ts'
import { Button } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/field.tsx'
import { FormErrors } from '../../../ui/form-errors.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { ProblemSummary } from '../../../ui/problem-summary.tsx'
import { QueryView } from '../../../ui/query-view.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { toast } from '../../../ui/toast.tsx'
import { confirmSecondFactor, disableSecondFactor, readSecondFactor, renewRecoveryCodes, startSecondFactor } from '../calls.ts'
import { RecoveryCodesPanel } from './recovery-codes-panel.tsx'

/** Turns the second factor on (picture or secret, then a code), shows recovery codes once, renews them, turns it off. */
export function SecondFactorSection({ onCodesShown = () => undefined }: { onCodesShown?: (isShown: boolean) => void }) {
  const { t } = useTranslation('account')
  const query = useQuery({ queryKey: ['second-factor'], queryFn: readSecondFactor })
  const [codes, keepCodes] = useState<readonly string[] | null>(null)
  const setCodes = (next: readonly string[] | null) => {
    onCodesShown(next !== null)
    keepCodes(next)
  }
  const forget = useForgetAnswers()
  const renew = async () => {
    await forget()
    await query.refetch()
  }
  if (codes)
    return (
      <RecoveryCodesPanel
        codes={codes}
        onDone={() => {
          void renew().then(() => setCodes(null))
        }}
      />
    )
  return (
    <QueryView query={query}>
      {(state) => (
        <Panel
          title={t('tabs.secondFactor')}
          extra={<Tag kind={state.isEnabled ? 'ok' : 'line'}>{state.isEnabled ? t('second.on') : t('second.off')}</Tag>}
        >
          <div className="stack-24">
            <p>{t('second.lead')}</p>
            {state.isEnabled ? <TurnedOn left={state.recoveryCodesLeft} onCodes={setCodes} onOff={renew} /> : <TurnOn onCodes={setCodes} />}
          </div>
        </Panel>
      )}
    </QueryView>
  )
}

function TurnOn({ onCodes }: { onCodes: (codes: readonly string[]) => void }) {
  const { t } = useTranslation('account')
  const [offer, setOffer] = useState<SecondFactorOffer | null>(null)
  const start = useCommand({ run: startSecondFactor, onDone: setOffer })
  const confirm = useCommand({ run: confirmSecondFactor, onDone: ({ recoveryCodes }) => onCodes(recoveryCodes) })
  const password = useForm({ initial: { password: '' }, schema: StartSecondFactor, onSend: (input) => start.mutate(input) })
  const code = useForm({ initial: { code: '' }, schema: ConfirmSecondFactor, onSend: (input) => confirm.mutate(input) })
  if (!offer)
    return (
      <form className="form" {...password.form}>
        <FormErrors errors={password.errors} idOf={password.idOf} />
        <ProblemSummary error={start.error} idOf={(field) => password.idOf(field.slice(1))} />
        <TextField {...password.field('password')} label={t('second.password')} type="password" autoComplete="current-password" />
        <div>
          <Button kind="primary" type="submit" isBusy={start.isPending}>
            {t('second.start')}
          </Button>
        </div>
      </form>
    )
  return (
    <form className="form" {...code.form}>
      <FormErrors errors={code.errors} idOf={code.idOf} />
      <ProblemSummary error={confirm.error} idOf={(field) => code.idOf(field.slice(1))} />
      <div className="row g16 wrap top">
        <div>
          <div className="field-label">{t('second.scan')}</div>
          {/* The document comes from our own server; as a picture it cannot run anything. */}
          <img
            src={`data:image/svg+xml;utf8,${encodeURIComponent(offer.qrSvg)}`}
            alt={t('second.qr')}
            width={176}
            height={176}
            style={{ border: '1px solid var(--line)', borderRadius: 8, padding: 8, background: '#FFFFFF' }}
          />
        </div>
        <div className="f1">
          <div className="field-label">{t('second.orType')}</div>
          <code className="mono" style={{ fontSize: 14 }}>
            {offer.secret.replace(/(.{4})/g, '$1 ').trim()}
          </code>
        </div>
      </div>
      <TextField {...code.field('code')} label={t('second.code')} inputMode="numeric" autoComplete="one-time-code" maxLength={6} />
      <div>
        <Button kind="primary" type="submit" isBusy={confirm.isPending}>
          {t('second.confirm')}
        </Button>
      </div>
    </form>
  )
}

function TurnedOn({ left, onCodes, onOff }: { left: number; onCodes: (codes: readonly string[]) => void; onOff: () => Promise<void> }) {
  const { t } = useTranslation('account')
  const renew = useCommand({ run: renewRecoveryCodes, onDone: ({ recoveryCodes }) => onCodes(recoveryCodes) })
  const disable = useCommand({
    run: disableSecondFactor,
    onDone: async () => {
      toast(t('second.disabled'))
      await onOff()
    },
  })
  return (
    <>
      <p className={left < 3 ? 'warn' : 't2'}>
        {t('second.left', { count: left })}
        {left < 3 && ` ${t('second.few')}`}
      </p>
      <ProofForm
        label={t('second.renew')}
        lead={t('second.renewLead')}
        isBusy={renew.isPending}
        error={renew.error}
        onSend={(input) => renew.mutate(input)}
      />
      <ProofForm
        label={t('second.disable')}
        lead={t('second.disableLead')}
        isDanger
        isBusy={disable.isPending}
        error={disable.error}
        onSend={(input) => disable.mutate(input)}
      />
    </>
  )
}

function ProofForm({
  label,
  lead,
  isDanger = false,
  isBusy,
  error,
  onSend,
}: {
  label: string
  lead: string
  isDanger?: boolean
  isBusy: boolean
  error: unknown
  onSend: (input: ProveSecondFactor) => void
}) {
  const { t } = useTranslation('account')
  const form = useForm({ initial: { password: '', code: '' }, schema: ProveSecondFactor, onSend })
  return (
    <details>
      <summary className="b" style={{ cursor: 'pointer' }}>
        {label}
      </summary>
      <form className="form" style={{ marginTop: 12 }} {...form.form}>
        <p className="t2">{lead}</p>
        <FormErrors errors={form.errors} idOf={form.idOf} />
        <ProblemSummary error={error} idOf={(field) => form.idOf(field.slice(1))} />
        <TextField {...form.field('password')} label={t('second.password')} type="password" autoComplete="current-password" />
        <TextField {...form.field('code')} label={t('second.anyCode')} autoComplete="one-time-code" />
        <div>
          <Button kind={isDanger ? 'danger' : 'primary'} type="submit" isBusy={isBusy}>
            {label}
          </Button>
        </div>
      </form>
    </details>
  )
}
