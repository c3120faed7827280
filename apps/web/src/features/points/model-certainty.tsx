import type { Model } from '@jiju/scoring/core/engine/model'
import { useTranslation } from 'react-i18next'
import { certaintyOf } from '../../lib/certainty-of.ts'
import { CertaintyTag } from '../../ui/tag.tsx'

/** How sure the weights of a model are; nothing where they were seen in their source. */
export function ModelCertainty({ model }: { model: Pick<Model, 'certainty'> }) {
  const { t } = useTranslation('points')
  if (model.certainty === 'seen') return null
  return (
    <>
      {' · '}
      {t('page.weights')} <CertaintyTag certainty={certaintyOf(model.certainty)} />
    </>
  )
}
