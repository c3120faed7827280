import type { Study } from '@jiju/orders/contract/studies'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { toast } from '../../ui/toast.tsx'
import { type StudyStep, stepStudy } from './calls.ts'

/** A signature or the end of a stage: it binds, so it asks once. */
export function StepButton({ study, step, onChanged }: { study: Study; step: StudyStep; onChanged: (next: Study) => void }) {
  const { t } = useTranslation('order-studies')
  const [isOpen, setOpen] = useState(false)
  const command = useCommand({
    run: stepStudy,
    onDone: (next) => {
      setOpen(false)
      toast(t(`step.${step}.done`))
      onChanged(next)
    },
  })
  return (
    <>
      <Button kind="primary" size="sm" onClick={() => setOpen(true)}>
        {t(`step.${step}.button`)}
      </Button>
      <Dialog
        title={t(`step.${step}.button`)}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        foot={
          <>
            <Button onClick={() => setOpen(false)}>{t('cancel')}</Button>
            <Button kind="primary" isBusy={command.isPending} onClick={() => command.mutate({ study, step })}>
              {t(`step.${step}.button`)}
            </Button>
          </>
        }
      >
        <div className="stack">
          <ProblemSummary error={command.error} />
          <p>{t(`step.${step}.effect`)}</p>
        </div>
      </Dialog>
    </>
  )
}
