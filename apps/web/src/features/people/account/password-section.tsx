import { ChangePassword } from '@jiju/people/contract/me'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../lib/use-command.ts'
import { useForm } from '../../../lib/use-form.ts'
import { Button } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/field.tsx'
import { FormErrors } from '../../../ui/form-errors.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { ProblemSummary } from '../../../ui/problem-summary.tsx'
import { toast } from '../../../ui/toast.tsx'
import { changePassword } from '../calls.ts'

const EMPTY = { password: '', newPassword: '' }

export function PasswordSection() {
  const { t } = useTranslation('account')
  const command = useCommand({
    run: changePassword,
    onDone: () => {
      form.reset(EMPTY)
      toast(t('password.saved'))
    },
  })
  const form = useForm({ initial: EMPTY, schema: ChangePassword, onSend: (input) => command.mutate(input) })
  return (
    <Panel title={t('tabs.password')} note={t('password.note')}>
      <form className="form" {...form.form}>
        <FormErrors errors={form.errors} idOf={form.idOf} />
        <ProblemSummary error={command.error} idOf={(field) => form.idOf(field.slice(1))} />
        <TextField {...form.field('password')} label={t('password.current')} type="password" autoComplete="current-password" />
        <TextField
          {...form.field('newPassword')}
          label={t('password.next')}
          type="password"
          autoComplete="new-password"
          hint={t('password.hint')}
        />
        <div>
          <Button kind="primary" type="submit" isBusy={command.isPending}>
            {t('password.save')}
          </Button>
        </div>
      </form>
    </Panel>
  )
}
