import { recordAudit } from '@jiju/platform/audit/audit'
import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import { publish } from '@jiju/platform/outbox/outbox'
import type { PlatformTables } from '@jiju/platform/platform-tables'
import type { BookingTables } from '../needs.ts'

/** What an act on a use writes beside its own tables: a command of somebody, or the platform itself. */
export type Writer = Pick<Command, 'actor' | 'now' | 'audit' | 'publish'>

/** For jobs, which act for nobody. */
export function platformWriter(tx: Db<BookingTables>, now: Date): Writer {
  const platform = tx as unknown as Db<PlatformTables>
  return {
    actor: null,
    now,
    audit: (entry) => recordAudit(platform, { actorUserId: null, actorOrganisationId: null, ...entry }),
    publish: (topic, payload) => publish(platform, { topic, payload }),
  }
}

/** Ids of who acts, for events and the audit log. */
export function actorIds({ actor }: Pick<Writer, 'actor'>): { actorUserId: string | null; actorOrganisationId: string | null } {
  return { actorUserId: actor?.userId ?? null, actorOrganisationId: actor?.organisationId ?? null }
}
