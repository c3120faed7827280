import type { SampleSubmission } from '@jiju/booking/contract/samples'
import { useTranslation } from 'react-i18next'
import { Tag, type TagKind } from '../../ui/tag.tsx'

const LOOK: Record<SampleSubmission['state'], TagKind> = {
  queued: 'warn',
  received: 'accent',
  running: 'accent',
  done: 'ok',
  cancelled: 'plain',
}

export function SampleStateTag({ submission }: { submission: Pick<SampleSubmission, 'state' | 'isLate'> }) {
  const { t } = useTranslation('samples')
  return (
    <span className="row g4 wrap">
      <Tag kind={LOOK[submission.state]}>{t(`state.${submission.state}`)}</Tag>
      {submission.isLate && <Tag kind="bad">{t('late')}</Tag>}
    </span>
  )
}
