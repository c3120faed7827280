import type { TaskState } from '@jiju/orders/core/work/vocabulary'
import { useTranslation } from 'react-i18next'
import { Tag, type TagKind } from '../../ui/tag.tsx'

const LOOKS: Readonly<Record<TaskState, TagKind>> = { planned: 'plain', running: 'accent', done: 'warn', checked: 'ok', void: 'line' }

export function TaskStateTag({ state }: { state: TaskState }) {
  const { t } = useTranslation('order-work')
  return <Tag kind={LOOKS[state]}>{t(`state.${state}`)}</Tag>
}
