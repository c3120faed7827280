import type { ReservationQuote } from '@jiju/booking/contract/reservations'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../lib/use-format.ts'
import styles from './price-lines.module.css'

export type ShownPrice = NonNullable<ReservationQuote['price']>
type Line = ShownPrice['lines'][number]

/** The price line by line, each with how it comes about; the lines sum to the total under them. `fee`: what a cancellation cost. */
export function PriceLines({ price, fee }: { price: ShownPrice; fee?: string | null }) {
  const { t } = useTranslation('common')
  const format = useFormat()
  return (
    <table className={styles.lines}>
      <caption className="sr-only">{t('price.lines')}</caption>
      <tbody>
        {price.lines.map((line) => (
          <tr key={`${line.code} ${line.nameZh ?? ''}`}>
            <th scope="row">
              <LineTitle line={line} />
              <LineReason line={line} customerClass={price.customerClass} />
            </th>
            <td>{format.money(line.amount)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('price.total')}</th>
          <td>
            <strong>{format.price(price.total)}</strong>
          </td>
        </tr>
        {fee && (
          <tr className={styles.fee}>
            <th scope="row">{t('price.cancelFee')}</th>
            <td>{format.money(fee)}</td>
          </tr>
        )}
      </tfoot>
    </table>
  )
}

function LineTitle({ line }: { line: Line }) {
  const { t, i18n } = useTranslation('common')
  const name = i18n.language === 'en' ? (line.nameEn ?? line.nameZh) : line.nameZh
  return <>{name ?? t(`price.line.${line.code}`)}</>
}

/** Quantity × unit price × share, whose price it is and since when: enough to reckon it again. */
function LineReason({ line, customerClass }: { line: Line; customerClass: ShownPrice['customerClass'] }) {
  const { t } = useTranslation('common')
  const format = useFormat()
  const isOwnPrice = line.code === 'machine_time' || line.code === 'per_day' || line.code === 'per_run' || line.code === 'per_sample'
  const parts = [
    line.code !== 'minimum' &&
      line.unit !== 'booking' &&
      `${trimZeros(line.quantity)} ${t(`price.unit.${line.unit}`)} × ${format.shortPrice(line.unitPrice)}${line.percent === 100 ? '' : ` × ${line.percent}%`}`,
    isOwnPrice && t('price.ofClass', { class: t(`customerClass.${customerClass}`) }),
    line.code === 'operator_time' && t('price.operatorNote'),
    line.code === 'minimum' && t('price.minimumNote'),
    line.validFrom && t('price.since', { day: line.validFrom }),
  ].filter(Boolean)
  return <span className={styles.reason}>{parts.join(' · ')}</span>
}

/** `2.00` → `2`, `1.50` → `1.5`. */
function trimZeros(decimal: string): string {
  return decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal
}
