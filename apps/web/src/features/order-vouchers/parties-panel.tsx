import type { RelatedParty } from '@jiju/orders/contract/voucher-programmes'
import { APPLICANT_KINDS, type ApplicantKind, RELATIONS, type Relation } from '@jiju/orders/core/vouchers/vocabulary'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAccess } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { usePages } from '../../lib/use-pages.ts'
import { Button } from '../../ui/button.tsx'
import { type Column, DataTable, LoadMore } from '../../ui/data-table.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Empty } from '../../ui/states.tsx'
import { Tag } from '../../ui/tag.tsx'
import { toast } from '../../ui/toast.tsx'
import { applicantsOptions, endRelated, type Found, listRelated, noteApplicant, noteRelated, vouchersKey } from './calls.ts'
import { OrganisationPicker } from './organisation-picker.tsx'

/** What the office notes about organisations, each with its source: who is related, who applies as a team. */
export function PartiesPanel() {
  return (
    <div className="stack">
      <RelatedParties />
      <Applicants />
    </div>
  )
}

function RelatedParties() {
  const { t } = useTranslation('order-vouchers')
  const format = useFormat()
  const [q, setQ] = useState('')
  const [isAdding, setAdding] = useState(false)
  const [ending, setEnding] = useState<RelatedParty | null>(null)
  const { query, items, more } = usePages<RelatedParty>({
    queryKey: [...vouchersKey, 'related', q.trim()],
    load: (cursor, signal) => listRelated(q.trim(), cursor, signal),
  })
  const columns: Column<RelatedParty>[] = [
    { key: 'one', title: t('office.parties.one'), cell: (row) => row.organisationName },
    { key: 'other', title: t('office.parties.other'), cell: (row) => row.relatedName },
    {
      key: 'relation',
      title: t('office.parties.relation'),
      cell: (row) => <Tag kind={row.endedAt ? 'plain' : 'warn'}>{t(`relation.${row.relation}`)}</Tag>,
    },
    {
      key: 'source',
      title: t('source'),
      cell: (row) => (
        <>
          {row.source}
          {row.endReason && <div className="s t3">{t('office.parties.ended', { reason: row.endReason })}</div>}
        </>
      ),
    },
    { key: 'noted', title: t('office.parties.noted'), cell: (row) => [row.notedBy, format.stamp(row.notedAt)].filter(Boolean).join(' · ') },
    {
      key: 'action',
      title: '',
      look: 'action',
      cell: (row) => row.endedAt === null && <Button onClick={() => setEnding(row)}>{t('office.parties.end')}</Button>,
    },
  ]
  return (
    <Panel
      title={t('office.parties.related')}
      note={t('office.parties.relatedNote')}
      extra={<Button onClick={() => setAdding(true)}>{t('office.parties.addRelated')}</Button>}
      isFlush
    >
      <div className="panel-body">
        <TextField label={t('office.parties.search')} value={q} maxLength={100} onChange={(event) => setQ(event.target.value)} />
      </div>
      <QueryView query={query}>
        {() =>
          items.length === 0 ? (
            <Empty title={t('office.parties.empty')} />
          ) : (
            <>
              <DataTable caption={t('office.parties.related')} columns={columns} rows={items} rowKey={(row) => row.id} />
              <LoadMore {...more} />
            </>
          )
        }
      </QueryView>
      {isAdding && <AddRelated onClose={() => setAdding(false)} />}
      {ending && <EndRelated party={ending} onClose={() => setEnding(null)} />}
    </Panel>
  )
}

