import type { Agreement } from '@jiju/orders/contract/agreements'
import type { Order } from '@jiju/orders/contract/orders'
import { ENDED_STATES } from '@jiju/orders/core/vocabulary'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { Panel } from '../../ui/panel.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Bones } from '../../ui/states.tsx'
import { Tag } from '../../ui/tag.tsx'
import { AgreementView } from './agreement-view.tsx'
import { agreementOptions } from './calls.ts'

/** What both sides of an order agree on beside its price, in short; the drawer holds the text, the changes and the acceptance. For both parties only. */
export function AgreementPanel({ order }: { order: Order }) {
  const { t } = useTranslation('order-agreement')
  const isParty = order.side === 'client' || order.side === 'provider'
  const query = useQuery({ ...agreementOptions(order.id), enabled: isParty })
  const [isOpen, setOpen] = useState(false)
  if (!isParty) return null
  const agreement = query.data
  return (
    <Panel title={t('title')} extra={agreement && <StateTag order={order} agreement={agreement} />}>
      <QueryView query={query} skeleton={<Bones rows={3} />}>
        {(loaded) => (
          <div className="stack">
            {order.needsAgreement && loaded.state === 'open' && <Needed side={order.side} agreement={loaded} />}
            <Summary agreement={loaded} />
            <div className="row g8 wrap">
              <Button kind={loaded.canAccept ? 'primary' : 'default'} onClick={() => setOpen(true)}>
                {t(loaded.canWrite ? 'negotiate' : 'read')}
              </Button>
              {loaded.hasFile && (
                <a className="btn" href={`/api/v1/orders/orders/${order.id}/agreement/file`}>
                  {t('download')}
                </a>
              )}
            </div>
          </div>
        )}
      </QueryView>
      <Drawer title={t('drawer', { number: order.number })} isOpen={isOpen} onClose={() => setOpen(false)} isWide>
        {agreement && <AgreementView order={order} agreement={agreement} />}
      </Drawer>
    </Panel>
  )
}

/** Of an order that has ended nothing is waited for any more. */
function StateTag({ order, agreement }: { order: Order; agreement: Agreement }) {
  const { t } = useTranslation('order-agreement')
  if (agreement.state === 'agreed') return <Tag kind="ok">{t('state.agreed')}</Tag>
  const isOver = (ENDED_STATES as readonly string[]).includes(order.state)
  return <Tag kind={isOver ? 'plain' : 'warn'}>{t(isOver ? 'state.never' : 'state.open')}</Tag>
}

/** That nothing begins before, and who accepts next. */
function Needed({ side, agreement }: { side: Order['side']; agreement: Agreement }) {
  const { t } = useTranslation('order-agreement')
  const hasAccepted = agreement.acceptances.some((one) => one.isCurrent && one.side === side)
  return (
    <p className="notice">
      {t('needed.waiting')} {t(hasAccepted ? 'needed.other' : 'needed.own')}
    </p>
  )
}

function Summary({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation('order-agreement')
  const format = useFormat()
  const waiting = agreement.changes.filter(({ state }) => state === 'proposed').length
  const acceptances = agreement.acceptances.filter(({ isCurrent }) => isCurrent)
  return (
    <>
      <dl className="facts">
        {agreement.terms.map(({ topic, name, number, isChanged }) => (
          <div key={topic}>
            <dt>{t(`topic.${topic}`)}</dt>
            <dd>
              {name} <span className="t3">{t('version', { number })}</span> {isChanged && <Tag>{t('changed')}</Tag>}
            </dd>
          </div>
        ))}
        {acceptances.map((one) => (
          <div key={one.side}>
            <dt>{t(`accepted.${one.side}`)}</dt>
            <dd>
              {one.personName} <span className="s t3">{format.stamp(one.at)}</span>
            </dd>
          </div>
        ))}
      </dl>
      {waiting > 0 && <p className="warn">{t('waiting', { count: waiting })}</p>}
    </>
  )
}
