import type { VoucherAccount } from '@jiju/orders/contract/vouchers'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { Panel } from '../../ui/panel.tsx'
import { Tag } from '../../ui/tag.tsx'
import { ConditionList, ToConfirm } from './condition-list.tsx'
import { nameOf, rateText, yuan } from './named.ts'
import { QuotaBar } from './quota-bar.tsx'

/** One programme as the own organisation stands in it: what is left, whether it may be used, and by which rules. */
export function AccountPanel({ account, year }: { account: VoucherAccount; year: number }) {
  const { t } = useTranslation(['order-vouchers', 'orders'])
  const format = useFormat()
  const certaintyOf = (parameter: string) => account.sources.find((source) => source.parameter === parameter)?.certainty ?? 'assumed'
  const purposes = (list: VoucherAccount['allowedPurposes']) => format.list(list.map((purpose) => t(`orders:purpose.${purpose}`))) || '—'
  const verdict = !account.isOpen ? 'closed' : account.isEligible ? 'eligible' : 'notEligible'
  return (
    <Panel
      title={nameOf(account)}
      note={account.issuer}
      extra={<Tag kind={verdict === 'eligible' ? 'ok' : 'warn'}>{t(`account.${verdict}`)}</Tag>}
    >
      <div className="stack">
        <QuotaBar title={`${year} ${t('account.usage')}`} whole={account.quota} parts={account} />
        <dl className="kv">
          <dt>{t('account.quota')}</dt>
          <dd>
            {yuan(format, account.quota)} · {t(`applicantKind.${account.applicantKind}`)} <ToConfirm certainty={certaintyOf('quota')} />
          </dd>
          <dt>{t('panel.rate')}</dt>
          <dd>
            {rateText(account.rate)} <ToConfirm certainty={certaintyOf('rate')} />
          </dd>
          <dt>{t('account.term')}</dt>
          <dd>
            {account.validTo
              ? t('account.between', { from: account.validFrom, to: account.validTo })
              : t('account.openEnd', { from: account.validFrom })}{' '}
            <ToConfirm certainty={certaintyOf('term')} />
          </dd>
          <dt>{t('account.minimum')}</dt>
          <dd>
            {yuan(format, account.minimum)} <ToConfirm certainty={certaintyOf('minimum')} />
          </dd>
          <dt>{t('account.cap')}</dt>
          <dd>
            {account.orderCap ? yuan(format, account.orderCap) : t('account.noCap')} <ToConfirm certainty={certaintyOf('order_cap')} />
          </dd>
          <dt>{t('account.allowed')}</dt>
          <dd>
            {purposes(account.allowedPurposes)} <ToConfirm certainty={certaintyOf('purposes')} />
          </dd>
          <dt>{t('account.excluded')}</dt>
          <dd>{purposes(account.excludedPurposes)}</dd>
        </dl>
        <details open={!account.isEligible}>
          <summary className="m">{t('account.conditions')}</summary>
          <ConditionList conditions={account.conditions} />
        </details>
        {account.listedProviders.length > 0 && (
          <details>
            <summary className="m">{t('account.providers', { count: account.listedProviders.length })}</summary>
            <p className="m">{format.list(account.listedProviders.map(({ name }) => name))}</p>
          </details>
        )}
        <details>
          <summary className="m">{t('account.sources')}</summary>
          <ul className="line-list">
            {account.sources.map(({ parameter, source, certainty }) => (
              <li key={parameter}>
                <span className="b">{t(`parameter.${parameter}`)}</span>
                <span className="f1 m">{source}</span>
                <ToConfirm certainty={certainty} />
              </li>
            ))}
          </ul>
        </details>
      </div>
    </Panel>
  )
}
