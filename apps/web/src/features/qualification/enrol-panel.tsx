import type { Training } from '@jiju/booking/contract/trainings'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useAccess } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { toast } from '../../ui/toast.tsx'
import { enrol, leave } from './calls.ts'
import { PlacesTag } from './training-list.tsx'

/** Where the reader stands with a session, and the one act. */
export function EnrolPanel({ training }: { training: Training }) {
  const { t } = useTranslation('qualification')
  const format = useFormat()
  const client = useQueryClient()
  const mayEnrol = useAccess('booking.training.enrol')
  const done = (text: string) => async () => {
    toast(text)
    await client.invalidateQueries({ queryKey: ['trainings'] })
    await client.invalidateQueries({ queryKey: ['qualifications'] })
  }
  const enter = useCommand({
    run: enrol,
    onDone: (row: Training) => done(t(row.mine?.state === 'waiting' ? 'training.nowWaiting' : 'training.nowEnrolled'))(),
  })
  const exit = useCommand({ run: leave, onDone: done(t('training.nowLeft')) })
  const isFull = training.taken >= training.places
  const needsTest = training.test !== null && !training.test.isPassed
  return (
    <Panel title={t('training.places')}>
      <div className="stack">
        <div className="row g8 wrap">
          <PlacesTag of={training} />
          <span className="s t3">{t('training.taken', { taken: training.taken, places: training.places })}</span>
        </div>
        <ProblemSummary error={enter.error ?? exit.error} />
        {training.canLeave && <p className="m t2">{t(training.mine?.state === 'waiting' ? 'training.waitText' : 'training.comeText')}</p>}
        {training.canEnrol && (
          <p className="m t2">{isFull ? t('training.fullText') : t('training.price', { price: format.price(training.fee) })}</p>
        )}
        {needsTest && training.test && training.state === 'open' && (
          <>
            <p className="notice notice-warn">{t('training.testFirst')}</p>
            <ButtonLink kind="primary" to="/tests/$id" params={{ id: training.test.id }}>
              {t('test.go')}
            </ButtonLink>
          </>
        )}
        {mayEnrol && training.canEnrol && (
          <Button kind="primary" size="lg" isBlock isBusy={enter.isPending} onClick={() => enter.mutate({ id: training.id })}>
            {t(isFull ? 'training.wait' : 'training.enrol')}
          </Button>
        )}
        {mayEnrol && training.canLeave && (
          <Button isBusy={exit.isPending} onClick={() => exit.mutate({ id: training.id })}>
            {t('training.leave')}
          </Button>
        )}
      </div>
    </Panel>
  )
}
