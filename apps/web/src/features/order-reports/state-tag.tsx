import type { ReportSummary } from '@jiju/orders/contract/reports'
import { useTranslation } from 'react-i18next'
import { Tag, type TagKind } from '../../ui/tag.tsx'

const LOOK: Record<ReportSummary['state'], TagKind> = {
  draft: 'plain',
  prepared: 'warn',
  checked: 'warn',
  approved: 'accent',
  issued: 'ok',
  replaced: 'warn',
  withdrawn: 'bad',
  discarded: 'plain',
}

/** The state of a report in words and colour. */
export function ReportStateTag({ state }: { state: ReportSummary['state'] }) {
  const { t } = useTranslation('order-reports')
  return <Tag kind={LOOK[state]}>{t(`state.${state}`)}</Tag>
}
