import { addMinutes } from '@jiju/kernel/time-range'
import type { Grant } from '@jiju/orders/contract/batches'
import type { Order } from '@jiju/orders/contract/orders'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { serverClock } from '../../lib/clock.ts'
import { useAccess } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { fromWallClock, toWallClock } from '../../lib/wall-clock.ts'
import { Button } from '../../ui/button.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { DateTimeField } from '../../ui/late/moment-field.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Tag } from '../../ui/tag.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { endGrant, grantAccess, grantsOptions } from './calls.ts'

const ZONE = 'Asia/Shanghai'
const THIRTY_DAYS = 30 * 1440

/** Access to computing or data that an order gives: from, until, how much is left. Nothing is shown for an order without. */
export function GrantsPanel({ order, itemIds }: { order: Order; itemIds: readonly string[] }) {
  const { t } = useTranslation('order-batches')
  const client = useQueryClient()
  const query = useQuery(grantsOptions(order.id))
  const mayGrant = useAccess('orders.access.grant')
  const renew = () => client.invalidateQueries({ queryKey: ['orders'] })
  const items = order.items.filter(({ id }) => itemIds.includes(id))
  return (
    <Panel title={t('grant.title')}>
      <QueryView query={query}>
        {(found) => (
          <div className="stack-24">
            {found.items.length === 0 && <p className="t3">{t('grant.empty')}</p>}
            {found.items.map((grant) => (
              <GrantView key={grant.id} grant={grant} mayEnd={mayGrant && order.side === 'provider'} onDone={renew} />
            ))}
            {found.mayGrant && mayGrant && <GrantForm orderId={order.id} items={items} onDone={renew} />}
          </div>
        )}
      </QueryView>
    </Panel>
  )
}

function GrantView({ grant, mayEnd, onDone }: { grant: Grant; mayEnd: boolean; onDone: () => void }) {
  const { t } = useTranslation('order-batches')
  const format = useFormat()
  const [reason, setReason] = useState('')
  const command = useCommand({ run: endGrant, onDone })
  return (
    <div className="stack">
      <div className="row g8 wrap">
        <span className="b">{grant.itemName}</span>
        <Tag kind={grant.isRunning ? 'ok' : 'plain'}>
          {t(grant.isRunning ? 'grant.running' : grant.state === 'ended' ? 'grant.ended' : 'grant.later')}
        </Tag>
      </div>
      <dl className="kv">
        <dt>{t('grant.time')}</dt>
        <dd>
          {format.stamp(grant.from)} — {format.stamp(grant.until)}
        </dd>
        <dt>{t('grant.used')}</dt>
        <dd>
          {grant.used} {grant.quota !== null && `/ ${grant.quota}`} {grant.unit}
        </dd>
        <dt>{t('grant.directions')}</dt>
        <dd className="pre">{grant.directions}</dd>
        {grant.endReason && (
          <>
            <dt>{t('grant.reason')}</dt>
            <dd>{grant.endReason === 'quota' ? t('grant.quotaReached') : grant.endReason}</dd>
          </>
        )}
      </dl>
      {grant.uses.length > 0 && (
        <details>
          <summary className="s">{t('grant.uses', { count: grant.uses.length })}</summary>
          <ul className="plain s t2">
            {grant.uses.map((use) => (
              <li key={use.id}>
                {format.stamp(use.usedAt)} · {use.quantity} {grant.unit} {use.note && `· ${use.note}`}
              </li>
            ))}
          </ul>
        </details>
      )}
      {mayEnd && grant.state === 'granted' && (
        <form
          className="form"
          onSubmit={(event) => {
            event.preventDefault()
            command.mutate({ id: grant.id, reason: reason.trim() })
          }}
        >
          <ProblemSummary error={command.error} />
          <TextField label={t('grant.reason')} maxLength={1000} value={reason} onChange={(event) => setReason(event.target.value)} />
          <div>
            <Button kind="danger" size="sm" type="submit" isBusy={command.isPending} disabled={!reason.trim()}>
              {t('grant.end')}
            </Button>
          </div>
        </form>
      )}
    </div>
  )
}

function GrantForm({ orderId, items, onDone }: { orderId: string; items: readonly { id: string; name: string }[]; onDone: () => void }) {
  const { t } = useTranslation('order-batches')
  const [itemId, setItemId] = useState(items[0]?.id ?? '')
  const [from, setFrom] = useState(toWallClock(serverClock.now(), ZONE))
  const [until, setUntil] = useState(toWallClock(addMinutes(serverClock.now(), THIRTY_DAYS), ZONE))
  const [unit, setUnit] = useState('')
  const [quota, setQuota] = useState('')
  const [directions, setDirections] = useState('')
  const command = useCommand({ run: grantAccess, onDone })
  const [start, end] = [fromWallClock(from, ZONE), fromWallClock(until, ZONE)]
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        if (start && end)
          command.mutate({
            orderId,
            body: {
              orderItemId: itemId,
              from: start,
              until: end,
              unit: unit.trim(),
              quota: quota.trim() || null,
              directions: directions.trim(),
            },
          })
      }}
    >
      <ProblemSummary error={command.error} />
      <SelectField
        label={t('grant.item')}
        value={itemId}
        options={items.map(({ id, name }) => ({ value: id, label: name }))}
        onPick={setItemId}
      />
      <div className="form-pair">
        <DateTimeField label={t('grant.from')} value={from} stepMinutes={30} onChange={({ target }) => setFrom(target.value)} />
        <DateTimeField label={t('grant.until')} value={until} stepMinutes={30} onChange={({ target }) => setUntil(target.value)} />
      </div>
      <div className="form-pair">
        <TextField
          label={t('grant.unit')}
          hint={t('grant.unitHint')}
          maxLength={40}
          value={unit}
          onChange={(event) => setUnit(event.target.value)}
        />
        <TextField
          label={t('grant.quota')}
          hint={t('optional')}
          inputMode="decimal"
          value={quota}
          onChange={(event) => setQuota(event.target.value)}
        />
      </div>
      <TextArea
        label={t('grant.directions')}
        hint={t('grant.directionsHint')}
        rows={2}
        maxLength={1000}
        value={directions}
        onChange={(event) => setDirections(event.target.value)}
      />
      <div>
        <Button
          kind="primary"
          type="submit"
          isBusy={command.isPending}
          disabled={!itemId || !start || !end || !unit.trim() || !directions.trim()}
        >
          {t('grant.grant')}
        </Button>
      </div>
    </form>
  )
}
