import { type ApiKey, CreateApiKey, type NewApiKey } from '@jiju/people/contract/me'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { activeOrganisation, useMe } from '../../../lib/session.ts'
import { useCommand } from '../../../lib/use-command.ts'
import { useForm } from '../../../lib/use-form.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { Button } from '../../../ui/button.tsx'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Drawer } from '../../../ui/drawer.tsx'
import { SelectField, TextField } from '../../../ui/field.tsx'
import { FormErrors } from '../../../ui/form-errors.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { ProblemSummary } from '../../../ui/problem-summary.tsx'
import { QueryView } from '../../../ui/query-view.tsx'
import { Empty } from '../../../ui/states.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { toast } from '../../../ui/toast.tsx'
import { createApiKey, listApiKeys, revokeApiKey } from '../calls.ts'
import { ScopesPicker } from './scopes-picker.tsx'

/** Keys for programs: limited to chosen permissions, with an end; the secret is shown once. */
export function ApiKeysSection() {
  const { t } = useTranslation('account')
  const format = useFormat()
  const organisation = activeOrganisation(useMe())
  const query = useQuery({ queryKey: ['api-keys'], queryFn: listApiKeys })
  const [isCreating, setCreating] = useState(false)
  const [made, setMade] = useState<NewApiKey | null>(null)
  const [revoking, setRevoking] = useState<ApiKey | null>(null)
  const revoke = useCommand({
    run: ({ id }: { id: string }) => revokeApiKey(id),
    onDone: async () => {
      setRevoking(null)
      toast(t('keys.revoked'))
      await query.refetch()
    },
  })
  const columns: Column<ApiKey>[] = [
    {
      key: 'name',
      title: t('keys.name'),
      cell: (row) => (
        <>
          {row.name}
          <div className="s t3" style={{ fontWeight: 400 }} title={row.scopes.join('\n')}>
            <span className="mono">{row.hint}…</span> · {t('keys.scopeCount', { count: row.scopes.length })}
          </div>
        </>
      ),
    },
    { key: 'organisation', title: t('keys.organisation'), cell: (row) => row.organisation.shortName },
    {
      key: 'state',
      title: t('keys.stateTitle'),
      cell: (row) => <Tag kind={row.state === 'active' ? 'ok' : 'plain'}>{t(`keys.state.${row.state}`)}</Tag>,
    },
    { key: 'expires', title: t('keys.expires'), cell: (row) => format.instant(row.expiresAt) },
    { key: 'used', title: t('keys.lastUsed'), cell: (row) => (row.lastUsedAt ? format.instant(row.lastUsedAt) : t('keys.never')) },
    {
      key: 'next',
      title: t('keys.revoke'),
      look: 'action',
      cell: (row) =>
        row.state === 'active' && (
          <Button size="sm" onClick={() => setRevoking(row)}>
            {t('keys.revoke')}
          </Button>
        ),
    },
  ]
  return (
    <QueryView query={query}>
      {({ items, grantableScopes }) => (
        <Panel
          title={t('tabs.apiKeys')}
          note={t('keys.lead')}
          isFlush
          extra={
            <Button kind="primary" size="sm" disabled={!organisation} onClick={() => setCreating(true)}>
              {t('keys.create')}
            </Button>
          }
        >
          {items.length === 0 ? (
            <Empty title={t('keys.none')}>{organisation ? undefined : t('keys.needsOrganisation')}</Empty>
          ) : (
            <DataTable caption={t('tabs.apiKeys')} columns={columns} rows={items} rowKey={(row) => row.id} />
          )}
          <Drawer title={t('keys.create')} isOpen={isCreating} onClose={() => setCreating(false)}>
            <CreateForm
              scopes={grantableScopes}
              onMade={async (key) => {
                setCreating(false)
                setMade(key)
                await query.refetch()
              }}
            />
          </Drawer>
          <SecretDialog made={made} onClose={() => setMade(null)} />
          <Dialog
            title={t('keys.revokeTitle', { name: revoking?.name ?? '' })}
            isOpen={revoking !== null}
            onClose={() => setRevoking(null)}
            foot={
              <Button kind="danger" isBusy={revoke.isPending} onClick={() => revoking && revoke.mutate({ id: revoking.id })}>
                {t('keys.revoke')}
              </Button>
            }
          >
            <ProblemSummary error={revoke.error} />
            <p>{t('keys.revokeText')}</p>
          </Dialog>
        </Panel>
      )}
    </QueryView>
  )
}

function CreateForm({ scopes, onMade }: { scopes: readonly string[]; onMade: (key: NewApiKey) => void }) {
  const { t } = useTranslation('account')
  const command = useCommand({ run: createApiKey, onDone: onMade })
  const form = useForm({
    initial: { name: '', scopes: [] as string[], days: '90' },
    schema: CreateApiKey,
    toInput: ({ days, ...values }) => ({ ...values, expiresInDays: Number(days) }),
    onSend: (input) => command.mutate(input),
  })
  return (
    <form className="form" {...form.form}>
      <FormErrors errors={form.errors} idOf={form.idOf} />
      <ProblemSummary error={command.error} idOf={(field) => form.idOf(field.slice(1))} />
      <TextField {...form.field('name')} label={t('keys.name')} hint={t('keys.nameHint')} />
      <SelectField
        label={t('keys.expiry')}
        value={form.values.days}
        options={['7', '30', '90', '180', '365'].map((value) => ({ value, label: t('keys.days', { count: Number(value) }) }))}
        onPick={(days) => form.set({ days })}
      />
      <ScopesPicker
        id={form.idOf('scopes')}
        scopes={scopes}
        value={form.values.scopes}
        onChange={(chosen) => form.set({ scopes: chosen })}
        error={form.errorOf('scopes')}
      />
      <div>
        <Button kind="primary" type="submit" isBusy={command.isPending}>
          {t('keys.submit')}
        </Button>
      </div>
    </form>
  )
}

function SecretDialog({ made, onClose }: { made: NewApiKey | null; onClose: () => void }) {
  const { t } = useTranslation('account')
  return (
    <Dialog
      title={t('keys.secretTitle')}
      isOpen={made !== null}
      onClose={onClose}
      isWide
      foot={
        <>
          <Button onClick={() => made && void navigator.clipboard.writeText(made.secret).then(() => toast(t('second.copied')))}>
            {t('second.copy')}
          </Button>
          <Button kind="primary" onClick={onClose}>
            {t('second.done')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p>{t('keys.secretLead')}</p>
        <code className="mono notice" style={{ fontSize: 14 }}>
          {made?.secret}
        </code>
        <p className="s t3">
          {t('keys.secretUse')} <code className="mono">Authorization: Bearer {made?.hint}…</code>
        </p>
      </div>
    </Dialog>
  )
}
