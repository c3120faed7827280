import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { toast } from '../../ui/toast.tsx'
import { decidePurchase } from './calls.ts'

/** Approve, or refuse with the reason, the step of an order that the reader saw as next. */
export function DecideButtons({ orderId, position }: { orderId: string; position: number }) {
  const { t } = useTranslation('order-spending')
  const client = useQueryClient()
  const [how, setHow] = useState<'approve' | 'refuse' | null>(null)
  const [words, setWords] = useState('')
  const decide = useCommand({
    run: decidePurchase,
    onDone: async (_next, input) => {
      setHow(null)
      setWords('')
      toast(t(`decide.${input.how}.done`))
      await client.invalidateQueries({ queryKey: ['orders'] })
    },
  })
  const open = (next: 'approve' | 'refuse') => {
    decide.reset()
    setHow(next)
  }
  return (
    <>
      <Button kind="danger" onClick={() => open('refuse')}>
        {t('decide.refuse.button')}
      </Button>
      <Button kind="primary" onClick={() => open('approve')}>
        {t('decide.approve.button')}
      </Button>
      <Dialog
        title={how ? t(`decide.${how}.title`) : ''}
        isOpen={how !== null}
        onClose={() => setHow(null)}
        foot={
          <>
            <Button onClick={() => setHow(null)}>{t('cancel')}</Button>
            <Button
              kind={how === 'refuse' ? 'danger' : 'primary'}
              isBusy={decide.isPending}
              disabled={how === 'refuse' && !words.trim()}
              onClick={() => how && decide.mutate({ id: orderId, position, words: words.trim(), how })}
            >
              {how ? t(`decide.${how}.button`) : ''}
            </Button>
          </>
        }
      >
        <div className="stack">
          <ProblemSummary error={decide.error} />
          {how && <p>{t(`decide.${how}.effect`)}</p>}
          <TextArea
            label={how === 'refuse' ? t('decide.reason') : t('decide.words')}
            rows={3}
            maxLength={1000}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        </div>
      </Dialog>
    </>
  )
}