function AddRelated({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('order-vouchers')
  const client = useQueryClient()
  const [one, setOne] = useState<Found | null>(null)
  const [other, setOther] = useState<Found | null>(null)
  const [relation, setRelation] = useState<Relation>('same_group')
  const [source, setSource] = useState('')
  const command = useCommand({
    run: noteRelated,
    onDone: async () => {
      toast(t('office.parties.saved'))
      onClose()
      await client.invalidateQueries({ queryKey: vouchersKey })
    },
  })
  return (
    <Dialog
      title={t('office.parties.addRelated')}
      isOpen
      onClose={onClose}
      foot={
        <Button
          kind="primary"
          isBusy={command.isPending}
          disabled={!one || !other || !source.trim()}
          onClick={() => one && other && command.mutate({ organisationId: one.id, relatedId: other.id, relation, source: source.trim() })}
        >
          {t('office.parties.save')}
        </Button>
      }
    >
      <div className="stack">
        <ProblemSummary error={command.error} />
        <OrganisationPicker label={t('office.parties.one')} value={one} onPick={setOne} />
        <OrganisationPicker label={t('office.parties.other')} value={other} onPick={setOther} />
        <SelectField
          label={t('office.parties.relation')}
          value={relation}
          options={RELATIONS.map((value) => ({ value, label: t(`relation.${value}`) }))}
          onPick={setRelation}
        />
        <TextField label={t('source')} maxLength={500} value={source} onChange={(event) => setSource(event.target.value)} />
      </div>
    </Dialog>
  )
}

function EndRelated({ party, onClose }: { party: RelatedParty; onClose: () => void }) {
  const { t } = useTranslation('order-vouchers')
  const client = useQueryClient()
  const [reason, setReason] = useState('')
  const command = useCommand({
    run: endRelated,
    onDone: async () => {
      onClose()
      await client.invalidateQueries({ queryKey: vouchersKey })
    },
  })
  return (
    <Dialog
      title={t('office.parties.endTitle')}
      isOpen
      onClose={onClose}
      foot={
        <Button
          kind="danger"
          isBusy={command.isPending}
          disabled={!reason.trim()}
          onClick={() => command.mutate({ id: party.id, reason: reason.trim() })}
        >
          {t('office.parties.end')}
        </Button>
      }
    >
      <div className="stack">
        <ProblemSummary error={command.error} />
        <p>
          {party.organisationName} · {party.relatedName}
        </p>
        <TextField
          label={t('office.parties.endReason')}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
    </Dialog>
  )
}

type Applicant = { organisationId: string; organisationName: string; kind: ApplicantKind; source: string; notedAt: string }

function Applicants() {
  const { t } = useTranslation('order-vouchers')
  const format = useFormat()
  const mayWrite = useAccess('orders.voucher_programme.write')
  const query = useQuery(applicantsOptions)
  const columns: Column<Applicant>[] = [
    { key: 'name', title: t('office.parties.one'), cell: (row) => row.organisationName },
    { key: 'kind', title: t('office.parties.kind'), cell: (row) => t(`applicantKind.${row.kind}`) },
    { key: 'source', title: t('source'), cell: (row) => row.source },
    { key: 'noted', title: t('office.parties.noted'), cell: (row) => format.stamp(row.notedAt) },
  ]
  return (
    <Panel title={t('office.parties.teams')} note={t('office.parties.teamsNote')} isFlush>
      <QueryView query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('office.parties.noTeams')} />
          ) : (
            <DataTable caption={t('office.parties.teams')} columns={columns} rows={items} rowKey={(row) => row.organisationId} />
          )
        }
      </QueryView>
      {mayWrite && <AddApplicant />}
    </Panel>
  )
}

function AddApplicant() {
  const { t } = useTranslation('order-vouchers')
  const client = useQueryClient()
  const [who, setWho] = useState<Found | null>(null)
  const [kind, setKind] = useState<ApplicantKind>('team')
  const [source, setSource] = useState('')
  const command = useCommand({
    run: noteApplicant,
    onDone: async () => {
      toast(t('office.parties.saved'))
      setWho(null)
      setSource('')
      await client.invalidateQueries({ queryKey: vouchersKey })
    },
  })
  return (
    <div className="panel-body stack">
      <h3 className="h3">{t('office.parties.addTeam')}</h3>
      <ProblemSummary error={command.error} />
      <OrganisationPicker label={t('office.parties.one')} kind="enterprise" value={who} onPick={setWho} />
      <SelectField
        label={t('office.parties.kind')}
        value={kind}
        options={APPLICANT_KINDS.map((value) => ({ value, label: t(`applicantKind.${value}`) }))}
        onPick={setKind}
      />
      <TextField label={t('source')} maxLength={500} value={source} onChange={(event) => setSource(event.target.value)} />
      <div>
        <Button
          isBusy={command.isPending}
          disabled={!who || !source.trim()}
          onClick={() => who && command.mutate({ organisationId: who.id, kind, source: source.trim() })}
        >
          {t('office.parties.save')}
        </Button>
      </div>
    </div>
  )
}
