import { useTranslation } from 'react-i18next'
import { Tag, type TagKind } from '../../ui/tag.tsx'
import type { DeliveryState, Webhook } from './calls.ts'

export function WebhookStateTag({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation('webhooks')
  if (webhook.state === 'active') return <Tag kind="ok">{t('state.active')}</Tag>
  return webhook.pausedBecause === 'failing' ? <Tag kind="bad">{t('state.failing')}</Tag> : <Tag kind="warn">{t('state.paused')}</Tag>
}

const LOOK: Record<DeliveryState, TagKind> = { waiting: 'line', held: 'line', retrying: 'warn', delivered: 'ok', failed: 'bad' }

export function DeliveryStateTag({ state }: { state: DeliveryState }) {
  const { t } = useTranslation('webhooks')
  return <Tag kind={LOOK[state]}>{t(`deliveryState.${state}`)}</Tag>
}
