import type { Outage } from '@jiju/booking/contract/outages'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useAccess } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { toast } from '../../ui/toast.tsx'
import { sendProposals } from './calls.ts'

/** Proposes other slots to every customer who has not answered, in one act. */
export function SendProposals({ outage, onlySameOrLowerPrice = false }: { outage: Outage; onlySameOrLowerPrice?: boolean }) {
  const { t } = useTranslation('outages')
  const client = useQueryClient()
  const maySend = useAccess('booking.outage.declare')
  const command = useCommand({
    run: sendProposals,
    onDone: async ({ sent }) => {
      toast(t('detail.sent', { count: sent }))
      await client.invalidateQueries({ queryKey: ['outages'] })
    },
  })
  if (!maySend || outage.open === 0) return null
  const isRepeat = outage.proposed === outage.open
  return (
    <>
      <Button
        kind={isRepeat ? 'default' : 'primary'}
        isBusy={command.isPending}
        onClick={() => command.mutate({ id: outage.id, onlySameOrLowerPrice })}
      >
        {isRepeat ? t('detail.sendAgain') : t('detail.send')}
      </Button>
      <ProblemSummary error={command.error} />
    </>
  )
}
