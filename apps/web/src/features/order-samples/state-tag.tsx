import type { Sample } from '@jiju/orders/contract/samples'
import { useTranslation } from 'react-i18next'
import { Tag, type TagKind } from '../../ui/tag.tsx'

const LOOK: Record<Sample['state'], TagKind> = {
  declared: 'warn',
  sent: 'accent',
  received: 'ok',
  refused: 'bad',
  used_up: 'plain',
  returning: 'accent',
  returned: 'plain',
  destroyed: 'plain',
  lost: 'bad',
  broken: 'bad',
  withdrawn: 'plain',
}

/** The state of a sample in words and colour. */
export function SampleTag({ state }: { state: Sample['state'] }) {
  const { t } = useTranslation('order-samples')
  return <Tag kind={LOOK[state]}>{t(`state.${state}`)}</Tag>
}
