import { SignIn } from '@jiju/people/contract/sign-in'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type SecondFactorChallenge, signIn } from '../../features/people/calls.ts'
import { DemoAccounts } from '../../features/people/demo-accounts.tsx'
import { SecondFactorStep } from '../../features/people/second-factor-step.tsx'
import { useForgetAnswers } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useForm } from '../../lib/use-form.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { FormErrors } from '../../ui/form-errors.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { NarrowPage } from './narrow-page.tsx'

/** Password, then a second step where one is asked; afterwards on to where the reader wanted to go. */
export function SignInPage() {
  const { t } = useTranslation('signin')
  const { next } = useSearch({ from: '/public/signin' })
  const navigate = useNavigate()
  const forget = useForgetAnswers()
  const [challenge, setChallenge] = useState<SecondFactorChallenge | null>(null)

  const goOn = async () => {
    await forget()
    if (next) await navigate({ href: next })
    else await navigate({ to: '/workspace' })
  }
  const command = useCommand({
    run: signIn,
    onDone: (result) => (result.status === 'signed_in' ? goOn() : setChallenge(result)),
  })
  const form = useForm({ initial: { email: '', password: '' }, schema: SignIn, onSend: (input) => command.mutate(input) })

  if (challenge)
    return (
      <NarrowPage title={t('second.title')} lead={t('second.limit')}>
        <SecondFactorStep challenge={challenge} onDone={goOn} onBack={() => setChallenge(null)} />
      </NarrowPage>
    )
  return (
    <NarrowPage title={t('signIn.title')} lead={next ? t('signIn.continueTo') : t('signIn.lead')}>
      <Panel>
        <form className="form" {...form.form}>
          <FormErrors errors={form.errors} idOf={form.idOf} />
          <ProblemSummary error={command.error} idOf={(field) => form.idOf(field.slice(1))} />
          <TextField {...form.field('email')} label={t('signIn.email')} type="email" autoComplete="username" inputMode="email" />
          <TextField {...form.field('password')} label={t('signIn.password')} type="password" autoComplete="current-password" />
          <Button kind="primary" size="lg" type="submit" isBlock isBusy={command.isPending}>
            {t('signIn.submit')}
          </Button>
          <div className="row sb wrap g8">
            <Link to="/forgot">{t('signIn.forgot')}</Link>
            <span className="t2 in-text">
              {t('signIn.noAccount')} <Link to="/join">{t('signIn.join')}</Link>
            </span>
          </div>
        </form>
      </Panel>
      <DemoAccounts onPick={(email, password) => form.reset({ email, password })} />
    </NarrowPage>
  )
}
