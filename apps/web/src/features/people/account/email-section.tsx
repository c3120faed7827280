import { ChangeEmail } from '@jiju/people/contract/me'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../lib/use-command.ts'
import { useForm } from '../../../lib/use-form.ts'
import { Button } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/field.tsx'
import { FormErrors } from '../../../ui/form-errors.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { ProblemSummary } from '../../../ui/problem-summary.tsx'
import { changeEmail } from '../calls.ts'

/** Asks for another address to sign in with; it counts when the link that is mailed there was followed. */
export function EmailSection({ email }: { email: string }) {
  const { t } = useTranslation('account')
  const [sentTo, setSentTo] = useState<string | null>(null)
  const command = useCommand({ run: changeEmail, onDone: (_, input) => setSentTo(input.email) })
  const form = useForm({ initial: { email: '' }, schema: ChangeEmail, onSend: (input) => command.mutate(input) })
  return (
    <Panel title={t('email.title')}>
      <form className="form" {...form.form}>
        <FormErrors errors={form.errors} idOf={form.idOf} />
        <ProblemSummary error={command.error} idOf={(field) => form.idOf(field.slice(1))} />
        <p className="t2">{t('email.lead', { email })}</p>
        {sentTo && (
          <p className="notice notice-ok" role="status">
            {t('email.sent', { email: sentTo })}
          </p>
        )}
        <TextField {...form.field('email')} label={t('email.new')} type="email" inputMode="email" autoComplete="email" />
        <div>
          <Button kind="primary" type="submit" isBusy={command.isPending}>
            {t('email.send')}
          </Button>
        </div>
      </form>
    </Panel>
  )
}
