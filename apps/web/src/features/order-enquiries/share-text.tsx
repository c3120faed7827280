import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'

/** How many of the last twelve months were in time, with the numbers behind the percentage. */
export function ShareText({ share }: { share: { of: number; inTime: number } }) {
  const { t } = useTranslation('order-enquiries')
  const format = useFormat()
  if (share.of === 0) return <span className="t3">{t('facts.none')}</span>
  return (
    <span>
      {format.percent(share.inTime / share.of, 0)} <span className="s t3">{t('facts.share', { inTime: share.inTime, of: share.of })}</span>
    </span>
  )
}
