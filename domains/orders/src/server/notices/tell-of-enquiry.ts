import type { Db } from '@jiju/platform/database/pool'
import type { NoticeParams } from '@jiju/platform/notices/notice'
import type { OrdersNeeds, OrdersTables } from '../needs.ts'

/** Whoever binds a provider hears of its enquiries and quotes. */
const PROVIDER_ROLES = ['provider:owner', 'provider:lab_manager'] as const

type Matter = { readonly id: string; readonly number: string; readonly title: string }
type Told = { readonly kind: string; readonly enquiry: Matter; readonly key: string; readonly params?: NoticeParams }

export async function tellProvider(
  tx: Db<OrdersTables>,
  { notify }: Pick<OrdersNeeds, 'notify'>,
  { kind, providerId, enquiry, key, params = {} }: Told & { readonly providerId: string },
): Promise<void> {
  await notify(tx, {
    kind,
    to: { organisationId: providerId, roles: PROVIDER_ROLES },
    params: { number: enquiry.number, title: enquiry.title, ...params },
    link: `/p/enquiries/${enquiry.id}`,
    key,
  })
}

export async function tellEnquirer(
  tx: Db<OrdersTables>,
  { notify }: Pick<OrdersNeeds, 'notify'>,
  { kind, personId, enquiry, key, params = {} }: Told & { readonly personId: string },
): Promise<void> {
  await notify(tx, {
    kind,
    to: [personId],
    params: { number: enquiry.number, title: enquiry.title, ...params },
    link: `/e/enquiries/${enquiry.id}`,
    key,
  })
}
