import type { Consent } from '@jiju/people/contract/consents'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAccess } from '../../../lib/session.ts'
import { useCommand } from '../../../lib/use-command.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { usePages } from '../../../lib/use-pages.ts'
import { Button } from '../../../ui/button.tsx'
import { type Column, DataTable, LoadMore } from '../../../ui/data-table.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Drawer } from '../../../ui/drawer.tsx'
import { ProblemSummary } from '../../../ui/problem-summary.tsx'
import { QueryView } from '../../../ui/query-view.tsx'
import { Empty } from '../../../ui/states.tsx'
import { Tag, type TagKind } from '../../../ui/tag.tsx'
import { toast } from '../../../ui/toast.tsx'
import { listConsents, readProfileFacts, revokeConsent } from '../calls.ts'
import { ProfileFactList } from '../organisation/profile-fact-list.tsx'

const LOOK: Record<Consent['state'], TagKind> = { active: 'ok', expired: 'plain', revoked: 'plain' }

export function ConsentList({ direction }: { direction: 'given' | 'received' }) {
  const { t } = useTranslation('members')
  const { t: people } = useTranslation('people')
  const format = useFormat()
  const client = useQueryClient()
  const mayRevoke = useAccess('people.consent.revoke')
  const [revoking, setRevoking] = useState<Consent | null>(null)
  const [reading, setReading] = useState<Consent | null>(null)
  const { query, items, more } = usePages<Consent>({ queryKey: ['consents', direction], load: (cursor) => listConsents(direction, cursor) })
  const revoke = useCommand({
    run: revokeConsent,
    onDone: async () => {
      setRevoking(null)
      toast(t('consents.revoked'))
      await client.invalidateQueries({ queryKey: ['consents'] })
    },
  })
  const isGiven = direction === 'given'
  const columns: Column<Consent>[] = [
    { key: 'other', title: isGiven ? t('consents.reader') : t('consents.owner'), cell: (row) => (isGiven ? row.reader : row.owner).name },
    {
      key: 'facts',
      title: t('consents.facts'),
      cell: (row) => row.facts.map((fact) => people(`fact.${fact}`)).join(people('roleSeparator')),
    },
    { key: 'purpose', title: t('consents.purpose'), cell: (row) => row.purpose },
    { key: 'until', title: t('consents.until'), cell: (row) => format.stamp(row.validUntil).slice(0, 10) },
    { key: 'state', title: t('state'), cell: (row) => <Tag kind={LOOK[row.state]}>{t(`consents.state.${row.state}`)}</Tag> },
    {
      key: 'action',
      title: t('member.action'),
      look: 'action',
      cell: (row) =>
        row.state === 'active' &&
        (isGiven
          ? mayRevoke && (
              <Button size="sm" onClick={() => setRevoking(row)}>
                {t('consents.revoke')}
              </Button>
            )
          : row.facts.includes('profile') && (
              <Button size="sm" onClick={() => setReading(row)}>
                {t('consents.view')}
              </Button>
            )),
    },
  ]
  return (
    <QueryView query={query} isPage>
      {() => (
        <div className="panel">
          {items.length === 0 ? (
            <Empty title={isGiven ? t('consents.noGiven') : t('consents.noReceived')} />
          ) : (
            <DataTable caption={t(`consents.tabs.${direction}`)} columns={columns} rows={items} rowKey={(row) => row.id} />
          )}
          <LoadMore {...more} />
          <Dialog
            title={t('consents.revokeTitle', { name: revoking?.reader.shortName ?? '' })}
            isOpen={revoking !== null}
            onClose={() => setRevoking(null)}
            foot={
              <Button kind="danger" isBusy={revoke.isPending} onClick={() => revoking && revoke.mutate({ id: revoking.id })}>
                {t('consents.revoke')}
              </Button>
            }
          >
            <div className="stack">
              <ProblemSummary error={revoke.error} />
              <p>{t('consents.revokeText')}</p>
            </div>
          </Dialog>
          <Drawer
            title={t('consents.viewTitle', { name: reading?.owner.shortName ?? '' })}
            isOpen={reading !== null}
            onClose={() => setReading(null)}
          >
            {reading && <ReadFacts id={reading.owner.id} />}
          </Drawer>
        </div>
      )}
    </QueryView>
  )
}

function ReadFacts({ id }: { id: string }) {
  const { t } = useTranslation('members')
  const query = useQuery({ queryKey: ['facts', id], queryFn: () => readProfileFacts(id), staleTime: 0 })
  return (
    <div className="stack">
      <p className="notice">{t('consents.viewNote')}</p>
      <QueryView query={query}>{(facts) => <ProfileFactList facts={facts} />}</QueryView>
    </div>
  )
}
