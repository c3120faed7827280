import { RequestPasswordReset, ResetPassword } from '@jiju/people/contract/sign-in'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { requestPasswordReset, resetPassword } from '../../features/people/calls.ts'
import { useMailToken } from '../../features/people/mail-token.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useForm } from '../../lib/use-form.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { FormErrors } from '../../ui/form-errors.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { NarrowPage } from './narrow-page.tsx'

/** Asks for a link; the answer is the same whether the address is known or not. */
export function ForgotPage() {
  const { t } = useTranslation('signin')
  const [sentTo, setSentTo] = useState<string | null>(null)
  const command = useCommand({ run: requestPasswordReset, onDone: (_, input) => setSentTo(input.email) })
  const form = useForm({ initial: { email: '' }, schema: RequestPasswordReset, onSend: (input) => command.mutate(input) })
  if (sentTo)
    return (
      <NarrowPage title={t('forgot.sentTitle')} lead={t('forgot.sent', { email: sentTo })}>
        <div>
          <ButtonLink to="/signin">{t('forgot.backToSignIn')}</ButtonLink>
        </div>
      </NarrowPage>
    )
  return (
    <NarrowPage title={t('forgot.title')} lead={t('forgot.lead')}>
      <Panel>
        <form className="form" {...form.form}>
          <FormErrors errors={form.errors} idOf={form.idOf} />
          <ProblemSummary error={command.error} />
          <TextField {...form.field('email')} label={t('signIn.email')} type="email" autoComplete="username" />
          <Button kind="primary" size="lg" type="submit" isBlock isBusy={command.isPending}>
            {t('forgot.submit')}
          </Button>
          <Link to="/signin">{t('forgot.backToSignIn')}</Link>
        </form>
      </Panel>
    </NarrowPage>
  )
}

export function ResetPage() {
  const { t } = useTranslation('signin')
  const token = useMailToken()
  const [isDone, setDone] = useState(false)
  const command = useCommand({ run: resetPassword, onDone: () => setDone(true) })
  const form = useForm({
    initial: { password: '' },
    schema: ResetPassword,
    toInput: (values) => ({ ...values, token: token ?? '' }),
    onSend: (input) => command.mutate(input),
  })
  if (!token)
    return (
      <NarrowPage title={t('verify.badLinkTitle')} lead={t('verify.badLink')}>
        <div>
          <ButtonLink to="/forgot">{t('forgot.title')}</ButtonLink>
        </div>
      </NarrowPage>
    )
  if (isDone)
    return (
      <NarrowPage title={t('reset.doneTitle')} lead={t('reset.done')}>
        <div>
          <ButtonLink to="/signin" kind="primary">
            {t('signIn.title')}
          </ButtonLink>
        </div>
      </NarrowPage>
    )
  return (
    <NarrowPage title={t('reset.title')} lead={t('reset.lead')}>
      <Panel>
        <form className="form" {...form.form}>
          <FormErrors errors={form.errors} idOf={form.idOf} />
          <ProblemSummary error={command.error} idOf={(field) => form.idOf(field.slice(1))} />
          <TextField
            {...form.field('password')}
            label={t('reset.newPassword')}
            type="password"
            autoComplete="new-password"
            hint={t('join.passwordHint')}
          />
          <Button kind="primary" size="lg" type="submit" isBlock isBusy={command.isPending}>
            {t('reset.submit')}
          </Button>
        </form>
      </Panel>
    </NarrowPage>
  )
}
