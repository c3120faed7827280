import type { OwnSession } from '@jiju/people/contract/me'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../lib/use-command.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { Button } from '../../../ui/button.tsx'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { ProblemSummary } from '../../../ui/problem-summary.tsx'
import { QueryView } from '../../../ui/query-view.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { toast } from '../../../ui/toast.tsx'
import { listSessions, revokeOtherSessions, revokeSession } from '../calls.ts'
import { deviceName } from '../device-name.ts'

export function SessionsSection() {
  const { t } = useTranslation('account')
  const format = useFormat()
  const query = useQuery({ queryKey: ['own-sessions'], queryFn: listSessions })
  const revoke = useCommand({
    run: ({ id }: { id: string }) => revokeSession(id),
    onDone: async () => {
      toast(t('sessions.revoked'))
      await query.refetch()
    },
  })
  const revokeOthers = useCommand({
    run: () => revokeOtherSessions(),
    onDone: async ({ ended }) => {
      toast(t('sessions.revokedAll', { count: ended }))
      await query.refetch()
    },
  })
  const columns: Column<OwnSession>[] = [
    {
      key: 'device',
      title: t('sessions.device'),
      cell: (row) => (
        <>
          <span title={row.userAgent}>{deviceName(row.userAgent) ?? t('sessions.unknown')}</span>{' '}
          {row.isCurrent && <Tag kind="accent">{t('sessions.current')}</Tag>}
        </>
      ),
    },
    { key: 'address', title: t('sessions.address'), cell: (row) => row.address || '—' },
    { key: 'since', title: t('sessions.since'), cell: (row) => format.instant(row.createdAt) },
    { key: 'seen', title: t('sessions.seen'), cell: (row) => format.instant(row.lastSeenAt) },
    { key: 'expires', title: t('sessions.expires'), cell: (row) => format.instant(row.expiresAt) },
    {
      key: 'next',
      title: t('sessions.revoke'),
      look: 'action',
      cell: (row) =>
        !row.isCurrent && (
          <Button size="sm" isBusy={revoke.isPending} onClick={() => revoke.mutate({ id: row.id })}>
            {t('sessions.revoke')}
          </Button>
        ),
    },
  ]
  return (
    <QueryView query={query}>
      {({ items }) => (
        <Panel
          title={t('tabs.sessions')}
          note={t('sessions.lead')}
          isFlush
          extra={
            items.length > 1 && (
              <Button size="sm" isBusy={revokeOthers.isPending} onClick={() => revokeOthers.mutate(undefined)}>
                {t('sessions.revokeOthers')}
              </Button>
            )
          }
        >
          <ProblemSummary error={revoke.error ?? revokeOthers.error} />
          <DataTable caption={t('tabs.sessions')} columns={columns} rows={items} rowKey={(row) => row.id} />
        </Panel>
      )}
    </QueryView>
  )
}
