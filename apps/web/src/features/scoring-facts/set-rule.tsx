import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { dayNow } from '../../lib/format.ts'
import { Button } from '../../ui/button.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { TextField } from '../../ui/field.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { TextArea } from '../../ui/text-area.tsx'

type Dating = { readonly validFrom: string; readonly reason: string }

/** The rule that stands for the very day from which another is to hold. */
export function standingOn<Rule extends { id: string; validFrom: string; state: string }>(rules: readonly Rule[], day: string) {
  return rules.find(({ validFrom, state }) => validFrom === day && state !== 'replaced')?.id ?? null
}

/** Sets a rule from a day on, with its reason. */
export function SetRule({
  title,
  dating,
  onDating,
  error,
  isPending,
  isComplete,
  children,
  onSave,
  onClose,
}: {
  title: string
  dating: Dating
  onDating: (dating: Dating) => void
  error: Error | null
  isPending: boolean
  isComplete: boolean
  children: ReactNode
  onSave: () => void
  onClose: () => void
}) {
  const { t } = useTranslation('scoring-facts')
  return (
    <Drawer
      title={title}
      isOpen
      onClose={onClose}
      foot={
        <Button
          kind="primary"
          isBusy={isPending}
          disabled={!isComplete || dating.validFrom === '' || dating.reason.trim().length < 2}
          onClick={onSave}
        >
          {t('rule.set')}
        </Button>
      }
    >
      <div className="stack">
        <p className="t2">{t('rule.line')}</p>
        <ProblemSummary error={error} />
        {children}
        <TextField
          label={t('rule.from')}
          type="date"
          min={dayNow()}
          value={dating.validFrom}
          onChange={(event) => onDating({ ...dating, validFrom: event.target.value })}
        />
        <TextArea
          label={t('enterprise.why')}
          value={dating.reason}
          maxLength={500}
          onChange={(event) => onDating({ ...dating, reason: event.target.value })}
        />
      </div>
    </Drawer>
  )
}
