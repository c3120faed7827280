import type { ScoringList } from '@jiju/scoring/contract/lists'
import { useTranslation } from 'react-i18next'
import { Tag, type TagKind } from '../../ui/tag.tsx'

const LOOK: Record<ScoringList['state'], TagKind> = {
  draft: 'plain',
  approved: 'accent',
  notice: 'warn',
  final: 'ok',
  replaced: 'plain',
  withdrawn: 'bad',
}

export function ListStateTag({ state }: { state: ScoringList['state'] }) {
  const { t } = useTranslation('scoring-lists')
  return <Tag kind={LOOK[state]}>{t(`state.${state}`)}</Tag>
}
