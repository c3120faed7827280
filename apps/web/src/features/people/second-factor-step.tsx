import { SECOND_FACTOR_METHODS, SecondFactorSignIn } from '@jiju/people/contract/sign-in'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/use-command.ts'
import { useForm } from '../../lib/use-form.ts'
import { Button } from '../../ui/button.tsx'
import { Segmented, TextField } from '../../ui/field.tsx'
import { FormErrors } from '../../ui/form-errors.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { finishSignIn, type SecondFactorChallenge } from './calls.ts'

const HINT = { totp: 'second.totpHint', recovery_code: 'second.recoveryHint', email_code: 'second.emailHint' } as const

/** The second step of signing in: a code of the method that the server offers. */
export function SecondFactorStep({
  challenge,
  onDone,
  onBack,
}: {
  challenge: SecondFactorChallenge
  onDone: () => Promise<void>
  onBack: () => void
}) {
  const { t } = useTranslation('signin')
  const command = useCommand({ run: finishSignIn, onDone })
  const methods = SECOND_FACTOR_METHODS.filter((method) => challenge.methods.includes(method))
  const form = useForm({
    initial: { method: methods[0] ?? 'totp', code: '' },
    schema: SecondFactorSignIn,
    toInput: (values) => ({ ...values, challenge: challenge.challenge }),
    onSend: (input) => command.mutate(input),
  })
  const { method } = form.values
  return (
    <Panel>
      <form className="form" {...form.form}>
        <FormErrors errors={form.errors} idOf={form.idOf} />
        <ProblemSummary error={command.error} idOf={(field) => form.idOf(field.slice(1))} />
        {methods.length > 1 && (
          <Segmented
            label={t('second.methods')}
            isWide
            value={method}
            options={methods.map((value) => ({ value, label: t(`second.${value}`) }))}
            onPick={(value) => form.set({ method: value, code: '' })}
          />
        )}
        <TextField
          {...form.field('code')}
          label={t('second.code')}
          hint={t(HINT[method])}
          inputMode={method === 'recovery_code' ? 'text' : 'numeric'}
          autoComplete="one-time-code"
          autoFocus
        />
        <Button kind="primary" size="lg" type="submit" isBlock isBusy={command.isPending}>
          {t('second.submit')}
        </Button>
        <Button kind="text" onClick={onBack}>
          {t('second.back')}
        </Button>
      </form>
    </Panel>
  )
}
