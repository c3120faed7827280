import type { NoShow } from '@jiju/booking/contract/no-shows'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { toast } from '../../ui/toast.tsx'
import { decideAppeal } from './calls.ts'

/** Upholds an appeal, which removes the points, or lets the record stand. */
export function DecideButton({ record, onDone }: { record: NoShow; onDone: () => void }) {
  const { t } = useTranslation('standing')
  const [isOpen, setOpen] = useState(false)
  const [words, setWords] = useState('')
  const command = useCommand({
    run: decideAppeal,
    onDone: () => {
      setOpen(false)
      toast(t('decide.done'))
      onDone()
    },
  })
  if (!record.appeal || record.decision) return null
  if (!record.canDecide) return record.isRecordedByReader ? <span className="s t3">{t('decide.second')}</span> : null
  const decide = (isUpheld: boolean) =>
    command.mutate({ target: record, body: { isUpheld, ...(words.trim() ? { words: words.trim() } : {}) } })
  return (
    <>
      <Button size="sm" kind="primary" onClick={() => setOpen(true)}>
        {t('decide.button')}
      </Button>
      <Dialog
        title={t('decide.title')}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        foot={
          <>
            <Button isBusy={command.isPending} onClick={() => decide(false)}>
              {t('decide.reject')}
            </Button>
            <Button kind="primary" isBusy={command.isPending} onClick={() => decide(true)}>
              {t('decide.uphold')}
            </Button>
          </>
        }
      >
        <div className="stack">
          <ProblemSummary error={command.error} />
          <p className="pre">{t('decide.said', { words: record.appeal.words })}</p>
          <TextArea
            label={t('decide.words')}
            hint={t('decide.wordsHint')}
            maxLength={1000}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        </div>
      </Dialog>
    </>
  )
}
