import type { Invitation } from '@jiju/people/contract/members'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Organisation } from '../../../lib/session.ts'
import { useCommand } from '../../../lib/use-command.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { usePages } from '../../../lib/use-pages.ts'
import { Button } from '../../../ui/button.tsx'
import { type Column, DataTable, LoadMore } from '../../../ui/data-table.tsx'
import { ProblemSummary } from '../../../ui/problem-summary.tsx'
import { QueryView } from '../../../ui/query-view.tsx'
import { Empty } from '../../../ui/states.tsx'
import { Tag, type TagKind } from '../../../ui/tag.tsx'
import { toast } from '../../../ui/toast.tsx'
import { issueInvitation, listInvitations, revokeInvitation } from '../calls.ts'
import { useRoleNames } from '../roles.ts'

const LOOK: Record<Invitation['state'], TagKind> = { open: 'warn', accepted: 'ok', expired: 'plain', revoked: 'plain' }

export function InvitationList({ organisation, onInvite }: { organisation: Organisation; onInvite: () => void }) {
  const { t } = useTranslation('members')
  const format = useFormat()
  const roles = useRoleNames()
  const client = useQueryClient()
  const { query, items, more } = usePages<Invitation>({
    queryKey: ['members', 'invitations', organisation.id],
    load: (cursor) => listInvitations(organisation.id, cursor),
  })
  const renew = () => client.invalidateQueries({ queryKey: ['members', 'invitations'] })
  const revoke = useCommand({
    run: revokeInvitation,
    onDone: async () => {
      toast(t('revoked'))
      await renew()
    },
  })
  const resend = useCommand({
    run: issueInvitation,
    onDone: async (invitation) => {
      toast(t('invited', { email: invitation.email }))
      await renew()
    },
  })
  const columns: Column<Invitation>[] = [
    { key: 'email', title: t('member.email'), cell: (row) => row.email },
    { key: 'roles', title: t('member.roles'), cell: (row) => roles.names(row.roles) },
    { key: 'state', title: t('state'), cell: (row) => <Tag kind={LOOK[row.state]}>{t(`invitationState.${row.state}`)}</Tag> },
    { key: 'sent', title: t('sent'), cell: (row) => format.instant(row.createdAt) },
    { key: 'expires', title: t('expires'), cell: (row) => format.instant(row.expiresAt) },
    {
      key: 'action',
      title: t('member.action'),
      look: 'action',
      cell: (row) =>
        row.state === 'open' ? (
          <Button size="sm" isBusy={revoke.isPending} onClick={() => revoke.mutate({ id: organisation.id, invitationId: row.id })}>
            {t('revoke')}
          </Button>
        ) : (
          row.state !== 'accepted' && (
            <Button
              size="sm"
              isBusy={resend.isPending}
              onClick={() => resend.mutate({ id: organisation.id, email: row.email, roles: [...row.roles] })}
            >
              {t('resend')}
            </Button>
          )
        ),
    },
  ]
  return (
    <QueryView query={query}>
      {() => (
        <div className="panel">
          <ProblemSummary error={revoke.error ?? resend.error} />
          {items.length === 0 ? (
            <Empty title={t('noInvitations')} action={<Button onClick={onInvite}>{t('invite')}</Button>} />
          ) : (
            <DataTable caption={t('tabs.invitations')} columns={columns} rows={items} rowKey={(row) => row.id} />
          )}
          <LoadMore {...more} />
        </div>
      )}
    </QueryView>
  )
}
