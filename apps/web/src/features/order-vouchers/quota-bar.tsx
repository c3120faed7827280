import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import './vouchers.css'
import { yuan } from './named.ts'

/** How much of a quota or a budget is reserved, redeemed and left; the figures stand beside the bar. Yuan. */
export function QuotaBar({
  title,
  whole,
  parts,
}: {
  title: string
  whole: string
  parts: { readonly reserved: string; readonly redeemed: string; readonly left: string }
}) {
  const { t } = useTranslation('order-vouchers')
  const format = useFormat()
  const shareOf = (part: string) => (Number(whole) > 0 ? `${Math.min(100, (Number(part) / Number(whole)) * 100)}%` : '0')
  return (
    <div>
      <div className="row sb m wrap g8">
        <span>{title}</span>
        <span className="b">
          {t('account.left')} {yuan(format, parts.left)}
        </span>
      </div>
      <div className="quota-bar" aria-hidden="true">
        <i data-part="redeemed" style={{ width: shareOf(parts.redeemed) }} />
        <i data-part="reserved" style={{ width: shareOf(parts.reserved) }} />
      </div>
      <ul className="quota-legend s t2">
        <li data-part="redeemed">
          {t('account.redeemed')} {yuan(format, parts.redeemed)}
        </li>
        <li data-part="reserved">
          {t('account.reserved')} {yuan(format, parts.reserved)}
        </li>
      </ul>
    </div>
  )
}
