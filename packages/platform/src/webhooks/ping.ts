import { z } from 'zod'
import type { PublicEvent } from './public-events.ts'

export const PING = 'webhooks.ping'

/** Sent when somebody asks for it, to one webhook, once. */
export const PING_EVENT: Pick<PublicEvent, 'title' | 'data'> = {
  title: { zh: '测试推送', en: 'A test that somebody asked for' },
  data: z.object({ webhookId: z.uuid() }),
}
