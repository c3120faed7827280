import type { PublicList } from '@jiju/scoring/contract/lists'
import { useTranslation } from 'react-i18next'

/** Words of a list in the reader's language: its rule, its title, and the names of stages and tiers. */
export function useListWords(
  list: Pick<PublicList, 'rules' | 'stages' | 'titleZh' | 'titleEn'> & { readonly model: Pick<PublicList['model'], 'ties'> },
) {
  const { t, i18n } = useTranslation('scoring-lists')
  const language = i18n.language === 'en' ? 'en' : 'zh'
  const tiers = list.rules.kind === 'shares' ? list.rules.tiers : []
  return {
    title: language === 'en' ? list.titleEn : list.titleZh,
    stage: (code: string | null) => list.stages.find((stage) => stage.code === code)?.name[language] ?? '',
    tier: (place: number | null) => (place === null ? '' : (tiers[place]?.name[language] ?? '')),
    tiers: tiers.map(({ name }) => name[language]),
    rule:
      list.rules.kind === 'top'
        ? t('rule.top', { size: list.rules.size }) + t(`ties.${list.model.ties}`)
        : t('rule.shares', {
            tiers: tiers
              .map(({ name, upToPercent }) => t('rule.tier', { percent: upToPercent, name: name[language] }))
              .join(language === 'en' ? ', ' : '、'),
            rounding: t(`rounding.${list.rules.rounding}`),
          }) + t(`ties.${list.model.ties}`),
  }
}
