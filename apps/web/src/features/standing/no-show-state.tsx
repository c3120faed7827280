import type { NoShow } from '@jiju/booking/contract/no-shows'
import { useTranslation } from 'react-i18next'
import { Tag, type TagKind } from '../../ui/tag.tsx'

const LOOK = { counted: 'bad', expired: 'plain', appealed: 'warn', upheld: 'ok', rejected: 'bad' } as const satisfies Record<
  string,
  TagKind
>

function stateOf({ isCounted, appeal, decision }: NoShow): keyof typeof LOOK {
  if (decision) return decision.isUpheld ? 'upheld' : isCounted ? 'rejected' : 'expired'
  if (!isCounted) return 'expired'
  return appeal ? 'appealed' : 'counted'
}

export function NoShowStateTag({ record }: { record: NoShow }) {
  const { t } = useTranslation('standing')
  const state = stateOf(record)
  return <Tag kind={LOOK[state]}>{t(`state.${state}`)}</Tag>
}
