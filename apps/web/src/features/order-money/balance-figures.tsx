import type { Ledger } from '@jiju/orders/contract/money'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { Figures } from '../../ui/figures.tsx'

/** What the accounts of the own organisation hold: of an enterprise what it can use, of a provider what it has earned. */
export function BalanceFigures({ ledger }: { ledger: Ledger }) {
  const { t } = useTranslation('order-money')
  const format = useFormat()
  const shown = ledger.side === 'client' ? (['prepaid', 'held', 'due'] as const) : (['payable', 'feesPaid'] as const)
  return (
    <Figures
      items={shown.map((key) => ({
        key,
        label: t(`balance.${key}`),
        value: format.money(ledger[key]),
        unit: t('yuan'),
        note: t(`balance.${key}Note`),
      }))}
    />
  )
}
