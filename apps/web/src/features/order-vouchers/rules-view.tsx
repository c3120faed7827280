import type { VoucherRulesVersion } from '@jiju/orders/contract/voucher-programmes'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { Tag } from '../../ui/tag.tsx'
import { ToConfirm } from './condition-list.tsx'
import { rateText, yuan } from './named.ts'

/** One version of a programme's rules with the source of each parameter. */
export function RulesView({ rules }: { rules: VoucherRulesVersion }) {
  const { t } = useTranslation(['order-vouchers', 'orders'])
  const format = useFormat()
  const purposes = (list: VoucherRulesVersion['allowedPurposes']) =>
    format.list(list.map((purpose) => t(`orders:purpose.${purpose}`))) || '—'
  const values: Readonly<Record<string, string>> = {
    rate: rateText(rules.rate),
    quota: `${t('applicantKind.enterprise')} ${yuan(format, rules.enterpriseQuota)} · ${t('applicantKind.team')} ${yuan(format, rules.teamQuota)}`,
    minimum: yuan(format, rules.minimum),
    order_cap: rules.orderCap ? yuan(format, rules.orderCap) : t('account.noCap'),
    purposes: `${t('account.allowed')} ${purposes(rules.allowedPurposes)} · ${t('account.excluded')} ${purposes(rules.excludedPurposes)}`,
    services: `${format.list(rules.lineKinds.map((kind) => t(`lineKind.${kind}`)))} · ${
      rules.excludedServiceIds.length > 0
        ? t('office.programmes.excludedServices', { count: rules.excludedServiceIds.length })
        : t('office.programmes.noExcluded')
    }`,
    districts: format.list(rules.districts) || t('condition.district.everywhere'),
    providers: t(rules.needsListedProvider ? 'office.programmes.needsList' : 'condition.provider_listed.notNeeded'),
    related_parties: t(rules.excludesRelatedParties ? 'office.programmes.excludesRelated' : 'condition.not_related.notNeeded'),
    term: rules.validTo
      ? t('account.between', { from: rules.validFrom, to: rules.validTo })
      : t('account.openEnd', { from: rules.validFrom }),
  }
  return (
    <section className="stack">
      <h3 className="h3">
        {t('office.programmes.version', { number: rules.number })} {rules.holds && <Tag kind="ok">{t('office.programmes.holds')}</Tag>}
      </h3>
      <ul className="line-list">
        {rules.sources.map(({ parameter, source, certainty }) => (
          <li key={parameter} style={{ alignItems: 'flex-start' }}>
            <span className="f1">
              <span className="b">{t(`parameter.${parameter}`)}</span> <ToConfirm certainty={certainty} />
              <br />
              {values[parameter]}
              <br />
              <span className="s t3">{source}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
