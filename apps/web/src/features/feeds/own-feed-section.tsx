import type { OpenedAddress } from '@jiju/booking/contract/feeds'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { currentLanguage } from '../../lib/i18n.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { Check } from '../../ui/field.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Empty } from '../../ui/states.tsx'
import { toast } from '../../ui/toast.tsx'
import { chooseInvitations, openOwnFeed, ownFeedOptions, revokeOwnFeed } from './calls.ts'
import { type Asked, ConfirmDialog } from './confirm-dialog.tsx'
import { OpenedDialog } from './opened-dialog.tsx'

/** One's own bookings in one's own calendar: by a feed that one can replace or revoke, and by invitations. */
export function OwnFeedSection() {
  const { t } = useTranslation('feeds')
  const format = useFormat()
  const query = useQuery(ownFeedOptions)
  const [opened, setOpened] = useState<OpenedAddress | null>(null)
  const [asked, setAsked] = useState<Asked | null>(null)
  const open = useCommand({
    run: openOwnFeed,
    onDone: async (address) => {
      setAsked(null)
      setOpened(address)
      await query.refetch()
    },
  })
  const revoke = useCommand({
    run: revokeOwnFeed,
    onDone: async () => {
      setAsked(null)
      toast(t('revoking.done'))
      await query.refetch()
    },
  })
  const choose = useCommand({
    run: chooseInvitations,
    onDone: async ({ wantsInvitations }) => {
      toast(wantsInvitations ? t('own.invitationsOn') : t('own.invitationsOff'))
      await query.refetch()
    },
  })
  const openNew = () => open.mutate({ language: currentLanguage() })
  return (
    <QueryView query={query}>
      {({ feed, wantsInvitations }) => (
        <div className="stack">
          <Panel title={t('own.title')} note={t('own.note')}>
            {!asked && <ProblemSummary error={open.error} />}
            {feed ? (
              <div className="row g16 wrap" style={{ justifyContent: 'space-between' }}>
                <div>
                  <div className="b">{t('own.stands')}</div>
                  <div className="s t2">
                    {t('own.created', { time: format.instant(feed.createdAt) })} ·{' '}
                    {feed.lastReadAt ? t('own.lastRead', { time: format.instant(feed.lastReadAt) }) : t('own.neverRead')}
                  </div>
                </div>
                <div className="row g8 wrap">
                  <Button onClick={() => setAsked({ act: 'renew', address: feed })}>{t('own.renew')}</Button>
                  <Button kind="danger" onClick={() => setAsked({ act: 'revoke', address: feed })}>
                    {t('revoke')}
                  </Button>
                </div>
              </div>
            ) : (
              <Empty
                title={t('own.none')}
                action={
                  <Button kind="primary" isBusy={open.isPending} onClick={openNew}>
                    {t('own.open')}
                  </Button>
                }
              >
                {t('own.noneText')}
              </Empty>
            )}
          </Panel>
          <Panel title={t('own.invitations')} note={t('own.invitationsNote')}>
            <ProblemSummary error={choose.error} />
            <Check isChecked={wantsInvitations} isDisabled={choose.isPending} onChange={(isWanted) => choose.mutate({ isWanted })}>
              {t('own.invitationsChoice')}
            </Check>
            <p className="s t3">{t('own.invitationsHint')}</p>
          </Panel>
          <ConfirmDialog
            asked={asked}
            isBusy={open.isPending || revoke.isPending}
            error={open.error ?? revoke.error}
            onConfirm={({ act }) => (act === 'renew' ? openNew() : revoke.mutate({}))}
            onClose={() => setAsked(null)}
          />
          <OpenedDialog opened={opened} onClose={() => setOpened(null)} />
        </div>
      )}
    </QueryView>
  )
}
