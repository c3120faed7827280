import type { JoinRequest } from '@jiju/people/contract/members'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Organisation } from '../../../lib/session.ts'
import { useCommand } from '../../../lib/use-command.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { usePages } from '../../../lib/use-pages.ts'
import { Button } from '../../../ui/button.tsx'
import { LoadMore } from '../../../ui/data-table.tsx'
import { Drawer } from '../../../ui/drawer.tsx'
import { ProblemSummary } from '../../../ui/problem-summary.tsx'
import { QueryView } from '../../../ui/query-view.tsx'
import { Empty } from '../../../ui/states.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { toast } from '../../../ui/toast.tsx'
import { approveJoinRequest, listJoinRequests, rejectJoinRequest } from '../calls.ts'
import { RolesPicker } from '../roles-picker.tsx'

type Deciding = { readonly request: JoinRequest; readonly verdict: 'approve' | 'reject' }

export function JoinRequestList({ organisation }: { organisation: Organisation }) {
  const { t } = useTranslation('members')
  const format = useFormat()
  const client = useQueryClient()
  const [deciding, setDeciding] = useState<Deciding | null>(null)
  const { query, items, more } = usePages<JoinRequest>({
    queryKey: ['members', 'requests', 'all', organisation.id],
    load: (cursor) => listJoinRequests(organisation.id, cursor),
  })
  const done = async (text: string) => {
    setDeciding(null)
    toast(text)
    await client.invalidateQueries({ queryKey: ['members'] })
  }
  return (
    <QueryView query={query}>
      {() => (
        <div className="panel">
          {items.length === 0 && <Empty title={t('noRequests')} />}
          <ul className="line-list">
            {items.map((request) => (
              <li key={request.id}>
                <span className="f1">
                  <span className="b">{request.person.name}</span> <span className="t2">{request.person.email}</span>
                  <span className="s t3" style={{ display: 'block' }}>
                    {format.instant(request.createdAt)} · {request.message || t('requestNoMessage')}
                  </span>
                </span>
                <Button size="sm" kind="primary" onClick={() => setDeciding({ request, verdict: 'approve' })}>
                  {t('approve')}
                </Button>
                <Button size="sm" kind="text" onClick={() => setDeciding({ request, verdict: 'reject' })}>
                  {t('reject')}
                </Button>
              </li>
            ))}
          </ul>
          <LoadMore {...more} />
          <Drawer
            title={
              deciding ? t(deciding.verdict === 'approve' ? 'approveTitle' : 'rejectTitle', { name: deciding.request.person.name }) : ''
            }
            isOpen={deciding !== null}
            onClose={() => setDeciding(null)}
          >
            {deciding?.verdict === 'approve' && <Approve request={deciding.request} organisation={organisation} onDone={done} />}
            {deciding?.verdict === 'reject' && <Reject request={deciding.request} onDone={done} />}
          </Drawer>
        </div>
      )}
    </QueryView>
  )
}

function Approve({
  request,
  organisation,
  onDone,
}: {
  request: JoinRequest
  organisation: Organisation
  onDone: (text: string) => Promise<void>
}) {
  const { t } = useTranslation('members')
  const [roles, setRoles] = useState<string[]>([])
  const command = useCommand({ run: approveJoinRequest, onDone: () => onDone(t('approved', { name: request.person.name })) })
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        if (roles.length > 0) command.mutate({ id: request.organisationId, requestId: request.id, roles })
      }}
    >
      <ProblemSummary error={command.error} />
      {request.message && (
        <p>
          <span className="t3">{t('requestMessage')}　</span>
          {request.message}
        </p>
      )}
      <RolesPicker kind={organisation.kind} value={roles} onChange={setRoles} />
      <div>
        <Button kind="primary" type="submit" disabled={roles.length === 0} isBusy={command.isPending}>
          {t('approve')}
        </Button>
      </div>
    </form>
  )
}

function Reject({ request, onDone }: { request: JoinRequest; onDone: (text: string) => Promise<void> }) {
  const { t } = useTranslation('members')
  const [reason, setReason] = useState('')
  const command = useCommand({ run: rejectJoinRequest, onDone: () => onDone(t('rejected', { name: request.person.name })) })
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        if (reason.trim().length > 1) command.mutate({ id: request.organisationId, requestId: request.id, reason })
      }}
    >
      <ProblemSummary error={command.error} />
      <TextArea
        label={t('rejectReason')}
        hint={t('rejectHint')}
        value={reason}
        maxLength={500}
        onChange={(event) => setReason(event.target.value)}
      />
      <div>
        <Button kind="danger" type="submit" disabled={reason.trim().length < 2} isBusy={command.isPending}>
          {t('reject')}
        </Button>
      </div>
    </form>
  )
}
