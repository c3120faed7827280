import type { Amendment } from '@jiju/orders/contract/amendments'
import type { Order } from '@jiju/orders/contract/orders'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAccess } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Tag, type TagKind } from '../../ui/tag.tsx'
import './agreement.css'
import { AmendmentActs } from './amendment-acts.tsx'
import { AmendmentForm } from './amendment-form.tsx'
import { amendmentsOptions } from './calls.ts'

const KINDS: Record<Amendment['state'], TagKind> = { proposed: 'warn', signed: 'ok', refused: 'bad', withdrawn: 'plain' }

/** Amendments of an order, for both parties. Nothing is shown while there is none and none can be proposed. */
export function AmendmentPanel({ order }: { order: Order }) {
  const { t } = useTranslation('order-agreement')
  const client = useQueryClient()
  const isParty = order.side === 'client' || order.side === 'provider'
  const data = useQuery({ ...amendmentsOptions(order.id), enabled: isParty }).data
  const mayWrite = useAccess('orders.amendment.write')
  const [isProposing, setProposing] = useState(false)
  const renew = () => client.invalidateQueries({ queryKey: ['orders'] })
  const canPropose = mayWrite && data?.canPropose
  if (!data || (data.items.length === 0 && !canPropose)) return null
  return (
    <Panel
      title={t('amendment.title')}
      note={t('amendment.note')}
      extra={
        canPropose && (
          <Button size="sm" onClick={() => setProposing(true)}>
            {t('amendment.propose')}
          </Button>
        )
      }
    >
      {data.items.length === 0 && <p className="m t3">{t('amendment.none')}</p>}
      <div className="stack">
        {data.items.map((amendment) => (
          <AmendmentCard key={amendment.number} amendment={amendment}>
            {mayWrite && amendment.state === 'proposed' && (
              <AmendmentActs order={order} number={amendment.number} canSign={data.canSign} canWithdraw={data.canWithdraw} onDone={renew} />
            )}
          </AmendmentCard>
        ))}
      </div>
      <Drawer title={t('amendment.propose')} isOpen={isProposing} onClose={() => setProposing(false)} isWide>
        <AmendmentForm
          order={order}
          onDone={() => {
            setProposing(false)
            void renew()
          }}
        />
      </Drawer>
    </Panel>
  )
}

function AmendmentCard({ amendment, children }: { amendment: Amendment; children: React.ReactNode }) {
  const { t } = useTranslation('order-agreement')
  const format = useFormat()
  const signed = (side: 'client' | 'provider') => {
    const signature = side === 'client' ? amendment.clientSigned : amendment.providerSigned
    return signature && t('amendment.signedBy', { side: t(`side.${side}`), name: signature.personName, at: format.stamp(signature.at) })
  }
  const ended =
    amendment.state === 'refused' || amendment.state === 'withdrawn'
      ? [amendment.endedByName, amendment.endedAt && format.stamp(amendment.endedAt), amendment.endedWords].filter(Boolean).join(' · ')
      : null
  return (
    <article className="change-card" aria-label={t('amendment.number', { number: amendment.number })}>
      <div className="row g8 base wrap" style={{ justifyContent: 'space-between' }}>
        <span className="b">{t('amendment.number', { number: amendment.number })}</span>
        <Tag kind={KINDS[amendment.state]}>{t(`amendment.state.${amendment.state}`)}</Tag>
      </div>
      <p className="m pre">{amendment.reason}</p>
      <ul className="col g4">
        {amendment.changes.map((change) => (
          <li key={`${change.change} ${change.name} ${change.delta}`} className="row g8" style={{ justifyContent: 'space-between' }}>
            <span>
              {t(`amendment.change.${change.change}`, { name: change.name })}
              {change.before && change.after && (
                <span className="s t3">
                  {' '}
                  {change.before.quantity} × {format.money(change.before.unitPrice)} → {change.after.quantity} ×{' '}
                  {format.money(change.after.unitPrice)}
                </span>
              )}
            </span>
            {change.change !== 'subcontract' && <span className="num">{signedMoney(format.money(change.delta))}</span>}
          </li>
        ))}
        {amendment.subcontractor && <li>{t('amendment.subcontractor', { name: amendment.subcontractor })}</li>}
        {amendment.extraDays !== 0 && <li>{t('amendment.days', { count: amendment.extraDays })}</li>}
      </ul>
      <div className="row g8 base" style={{ justifyContent: 'space-between' }}>
        <span className="t2">{t('amendment.delta')}</span>
        <span className="b num">{signedMoney(format.money(amendment.delta))}</span>
      </div>
      <div className="s t3">{[signed('provider'), signed('client'), ended].filter(Boolean).join(' · ')}</div>
      {children}
    </article>
  )
}

const signedMoney = (money: string) => (/^[-−]|^0\.00$/.test(money) ? money : `+${money}`)
