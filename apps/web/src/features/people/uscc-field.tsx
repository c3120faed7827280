import { usccFault } from '@jiju/kernel/uscc'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextField } from '../../ui/field.tsx'

/** What is wrong with a unified social credit code, in words; null when it is right. */
export function useUsccError(): (code: string) => string | null {
  const { t } = useTranslation('signin')
  return (code) => {
    const fault = usccFault(code.trim().toUpperCase())
    return fault ? t(`join.usccFault.${fault}`) : null
  }
}

/** The credit code, checked in the browser by the server's own rule as soon as its 18 characters are there. */
export function UsccField({
  id,
  value,
  onChange,
  error,
  isDisabled = false,
}: {
  id: string
  value: string
  onChange: (value: string) => void
  error?: string | undefined
  isDisabled?: boolean
}) {
  const { t } = useTranslation('signin')
  const wordFault = useUsccError()
  const [wasLeft, setLeft] = useState(false)
  const isComplete = value.trim().length >= 18
  const fault = value && (isComplete || wasLeft) ? wordFault(value) : null
  const isRight = isComplete && !fault
  return (
    <TextField
      id={id}
      label={t('join.uscc')}
      value={value}
      maxLength={20}
      autoComplete="off"
      spellCheck={false}
      disabled={isDisabled}
      style={{ fontFamily: 'var(--font-mono)', textTransform: 'uppercase' }}
      onChange={(event) => onChange(event.target.value)}
      onBlur={() => setLeft(true)}
      error={fault ?? error}
      hint={isRight ? <span className="ok">{t('join.usccOk')}</span> : fault || error ? undefined : t('join.usccHint')}
    />
  )
}
