import type { Enquiry } from '@jiju/orders/contract/enquiries'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { toast } from '../../ui/toast.tsx'
import { askMore } from './calls.ts'
import { ProviderChoice } from './provider-choice.tsx'

/** Asks further providers that fit. */
export function AskMoreDialog({ enquiry, onClose, onDone }: { enquiry: Enquiry; onClose: () => void; onDone: (next: Enquiry) => void }) {
  const { t } = useTranslation('order-enquiries')
  const [chosen, setChosen] = useState<string[]>([])
  const command = useCommand({
    run: askMore,
    onDone: (next) => {
      toast(t('askMore.done'))
      onClose()
      onDone(next)
    },
  })
  return (
    <Dialog
      title={t('askMore.title')}
      isOpen
      isWide
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('back')}</Button>
          <Button
            kind="primary"
            isBusy={command.isPending}
            disabled={chosen.length === 0}
            onClick={() => command.mutate({ id: enquiry.id, providerIds: chosen })}
          >
            {t('askMore.send')}
          </Button>
        </>
      }
    >
      <ProblemSummary error={command.error} />
      <ProviderChoice
        id="ask-more"
        items={enquiry.items.map(({ serviceId, name, method }) => ({ serviceId: serviceId ?? undefined, name, method }))}
        chosen={chosen}
        isToFitting={false}
        asked={enquiry.asked.map(({ providerId }) => providerId)}
        onChange={setChosen}
      />
    </Dialog>
  )
}
