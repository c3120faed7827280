import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { DELIVERY_STATES, editWebhook, readWebhook, type Webhook } from '../../features/webhooks/calls.ts'
import { DeliveryLog } from '../../features/webhooks/delivery-log.tsx'
import { DeliveryView } from '../../features/webhooks/delivery-view.tsx'
import { WebhookStateTag } from '../../features/webhooks/state-tags.tsx'
import { WebhookActs } from '../../features/webhooks/webhook-acts.tsx'
import { WebhookForm } from '../../features/webhooks/webhook-form.tsx'
import { oneOf } from '../../lib/search-params.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Drawer } from '../../ui/drawer.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Panel } from '../../ui/panel.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { toast } from '../../ui/toast.tsx'

/** One webhook: its state, what was sent, and its settings. */
export function WebhookPage() {
  const { id } = useParams({ from: '/work/account/webhooks/$id' })
  const query = useQuery({ queryKey: ['webhook', id], queryFn: () => readWebhook(id) })
  return (
    <QueryView query={query} isPage>
      {({ data, version }) => <OneWebhook webhook={data} version={version ?? ''} />}
    </QueryView>
  )
}

function OneWebhook({ webhook, version }: { webhook: Webhook; version: string }) {
  const { t } = useTranslation('webhooks')
  const format = useFormat()
  const client = useQueryClient()
  const navigate = useNavigate()
  const search = useSearch({ from: '/work/account/webhooks/$id' })
  const { id } = webhook
  const go = (change: Partial<typeof search>) =>
    void navigate({ to: '/account/webhooks/$id', params: { id }, search: { ...search, ...change }, replace: true })
  const refresh = async () => {
    await Promise.all([
      client.invalidateQueries({ queryKey: ['webhook', id] }),
      client.invalidateQueries({ queryKey: ['webhook-deliveries', id] }),
      client.invalidateQueries({ queryKey: ['webhooks'] }),
    ])
  }
  const edit = useCommand({
    run: editWebhook,
    onDone: async () => {
      toast(t('saved'))
      await refresh()
    },
  })
  return (
    <>
      <PageHead
        crumb={[{ label: t('title'), link: { to: '/account/webhooks' } }]}
        title={webhook.name}
        beside={<WebhookStateTag webhook={webhook} />}
        line={webhook.address}
        actions={
          <WebhookActs
            webhook={webhook}
            version={version}
            onChanged={() => void refresh()}
            onRemoved={() => void client.invalidateQueries({ queryKey: ['webhooks'] }).then(() => navigate({ to: '/account/webhooks' }))}
          />
        }
      />
      {webhook.state === 'paused' && (
        <p className="notice">{webhook.pausedBecause === 'failing' ? t('pausedFailing') : t('pausedByMember')}</p>
      )}
      {webhook.oldSecretUntil && <p className="notice">{t('secret.until', { at: format.stamp(webhook.oldSecretUntil) })}</p>}
      <div className="two-columns">
        <DeliveryLog
          webhookId={id}
          state={oneOf(search.state, DELIVERY_STATES)}
          onState={(state) => go({ state })}
          onOpen={(delivery) => go({ delivery })}
        />
        <Panel title={t('settings')}>
          <WebhookForm
            key={version}
            initial={{ name: webhook.name, address: webhook.address, topics: webhook.topics }}
            submit={t('save')}
            isBusy={edit.isPending}
            error={edit.error}
            onSend={(body) => edit.mutate({ id, version, body })}
          />
        </Panel>
      </div>
      <Drawer title={t('delivery.title')} isOpen={search.delivery !== undefined} onClose={() => go({ delivery: undefined })} isWide>
        {search.delivery && <DeliveryView id={search.delivery} />}
      </Drawer>
    </>
  )
}
