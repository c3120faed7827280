import type { Qualification } from '@jiju/booking/contract/qualifications'
import { useTranslation } from 'react-i18next'
import { REGION_ZONE, zonedParts } from '../../lib/format.ts'
import { useFormat } from '../../lib/use-format.ts'

/** Until when a level counts, and by what it lapses. */
export function Validity({ of }: { of: Qualification }) {
  const { t } = useTranslation('qualification')
  const format = useFormat()
  if (!of.lapsesAt) return <>{t('validity.open')}</>
  const day = zonedParts(new Date(Date.parse(of.lapsesAt) - 1), REGION_ZONE).day
  const isByDisuse = of.lapsesAt !== of.validUntil
  return (
    <>
      {t('validity.until', { day: format.day(day) })}
      {isByDisuse && of.disuseDays !== null && <span className="s t3"> {t('validity.disuse', { days: of.disuseDays })}</span>}
    </>
  )
}
