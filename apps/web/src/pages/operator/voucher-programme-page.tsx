import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { BudgetPanel } from '../../features/order-vouchers/budget-panel.tsx'
import { programmeOptions } from '../../features/order-vouchers/calls.ts'
import { ListingsPanel } from '../../features/order-vouchers/listings-panel.tsx'
import { nameOf } from '../../features/order-vouchers/named.ts'
import { RulesView } from '../../features/order-vouchers/rules-view.tsx'
import { useAccess } from '../../lib/session.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Panel } from '../../ui/panel.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Tag } from '../../ui/tag.tsx'

/** One voucher programme: its budget, the rules that hold and held, its list of providers. */
export function VoucherProgrammePage() {
  const { t } = useTranslation('order-vouchers')
  const { id } = useParams({ strict: false }) as { id: string }
  const query = useQuery(programmeOptions(id))
  const mayWrite = useAccess('orders.voucher_programme.write')
  return (
    <QueryView query={query} isPage>
      {(programme) => (
        <>
          <PageHead
            crumb={[{ label: t('title'), link: { to: '/o/vouchers' } }, { label: nameOf(programme) }]}
            title={nameOf(programme)}
            line={programme.issuer}
            beside={
              <Tag kind={programme.isOpen ? 'ok' : 'plain'}>
                {t(programme.isOpen ? 'office.programmes.open' : 'office.programmes.closed')}
              </Tag>
            }
          />
          <div className="stack">
            <BudgetPanel programme={programme} />
            <Panel
              title={t('office.programmes.rules')}
              note={t('office.programmes.newRulesHint')}
              extra={
                mayWrite && (
                  <ButtonLink to="/o/vouchers/programmes/$id/rules" params={{ id }}>
                    {t('office.programmes.newRules')}
                  </ButtonLink>
                )
              }
            >
              <div className="stack">
                {programme.rules.map((rules) => (
                  <RulesView key={rules.id} rules={rules} />
                ))}
              </div>
            </Panel>
            <ListingsPanel programme={programme} />
          </div>
        </>
      )}
    </QueryView>
  )
}
