import type { OfferedConsumable } from '@jiju/booking/contract/consumables'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { toast } from '../../ui/toast.tsx'
import { checkOut } from './calls.ts'

/** Ends the use in one tap; what was used up is written down on the way if there was something. */
export function CheckOutForm({
  id,
  offered,
  code,
  onDone,
  className,
}: {
  id: string
  offered: readonly OfferedConsumable[]
  code?: string | undefined
  onDone: () => unknown
  className?: string | undefined
}) {
  const { t, i18n } = useTranslation('use')
  const format = useFormat()
  const [taken, setTaken] = useState<Record<string, string>>({})
  const command = useCommand({
    run: checkOut,
    onDone: async () => {
      toast(t('ended'))
      await onDone()
    },
  })
  const consumables = Object.entries(taken)
    .map(([consumableId, text]) => ({ consumableId, quantity: Number(text) }))
    .filter(({ quantity }) => Number.isInteger(quantity) && quantity > 0)
  const body = { ...(code === undefined ? {} : { code }), ...(consumables.length > 0 ? { consumables } : {}) }
  return (
    <div className="stack">
      <ProblemSummary error={command.error} />
      {offered.length > 0 && (
        <details>
          <summary>{t('consumables')}</summary>
          <div className="stack">
            {offered.map((one) => (
              <TextField
                key={one.id}
                type="number"
                inputMode="numeric"
                min={0}
                max={10_000}
                label={`${i18n.language === 'en' ? (one.nameEn ?? one.nameZh) : one.nameZh} · ${format.money(one.price)} / ${one.unitName}`}
                value={taken[one.id] ?? ''}
                onChange={(event) => setTaken({ ...taken, [one.id]: event.target.value })}
              />
            ))}
          </div>
        </details>
      )}
      <Button kind="primary" size="lg" className={className} isBusy={command.isPending} onClick={() => command.mutate({ id, body })}>
        {t('checkOut')}
      </Button>
    </div>
  )
}
