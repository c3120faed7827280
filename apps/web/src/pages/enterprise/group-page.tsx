import type { ReservationGroup } from '@jiju/booking/contract/groups'
import type { Reservation } from '@jiju/booking/contract/reservations'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ReservationStateTag } from '../../features/bookings/state-tag.tsx'
import { groupOptions } from '../../features/plans/calls.ts'
import { CancelGroupForm, MoveGroupForm } from '../../features/plans/group-change.tsx'
import { useRuleText } from '../../features/plans/rule-text.ts'
import { resourceNameOf } from '../../lib/resource-name.ts'
import { activeOrganisation, useAccess, useMe, workspacePath } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Panel } from '../../ui/panel.tsx'
import { QueryView } from '../../ui/query-view.tsx'

/** A series or a bundle: its reservations, and what can be done with one, the following or all of them. */
export function GroupPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const query = useQuery(groupOptions(id))
  return (
    <QueryView query={query} isPage>
      {(group) => <Group group={group} />}
    </QueryView>
  )
}

type Open = { readonly kind: 'move' | 'cancel'; readonly anchor: Reservation }

function Group({ group }: { group: ReservationGroup }) {
  const { t } = useTranslation('plans')
  const { t: word } = useTranslation('bookings')
  const format = useFormat()
  const ruleText = useRuleText()
  const client = useQueryClient()
  const me = useMe()
  const mayChange = useAccess('booking.reservation.change')
  const isProvider = workspacePath(me) === '/p'
  const [open, setOpen] = useState<Open | null>(null)
  const own = activeOrganisation(me)?.id
  const needsReason = own === group.providerId && group.organisationId !== group.providerId
  const changeable = group.reservations.filter((one) => one.cancellation.canCancel)
  const first = group.reservations[0]
  const names = [...new Set(group.reservations.map(resourceNameOf))]
  const isSeries = group.kind === 'series'
  const columns: Column<Reservation>[] = [
    {
      key: 'time',
      title: t('column.time'),
      cell: (row) => (
        <Link to={isProvider ? '/p/bookings/$id' : '/e/bookings/$id'} params={{ id: row.id }}>
          {format.range(row.start, row.end, row.zone)}
        </Link>
      ),
    },
    ...(isSeries ? [] : [{ key: 'resource', title: t('column.resource'), cell: (row: Reservation) => resourceNameOf(row) }]),
    { key: 'number', title: t('column.number'), cell: (row) => row.number, isWideOnly: true },
    { key: 'state', title: t('column.state'), cell: (row) => <ReservationStateTag reservation={row} /> },
    { key: 'price', title: t('column.price'), look: 'num', cell: (row) => format.money(row.price.total) },
    ...(isSeries && mayChange
      ? [
          {
            key: 'act',
            title: t('column.act'),
            look: 'action' as const,
            cell: (row: Reservation) =>
              row.cancellation.canCancel && (
                <span className="row g8 wrap" style={{ justifyContent: 'flex-end' }}>
                  {row.canAskMove && (
                    <ButtonLink size="sm" to={isProvider ? '/p/bookings/$id' : '/e/bookings/$id'} params={{ id: row.id }}>
                      {word('moveRequest.button')}
                    </ButtonLink>
                  )}
                  {row.canMove && (
                    <Button size="sm" onClick={() => setOpen({ kind: 'move', anchor: row })}>
                      {t('change.moveOne')}
                    </Button>
                  )}
                  <Button size="sm" onClick={() => setOpen({ kind: 'cancel', anchor: row })}>
                    {t('change.cancelOne')}
                  </Button>
                </span>
              ),
          },
        ]
      : []),
  ]
  const done = async (changed: ReservationGroup) => {
    setOpen(null)
    client.setQueryData(groupOptions(group.id).queryKey, changed)
    await client.invalidateQueries({ queryKey: ['reservations'] })
  }
  const anchor = changeable[0]
  // A bundle moves as a whole: what keeps one of its parts keeps all.
  const moveBlock = isSeries ? null : changeable.find((one) => one.moveBlock)?.moveBlock
  return (
    <>
      <PageHead
        crumb={[
          isProvider
            ? { label: word('provider.calendar'), link: { to: '/p/calendar' } }
            : { label: word('title'), link: { to: '/e/bookings' } },
          { label: group.number },
        ]}
        title={names.join(' + ')}
        documentTitle={`${names[0] ?? ''} ${group.number}`}
        line={
          <>
            {t(isSeries ? 'group.series' : 'group.bundle')} {group.number} · {group.providerName}
            {isProvider && ` · ${group.organisationName}`}
          </>
        }
        actions={
          mayChange &&
          anchor && (
            <>
              {!isSeries && anchor.canMove && !moveBlock && (
                <Button onClick={() => setOpen({ kind: 'move', anchor })}>{t('change.moveOne')}</Button>
              )}
              <Button kind="danger" onClick={() => setOpen({ kind: 'cancel', anchor })}>
                {t(isSeries ? 'change.cancelSeries' : 'change.cancelBundle')}
              </Button>
            </>
          )
        }
      />
      <div className="stack">
        {mayChange && moveBlock && <p className="notice">{word(`move.block.${moveBlock}`)}</p>}
        <Panel title={t('group.facts')}>
          <dl className="kv">
            {group.rule && (
              <>
                <dt>{t('group.rule')}</dt>
                <dd>{ruleText(group.rule)}</dd>
              </>
            )}
            {group.excludedDays.length > 0 && (
              <>
                <dt>{t('group.excluded')}</dt>
                <dd>{group.excludedDays.map((day) => format.day(day)).join(' · ')}</dd>
              </>
            )}
            {group.addedDays.length > 0 && (
              <>
                <dt>{t('group.added')}</dt>
                <dd>{group.addedDays.map((day) => format.day(day)).join(' · ')}</dd>
              </>
            )}
            <dt>{t('group.total')}</dt>
            <dd className="b">{format.price(group.total)}</dd>
            {first?.request?.decideUntil && (
              <>
                <dt>{t('group.answer')}</dt>
                <dd>{t('group.answerBy', { until: format.instant(first.request.decideUntil, first.zone) })}</dd>
              </>
            )}
          </dl>
        </Panel>
        <Panel title={t('group.reservations', { count: group.reservations.length })} isFlush>
          <DataTable caption={t('group.caption')} columns={columns} rows={group.reservations} rowKey={(row) => row.id} />
        </Panel>
      </div>
      <Drawer
        title={t(open?.kind === 'move' ? 'change.moveTitle' : 'change.cancelTitle')}
        isOpen={open !== null}
        onClose={() => setOpen(null)}
        isWide
      >
        {open?.kind === 'move' && <MoveGroupForm group={group} anchor={open.anchor} needsReason={needsReason} onDone={done} />}
        {open?.kind === 'cancel' && <CancelGroupForm group={group} anchor={open.anchor} needsReason={needsReason} onDone={done} />}
      </Drawer>
    </>
  )
}
