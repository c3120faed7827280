import type { NoShow } from '@jiju/booking/contract/no-shows'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { resourceNameOf } from '../../lib/resource-name.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { toast } from '../../ui/toast.tsx'
import { appealNoShow } from './calls.ts'

/** The person's own words against a record; once. */
export function AppealButton({ record, onDone }: { record: NoShow; onDone: () => void }) {
  const { t } = useTranslation('standing')
  const format = useFormat()
  const [isOpen, setOpen] = useState(false)
  const [words, setWords] = useState('')
  const command = useCommand({
    run: appealNoShow,
    onDone: () => {
      setOpen(false)
      toast(t('appeal.done'))
      onDone()
    },
  })
  if (!record.canAppeal) return null
  return (
    <>
      <Button size="sm" onClick={() => setOpen(true)}>
        {t('appeal.button')}
      </Button>
      <Dialog
        title={t('appeal.title')}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        foot={
          <>
            <Button onClick={() => setOpen(false)}>{t('appeal.keep')}</Button>
            <Button
              kind="primary"
              isBusy={command.isPending}
              disabled={!words.trim()}
              onClick={() => command.mutate({ target: record, words: words.trim() })}
            >
              {t('appeal.submit')}
            </Button>
          </>
        }
      >
        <div className="stack">
          <ProblemSummary error={command.error} />
          <p>
            {resourceNameOf(record)} · {format.range(record.start, record.end, record.zone)}
          </p>
          <TextArea
            label={t('appeal.words')}
            hint={t('appeal.hint')}
            maxLength={1000}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        </div>
      </Dialog>
    </>
  )
}
