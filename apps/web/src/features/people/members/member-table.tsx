import type { Member } from '@jiju/people/contract/members'
import { LEADING_ROLE } from '@jiju/people/core/access'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Organisation, useAccess, useMe } from '../../../lib/session.ts'
import { useCommand } from '../../../lib/use-command.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { usePages } from '../../../lib/use-pages.ts'
import { Button } from '../../../ui/button.tsx'
import { type Column, DataTable, LoadMore } from '../../../ui/data-table.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Drawer } from '../../../ui/drawer.tsx'
import { ProblemSummary } from '../../../ui/problem-summary.tsx'
import { QueryView } from '../../../ui/query-view.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { toast } from '../../../ui/toast.tsx'
import { changeRoles, listMembers, removeMember } from '../calls.ts'
import { useRoleNames } from '../roles.ts'
import { RolesPicker } from '../roles-picker.tsx'

export function MemberTable({ organisation }: { organisation: Organisation }) {
  const { t } = useTranslation('members')
  const { t: people } = useTranslation('people')
  const format = useFormat()
  const roles = useRoleNames()
  const client = useQueryClient()
  const me = useMe()
  const mayChange = useAccess('people.member.change_roles')
  const [editing, setEditing] = useState<Member | null>(null)
  const [removing, setRemoving] = useState<Member | null>(null)
  const { query, items, more } = usePages<Member>({
    queryKey: ['members', 'list', organisation.id],
    load: (cursor) => listMembers(organisation.id, cursor),
  })
  const leaders = items.filter((member) => member.roles.includes(LEADING_ROLE[organisation.kind]))
  const isLastLeader = (member: Member) => leaders.length === 1 && leaders[0]?.personId === member.personId
  const remove = useCommand({
    run: removeMember,
    onDone: async () => {
      toast(t('removed', { name: removing?.name ?? '' }))
      setRemoving(null)
      await client.invalidateQueries({ queryKey: ['members'] })
    },
  })
  const columns: Column<Member>[] = [
    {
      key: 'name',
      title: t('member.name'),
      cell: (row) => (
        <span className="row g8">
          <span className="avatar" aria-hidden="true">
            {row.name.slice(0, 1)}
          </span>
          {row.name}
          {row.personId === me?.person?.id && <Tag>{people('you')}</Tag>}
        </span>
      ),
    },
    { key: 'email', title: t('member.email'), cell: (row) => row.email },
    { key: 'roles', title: t('member.roles'), cell: (row) => roles.names(row.roles) },
    { key: 'joined', title: t('member.joined'), cell: (row) => format.stamp(row.joinedAt).slice(0, 10) },
    ...(mayChange
      ? [
          {
            key: 'action',
            title: t('member.action'),
            look: 'action' as const,
            cell: (row: Member) => (
              <span className="row g8" style={{ justifyContent: 'flex-end' }}>
                <Button size="sm" onClick={() => setEditing(row)}>
                  {t('changeRoles')}
                </Button>
                {!isLastLeader(row) && row.personId !== me?.person?.id && (
                  <Button size="sm" kind="text" onClick={() => setRemoving(row)}>
                    {t('remove')}
                  </Button>
                )}
              </span>
            ),
          },
        ]
      : []),
  ]
  return (
    <QueryView query={query} isPage>
      {() => (
        <div className="panel">
          <DataTable caption={t('title')} columns={columns} rows={items} rowKey={(row) => row.personId} />
          <LoadMore {...more} />
          <Drawer title={t('changeTitle', { name: editing?.name ?? '' })} isOpen={editing !== null} onClose={() => setEditing(null)}>
            {editing && (
              <EditRoles
                member={editing}
                organisation={organisation}
                isLastLeader={isLastLeader(editing)}
                onDone={async () => {
                  setEditing(null)
                  toast(t('changed'))
                  await client.invalidateQueries({ queryKey: ['members'] })
                }}
              />
            )}
          </Drawer>
          <Dialog
            title={t('removeTitle', { name: removing?.name ?? '' })}
            isOpen={removing !== null}
            onClose={() => setRemoving(null)}
            foot={
              <Button
                kind="danger"
                isBusy={remove.isPending}
                onClick={() => removing && remove.mutate({ id: organisation.id, personId: removing.personId })}
              >
                {t('remove')}
              </Button>
            }
          >
            <div className="stack">
              <ProblemSummary error={remove.error} />
              <p>{t('removeText')}</p>
            </div>
          </Dialog>
        </div>
      )}
    </QueryView>
  )
}

function EditRoles({
  member,
  organisation,
  isLastLeader,
  onDone,
}: {
  member: Member
  organisation: Organisation
  isLastLeader: boolean
  onDone: () => Promise<void>
}) {
  const { t } = useTranslation('members')
  const [chosen, setChosen] = useState<string[]>([...member.roles])
  const command = useCommand({ run: changeRoles, onDone })
  const losesLeader = isLastLeader && !chosen.includes(LEADING_ROLE[organisation.kind])
  const error = chosen.length === 0 ? t('rolesNeeded') : losesLeader ? t('lastOwner') : undefined
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        if (!error) command.mutate({ id: organisation.id, personId: member.personId, version: member.version, roles: chosen })
      }}
    >
      <ProblemSummary error={command.error} />
      <RolesPicker kind={organisation.kind} value={chosen} onChange={setChosen} error={error} />
      <div>
        <Button kind="primary" type="submit" isBusy={command.isPending} disabled={error !== undefined}>
          {t('changeRoles')}
        </Button>
      </div>
    </form>
  )
}
