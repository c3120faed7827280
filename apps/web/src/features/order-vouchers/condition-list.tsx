import type { VoucherCondition } from '@jiju/orders/contract/vouchers'
import type { Purpose } from '@jiju/orders/core/vocabulary'
import type { Relation } from '@jiju/orders/core/vouchers/vocabulary'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { Tag } from '../../ui/tag.tsx'
import { yuan } from './named.ts'

const LOOKS = { met: 'ok', not_met: 'bad', unknown: 'warn' } as const

/** Each condition of a programme: met or not, by which fact, known from where, and how sure the rule is. */
export function ConditionList({ conditions }: { conditions: readonly VoucherCondition[] }) {
  const { t } = useTranslation('order-vouchers')
  const factOf = useFactText()
  return (
    <ul className="line-list">
      {conditions.map((condition) => (
        <li key={condition.code} style={{ alignItems: 'flex-start' }}>
          <span className="f1">
            <span className="b">{t(`condition.${condition.code}.name`)}</span>{' '}
            {condition.rule && <ToConfirm certainty={condition.rule.certainty} />}
            <br />
            <span className="m">{factOf(condition)}</span>
            <br />
            <span className="s t3">
              {[t(`factSource.${condition.factSource}`), condition.factSourceText, condition.rule?.source].filter(Boolean).join(' · ')}
            </span>
          </span>
          <Tag kind={LOOKS[condition.verdict]}>{t(`verdict.${condition.verdict}`)}</Tag>
        </li>
      ))}
    </ul>
  )
}

/** The mark of what is not read in the programme's own text. */
export function ToConfirm({ certainty }: { certainty: 'official' | 'reported' | 'assumed' }) {
  const { t } = useTranslation('order-vouchers')
  if (certainty === 'official') return null
  return (
    <span className="certainty certainty-unconfirmed" title={`${t(`certainty.${certainty}`)}：${t('toConfirmHint')}`}>
      {t('toConfirm')}
    </span>
  )
}

/** The words of a condition's fact. */
function useFactText(): (condition: VoucherCondition) => string {
  const { t } = useTranslation(['order-vouchers', 'orders'])
  const format = useFormat()
  const day = (value: string | undefined) => (value ? format.day(value) : '')
  const money = (value: string | undefined) => yuan(format, value)
  return ({ code, verdict, fact }) => {
    switch (code) {
      case 'in_force':
        if (fact.closed) return t('condition.in_force.closed')
        return fact.to ? t('condition.in_force.fact', { from: fact.from, to: fact.to }) : t('condition.in_force.open', { from: fact.from })
      case 'applicant':
        if (fact.organisationKind !== 'enterprise') return t('condition.applicant.other')
        if (fact.verified === 'no') return t('condition.applicant.unverified')
        return t(fact.kind === 'team' ? 'condition.applicant.team' : 'condition.applicant.enterprise')
      case 'district':
        if (!fact.districts) return t('condition.district.everywhere')
        return verdict === 'unknown'
          ? t('condition.district.unknown', { districts: fact.districts })
          : t('condition.district.fact', { district: fact.district, districts: fact.districts })
      case 'provider_listed':
        if (fact.since) return t('condition.provider_listed.listed', { since: day(fact.since) })
        return fact.needed === 'no'
          ? t('condition.provider_listed.notNeeded')
          : t('condition.provider_listed.notListed', { day: day(fact.day) })
      case 'not_related':
        if (fact.relation) return t('condition.not_related.related', { relation: t(`relation.${fact.relation as Relation}`) })
        return t(fact.needed === 'no' ? 'condition.not_related.notNeeded' : 'condition.not_related.none')
      case 'purpose': {
        const purpose = t(`orders:purpose.${fact.purpose as Purpose}`)
        return t(verdict === 'unknown' ? 'condition.purpose.unknown' : 'condition.purpose.fact', { purpose })
      }
      case 'services':
        if (verdict === 'unknown') return t('condition.services.unknown')
        return t('condition.services.fact', { lines: fact.lines, counted: fact.counted, eligible: money(fact.eligible) })
      case 'minimum':
        return t('condition.minimum.fact', { eligible: money(fact.eligible), minimum: money(fact.minimum) })
      case 'quota':
        return t('condition.quota.fact', { year: fact.year, quota: money(fact.quota), taken: money(fact.taken), left: money(fact.left) })
      case 'budget':
        return t(verdict === 'met' ? 'condition.budget.met' : 'condition.budget.not_met')
    }
  }
}
