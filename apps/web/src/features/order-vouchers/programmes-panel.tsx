import type { VoucherProgrammeSummary } from '@jiju/orders/contract/voucher-programmes'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useAccess } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Empty } from '../../ui/states.tsx'
import { Tag } from '../../ui/tag.tsx'
import { programmesOptions } from './calls.ts'
import { nameOf } from './named.ts'
import { QuotaBar } from './quota-bar.tsx'

/** Every programme with its budget. */
export function ProgrammesPanel() {
  const { t } = useTranslation('order-vouchers')
  const mayWrite = useAccess('orders.voucher_programme.write')
  const query = useQuery(programmesOptions)
  const create = mayWrite && (
    <ButtonLink to="/o/vouchers/new" kind="primary">
      {t('office.programmes.new')}
    </ButtonLink>
  )
  return (
    <QueryView query={query}>
      {({ items }) =>
        items.length === 0 ? (
          <div className="panel">
            <Empty title={t('office.programmes.empty')} action={create}>
              {t('office.programmes.emptyText')}
            </Empty>
          </div>
        ) : (
          <div className="stack">
            {create && <div className="row">{create}</div>}
            {items.map((programme) => (
              <ProgrammeCard key={programme.id} programme={programme} />
            ))}
          </div>
        )
      }
    </QueryView>
  )
}

function ProgrammeCard({ programme }: { programme: VoucherProgrammeSummary }) {
  const { t } = useTranslation('order-vouchers')
  const format = useFormat()
  return (
    <Panel
      title={
        <Link to="/o/vouchers/programmes/$id" params={{ id: programme.id }}>
          {nameOf(programme)}
        </Link>
      }
      note={programme.issuer}
      extra={
        <Tag kind={programme.isOpen ? 'ok' : 'plain'}>{t(programme.isOpen ? 'office.programmes.open' : 'office.programmes.closed')}</Tag>
      }
    >
      <QuotaBar title={`${t('office.programmes.budget')} ${format.price(programme.budget)}`} whole={programme.budget} parts={programme} />
    </Panel>
  )
}
