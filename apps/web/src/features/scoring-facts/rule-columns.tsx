import type { FactLimitRule } from '@jiju/scoring/contract/fact-rules'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import type { Column } from '../../ui/data-table.tsx'
import { Tag } from '../../ui/tag.tsx'

const LOOKS = { in_force: 'ok', planned: 'accent', past: 'plain', replaced: 'plain' } as const

type Dated = Pick<FactLimitRule, 'state' | 'validFrom' | 'setBy' | 'setAt' | 'reason'>

/** From when a rule holds, and who set it, when and why. */
export function useRuleColumns<Rule extends Dated>(): { first: Column<Rule>; last: Column<Rule> } {
  const { t } = useTranslation('scoring-facts')
  const format = useFormat()
  return {
    first: {
      key: 'from',
      title: t('rule.from'),
      cell: (row) => (
        <span className="row g8 wrap">
          <span className="nw">{row.validFrom}</span> <Tag kind={LOOKS[row.state]}>{t(`rule.${row.state}`)}</Tag>
        </span>
      ),
    },
    last: {
      key: 'who',
      title: t('rule.who'),
      cell: (row) => (
        <>
          {row.setBy ?? t('rule.platform')} <span className="s t3 nw">{row.setBy && format.stamp(row.setAt)}</span>
          <div className="s t3">{row.setBy ? row.reason : t('rule.platformReason')}</div>
        </>
      ),
    },
  }
}
