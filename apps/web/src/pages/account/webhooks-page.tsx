import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addWebhook, listWebhooks, type Webhook } from '../../features/webhooks/calls.ts'
import { SecretDialog } from '../../features/webhooks/secret-dialog.tsx'
import { WebhookStateTag } from '../../features/webhooks/state-tags.tsx'
import { WebhookForm } from '../../features/webhooks/webhook-form.tsx'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Empty } from '../../ui/states.tsx'

/** Where the organisation's own programs are told of its matters. */
export function WebhooksPage() {
  const { t } = useTranslation('webhooks')
  const format = useFormat()
  const query = useQuery({ queryKey: ['webhooks'], queryFn: listWebhooks })
  const [isAdding, setAdding] = useState(false)
  const [secret, setSecret] = useState<string | null>(null)
  const add = useCommand({
    run: addWebhook,
    onDone: async (made) => {
      setAdding(false)
      setSecret(made.secret)
      await query.refetch()
    },
  })
  const columns: Column<Webhook>[] = [
    {
      key: 'name',
      title: t('column.name'),
      cell: (row) => (
        <>
          <Link to="/account/webhooks/$id" params={{ id: row.id }}>
            {row.name}
          </Link>
          <div className="s t3 ell" title={row.address}>
            {row.address}
          </div>
        </>
      ),
    },
    { key: 'topics', title: t('column.topics'), cell: (row) => t('topicCount', { count: row.topics.length }) },
    { key: 'state', title: t('column.state'), cell: (row) => <WebhookStateTag webhook={row} /> },
    { key: 'last', title: t('column.last'), cell: (row) => (row.lastSuccessAt ? format.stamp(row.lastSuccessAt) : t('never')) },
  ]
  const adding = (
    <Button kind="primary" onClick={() => setAdding(true)}>
      {t('add')}
    </Button>
  )
  return (
    <>
      <PageHead title={t('title')} line={t('line')} actions={adding} />
      <QueryView query={query} isPage>
        {(items) => (
          <div className="panel">
            {items.length === 0 ? (
              <Empty title={t('none')}>{t('noneHint')}</Empty>
            ) : (
              <DataTable caption={t('title')} columns={columns} rows={items} rowKey={(row) => row.id} />
            )}
          </div>
        )}
      </QueryView>
      <p className="s t3">
        <a href="/api/reference">{t('docs')}</a>
      </p>
      <Drawer title={t('add')} isOpen={isAdding} onClose={() => setAdding(false)}>
        <WebhookForm
          initial={{ name: '', address: '', topics: [] }}
          submit={t('create')}
          isBusy={add.isPending}
          error={add.error}
          onSend={(entry) => add.mutate(entry)}
        />
      </Drawer>
      <SecretDialog secret={secret} onClose={() => setSecret(null)} />
    </>
  )
}
