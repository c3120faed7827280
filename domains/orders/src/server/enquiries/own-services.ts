import type { Db } from '@jiju/platform/database/pool'
import type { OrdersTables } from '../needs.ts'
import { listServices } from '../sql/services.ts'

/** Which of the services named are published by the provider; others that the client asked about stay a matter of words. */
export async function ownServices(
  db: Db<OrdersTables>,
  providerId: string,
  named: readonly { readonly serviceId?: string; readonly service_id?: string | null }[],
): Promise<ReadonlySet<string>> {
  const ids = named.flatMap(({ serviceId, service_id }) => serviceId ?? service_id ?? [])
  const services = await listServices(db, [...new Set(ids)])
  return new Set(services.filter(({ provider_id }) => provider_id === providerId).map(({ id }) => id))
}
