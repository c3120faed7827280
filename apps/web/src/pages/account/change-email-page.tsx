import { ConfirmEmail } from '@jiju/people/contract/me'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { confirmEmail } from '../../features/people/calls.ts'
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

/** The link of the mail to a new address leads here; the password proves that the mailbox is the person's. */
export function ChangeEmailPage() {
  const { t } = useTranslation('signin')
  const token = useMailToken()
  const forget = useForgetAnswers()
  const [isDone, setDone] = useState(false)
  const command = useCommand({
    run: confirmEmail,
    onDone: async () => {
      setDone(true)
      await forget()
    },
  })
  const form = useForm({
    initial: { password: '' },
    schema: ConfirmEmail,
    toInput: (values) => ({ ...values, token: token ?? '' }),
    onSend: (input) => command.mutate(input),
  })
  if (!token || isDone)
    return (
      <NarrowPage
        title={isDone ? t('changeEmail.doneTitle') : t('verify.badLinkTitle')}
        lead={isDone ? t('changeEmail.done') : t('verify.badLink')}
      >
        <div>
          <ButtonLink to="/account" kind="primary">
            {t('changeEmail.toAccount')}
          </ButtonLink>
        </div>
      </NarrowPage>
    )
  return (
    <NarrowPage title={t('changeEmail.title')} lead={t('changeEmail.lead')}>
      <Panel>
        <form className="form" {...form.form}>
          <FormErrors errors={form.errors} idOf={form.idOf} />
          <ProblemSummary error={command.error} idOf={(field) => form.idOf(field.slice(1))} />
          <TextField {...form.field('password')} label={t('signIn.password')} type="password" autoComplete="current-password" />
          <Button kind="primary" size="lg" type="submit" isBlock isBusy={command.isPending}>
            {t('changeEmail.submit')}
          </Button>
        </form>
      </Panel>
    </NarrowPage>
  )
}
