import { SignUp } from '@jiju/people/contract/sign-in'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { signUp } from '../../features/people/calls.ts'
import { JoinOrganisation } from '../../features/people/join-organisation.tsx'
import { currentLanguage } from '../../lib/i18n.ts'
import { useMe } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useForm } from '../../lib/use-form.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { FormErrors } from '../../ui/form-errors.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { Skeleton } from '../../ui/states.tsx'
import { type Step, Steps } from '../../ui/steps.tsx'
import { NarrowPage } from './narrow-page.tsx'

/** Becoming a customer: first a person, then an organisation, then the operator's verification. */
export function JoinPage() {
  const { t } = useTranslation('signin')
  const me = useMe()
  if (!me) return <Skeleton />
  const isSignedIn = me.person !== null
  const steps: Step[] = [
    { key: 'account', name: t('join.steps.account'), state: isSignedIn ? 'done' : 'now' },
    { key: 'organisation', name: t('join.steps.organisation'), state: isSignedIn ? 'now' : 'todo' },
    { key: 'verification', name: t('join.steps.verification'), state: 'todo' },
  ]
  return (
    <NarrowPage
      title={isSignedIn ? t('join.organisationTitle') : t('join.title')}
      lead={isSignedIn ? t('join.organisationLead') : t('join.lead')}
      isWide
    >
      <div className="panel">
        <Steps label={t('join.title')} steps={steps} />
      </div>
      {isSignedIn ? <JoinOrganisation /> : <SignUpForm />}
    </NarrowPage>
  )
}

function SignUpForm() {
  const { t } = useTranslation('signin')
  const [sentTo, setSentTo] = useState<string | null>(null)
  const command = useCommand({ run: signUp, onDone: (_, input) => setSentTo(input.email) })
  const form = useForm({
    initial: { name: '', email: '', password: '' },
    schema: SignUp,
    toInput: (values): SignUp => ({ ...values, language: currentLanguage() }),
    onSend: (input) => command.mutate(input),
  })
  if (sentTo)
    return (
      <Panel title={t('join.mailSentTitle')}>
        <div className="stack">
          <p>{t('join.mailSent', { email: sentTo })}</p>
          <p className="t2">{t('join.mailNot')}</p>
          <div>
            <Button onClick={() => setSentTo(null)}>{t('join.back')}</Button>
          </div>
        </div>
      </Panel>
    )
  return (
    <Panel>
      <form className="form" {...form.form}>
        <FormErrors errors={form.errors} idOf={form.idOf} />
        <ProblemSummary error={command.error} idOf={(field) => form.idOf(field.slice(1))} />
        <TextField {...form.field('name')} label={t('join.name')} autoComplete="name" />
        <TextField {...form.field('email')} label={t('join.email')} type="email" autoComplete="username" />
        <TextField
          {...form.field('password')}
          label={t('join.password')}
          type="password"
          autoComplete="new-password"
          hint={t('join.passwordHint')}
        />
        <Button kind="primary" size="lg" type="submit" isBusy={command.isPending}>
          {t('join.submit')}
        </Button>
        <span className="t2 in-text">
          {t('join.haveAccount')}{' '}
          <Link to="/signin" search={{ next: '/join' }}>
            {t('signIn.title')}
          </Link>
        </span>
      </form>
    </Panel>
  )
}
