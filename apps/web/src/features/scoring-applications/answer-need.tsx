import { AnswerNeed as Answer } from '@jiju/scoring/contract/talent'
import type { TalentDeskNeed } from '@jiju/scoring/contract/talent-desk'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/use-command.ts'
import { useForm } from '../../lib/use-form.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { answerNeed } from './calls.ts'

/** An office answers a need, or puts another answer in place of its own. */
export function AnswerNeed({ need, onClose }: { need: TalentDeskNeed; onClose: () => void }) {
  const { t } = useTranslation('scoring-applications')
  const client = useQueryClient()
  const own = need.answers.find(({ isOwn }) => isOwn)
  const send = useCommand({
    run: answerNeed,
    onDone: async () => {
      onClose()
      await client.invalidateQueries({ queryKey: ['talent', 'desk'] })
    },
  })
  const form = useForm({
    initial: { message: own?.message ?? '', matches: String(own?.matches ?? 0), address: own?.address ?? '' },
    schema: Answer,
    toInput: ({ message, matches, address }) => ({
      message,
      matches: matches.trim() === '' ? Number.NaN : Number(matches),
      address: address.trim() || null,
    }),
    onSend: (body) => send.mutate({ id: need.id, body }),
  })
  return (
    <Dialog title={t('desk.answerTitle', { title: need.title })} isOpen onClose={onClose}>
      <form className="form" {...form.form}>
        <p className="t2">{t('desk.answerLine', { enterprise: need.enterprise.name })}</p>
        <TextArea label={t('desk.message')} rows={3} maxLength={1000} {...form.field('message')} />
        <TextField label={t('desk.matches')} type="number" min={0} max={100000} {...form.field('matches')} />
        <TextField label={t('desk.address')} hint={t('desk.addressHint')} maxLength={500} {...form.field('address')} />
        <ProblemSummary error={send.error} />
        <div className="row g8">
          <Button kind="primary" type="submit" isBusy={send.isPending}>
            {t('desk.answer')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
