import { useTranslation } from 'react-i18next'
import { Tag } from '../../ui/tag.tsx'

/** How many working days are left for an answer. */
export function ObjectionClock({ left }: { left: number | null }) {
  const { t } = useTranslation('scoring-lists')
  if (left === null) return null
  return (
    <Tag kind={left < 0 ? 'bad' : left <= 1 ? 'warn' : 'plain'}>
      {left < 0 ? t('objections.overdue', { count: -left }) : left === 0 ? t('objections.today') : t('objections.left', { count: left })}
    </Tag>
  )
}
