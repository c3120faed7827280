import { VerifyEmail } from '@jiju/people/contract/sign-in'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { verifyEmail } from '../../features/people/calls.ts'
import { useMailToken } from '../../features/people/mail-token.ts'
import { useForgetAnswers } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useForm } from '../../lib/use-form.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { FormErrors } from '../../ui/form-errors.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { NarrowPage } from './narrow-page.tsx'

/** The link of the mail leads here; the password of the sign-up proves that the same person follows it. */
export function VerifyEmailPage() {
  const { t } = useTranslation('signin')
  const token = useMailToken()
  const navigate = useNavigate()
  const forget = useForgetAnswers()
  const command = useCommand({
    run: verifyEmail,
    onDone: async () => {
      await forget()
      await navigate({ to: '/join' })
    },
  })
  const form = useForm({
    initial: { password: '' },
    schema: VerifyEmail,
    toInput: (values) => ({ ...values, token: token ?? '' }),
    onSend: (input) => command.mutate(input),
  })
  if (!token)
    return (
      <NarrowPage title={t('verify.badLinkTitle')} lead={t('verify.badLink')}>
        <div>
          <ButtonLink to="/join">{t('verify.again')}</ButtonLink>
        </div>
      </NarrowPage>
    )
  return (
    <NarrowPage title={t('verify.title')} lead={t('verify.lead')}>
      <Panel>
        <form className="form" {...form.form}>
          <FormErrors errors={form.errors} idOf={form.idOf} />
          <ProblemSummary error={command.error} idOf={(field) => form.idOf(field.slice(1))} />
          <TextField {...form.field('password')} label={t('signIn.password')} type="password" autoComplete="current-password" />
          <Button kind="primary" size="lg" type="submit" isBlock isBusy={command.isPending}>
            {t('verify.submit')}
          </Button>
        </form>
      </Panel>
    </NarrowPage>
  )
}
