import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import type { Points } from './calls.ts'
import { ModelCertainty } from './model-certainty.tsx'

/** What a score stands on: period, model with its certainty, and the day of its facts. */
export function RunLine({ points: { run, model } }: { points: Points }) {
  const { t, i18n } = useTranslation('points')
  const format = useFormat()
  return (
    <>
      {t('page.line', {
        period: format.period(run.period),
        model: i18n.language.startsWith('en') ? run.modelName.en : run.modelName.zh,
        version: run.modelVersion,
        factsAt: format.stamp(run.factsAt).slice(0, 10),
      })}
      <ModelCertainty model={model} />
    </>
  )
}
