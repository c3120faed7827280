import type { Outage } from '@jiju/booking/contract/outages'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { REGION_ZONE } from '../../lib/format.ts'
import { useCommand } from '../../lib/use-command.ts'
import { fromWallClock, toWallClock } from '../../lib/wall-clock.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { DateTimeField } from '../../ui/late/moment-field.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { toast } from '../../ui/toast.tsx'
import { changeOutage, endOutage } from './calls.ts'

type Props = { outage: Outage; onClose: () => void; onDone: () => void }

/** Gives an outage another expected end. */
export function ChangeEndDialog({ outage, onClose, onDone }: Props) {
  const { t } = useTranslation('outages')
  const zone = outage.resources[0]?.zone ?? REGION_ZONE
  const [end, setEnd] = useState(toWallClock(outage.end, zone))
  const instant = fromWallClock(end, zone)
  const command = useCommand({
    run: changeOutage,
    onDone: () => {
      toast(t('change.done'))
      onDone()
    },
  })
  return (
    <Dialog
      title={t('change.title')}
      isOpen
      onClose={onClose}
      foot={
        <Button
          kind="primary"
          isBusy={command.isPending}
          disabled={!instant}
          onClick={() => instant && command.mutate({ target: outage, body: { end: instant } })}
        >
          {t('change.submit')}
        </Button>
      }
    >
      <div className="stack">
        <ProblemSummary error={command.error} />
        <DateTimeField label={t('form.end')} value={end} stepMinutes={30} onChange={({ target }) => setEnd(target.value)} />
        <p className="m t2">{t('change.text')}</p>
      </div>
    </Dialog>
  )
}

/** Ends an outage now, or calls one off; the safe answer has the focus. */
export function EndOutageDialog({ outage, onClose, onDone }: Props) {
  const { t } = useTranslation('outages')
  const isRunning = outage.phase === 'running'
  const command = useCommand({
    run: endOutage,
    onDone: () => {
      toast(t('endDialog.done'))
      onDone()
    },
  })
  return (
    <Dialog
      title={isRunning ? t('endDialog.endTitle') : t('endDialog.offTitle')}
      isOpen
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('endDialog.keep')}</Button>
          <Button kind="danger" isBusy={command.isPending} onClick={() => command.mutate({ target: outage })}>
            {isRunning ? t('detail.end') : t('detail.callOff')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <ProblemSummary error={command.error} />
        <p>{t('endDialog.text', { count: outage.open })}</p>
      </div>
    </Dialog>
  )
}
