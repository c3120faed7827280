import type { Reservation, ReservationQuote } from '@jiju/booking/contract/reservations'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'

type Price = Reservation['price'] | NonNullable<ReservationQuote['price']>

/** Lines and total; the lines sum to the total. */
export function PriceTable({ price, fee }: { price: Price; fee?: string | null }) {
  const { t } = useTranslation('bookings')
  const format = useFormat()
  return (
    <table className="price-table" style={{ width: '100%', borderCollapse: 'collapse', fontSize: 13, lineHeight: '20px' }}>
      <caption className="sr-only">{t('detail.quote')}</caption>
      <tbody>
        {price.lines.map((line) => (
          <tr key={line.code}>
            <th scope="row" style={{ padding: '8px 0', fontWeight: 400, textAlign: 'left' }}>
              {t(`detail.line.${line.code}`)}
              <div className="s t3">
                {line.quantity} {t(`detail.unit.${line.unit}`)} × {format.money(line.unitPrice)} ·{' '}
                {t(`customerClass.${price.customerClass}`)}
              </div>
            </th>
            <td className="r" style={{ padding: '8px 0', verticalAlign: 'top' }}>
              {format.money(line.amount)}
            </td>
          </tr>
        ))}
        <tr style={{ borderTop: '1px solid var(--line-strong)' }}>
          <th scope="row" className="b" style={{ padding: '10px 0', textAlign: 'left' }}>
            {t('detail.total')}
          </th>
          <td className="r b" style={{ padding: '10px 0', fontSize: 18 }}>
            {format.money(price.total)}
          </td>
        </tr>
        {fee && (
          <tr>
            <th scope="row" style={{ padding: '4px 0', fontWeight: 400, textAlign: 'left' }}>
              {t('detail.cancelFee')}
            </th>
            <td className="r">{format.money(fee)}</td>
          </tr>
        )}
      </tbody>
    </table>
  )
}
