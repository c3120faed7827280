import type { ReservationQuote } from '@jiju/booking/contract/reservations'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import styles from './booking-panel.module.css'

type Price = NonNullable<ReservationQuote['price']>

/** The price line by line; the lines sum to the total under them. */
export function PriceLines({ price }: { price: Price }) {
  const { t } = useTranslation(['resource', 'common'])
  const format = useFormat()
  return (
    <>
      <table className={styles.lines}>
        <caption className="sr-only">{t('price.lines')}</caption>
        <tbody>
          {price.lines.map((line) => (
            <tr key={line.code}>
              <th scope="row">
                {t(`price.line.${line.code}`, { quantity: trimZeros(line.quantity), unitPrice: format.shortPrice(line.unitPrice) })}
                {line.code === 'machine_time' && (
                  <span className="s t3">{t('price.class', { class: t(`common:customerClass.${price.customerClass}`) })}</span>
                )}
                {line.code === 'operator_time' && <span className="s t3">{t('price.operatorNote')}</span>}
              </th>
              <td>{format.money(line.amount)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={styles.total}>
        <span className="b">{t('price.total')}</span>
        <strong>{format.price(price.total)}</strong>
      </div>
    </>
  )
}

/** `2.00` → `2`, `1.50` → `1.5`. */
function trimZeros(decimal: string): string {
  return decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal
}
