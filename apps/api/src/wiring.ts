import { type CustomerFacts, customerClassOf } from '@jiju/booking/core/customer-class'
import { firstFreeSlots } from '@jiju/booking/server/availability'
import { bookingModule } from '@jiju/booking/server/module'
import { catalogModule } from '@jiju/catalog/server/module'
import { findServices } from '@jiju/catalog/server/search/find-services'
import { ORDERABLE_KINDS } from '@jiju/orders/core/forms/orderable-kinds'
import { ordersModule } from '@jiju/orders/server/module'
import { providerKey, rootKey } from '@jiju/orders/server/reports/signing-keys'
import { listRoots } from '@jiju/orders/server/sql/reports/signing-keys'
import { ACCESS } from '@jiju/people/core/access'
import { accessControl, peopleModule } from '@jiju/people/server/module'
import { recordFactRead, recordOpenFactReads } from '@jiju/people/server/record-fact-read'
import { type Db, openDatabase } from '@jiju/platform/database/pool'
import type { FileStore } from '@jiju/platform/files/file-store'
import type { AccessControl } from '@jiju/platform/http/actor'
import { enqueue } from '@jiju/platform/jobs/jobs'
import { findLiveKeys } from '@jiju/platform/jobs/list-jobs'
import { sendMail } from '@jiju/platform/mail/mail'
import { parseMailAddress } from '@jiju/platform/mail/mail-address'
import type { MailTransport } from '@jiju/platform/mail/transport'
import type { DomainModule } from '@jiju/platform/module'
import { noticesModule } from '@jiju/platform/notices/module'
import type { NoticeKinds } from '@jiju/platform/notices/notice-kinds'
import { notifier } from '@jiju/platform/notices/notify'
import { operationsModule } from '@jiju/platform/operations/module'
import { findDistrict } from '@jiju/platform/operations/status'
import { type WebhookPost, webhooksModule } from '@jiju/platform/webhooks/module'
import type { PublicEvents } from '@jiju/platform/webhooks/public-events'
import type { PointsItem } from '@jiju/scoring/core/credit/items'
import { scoringModule } from '@jiju/scoring/server/module'
import { listEndedCertificates } from '@jiju/scoring/server/sql/certificates'
import type pg from 'pg'
import { instrumentsOfOrders } from './instruments-of-orders.ts'

type Parts = {
  readonly pool: pg.Pool
  readonly files: FileStore
  /** Without a mail server letters are kept for the outbox page. */
  readonly mail?: MailTransport | null
  /** Who sends letters: `Name <address>`. */
  readonly mailFrom: string
  readonly publicAddress: string
  readonly authSecret: string
  /** Where webhooks may go; to the public internet when left out. */
  readonly webhooks?: WebhookPost
  /** Whether roles that decide about others or about money need a second factor. */
  readonly secondFactorByRole?: boolean
  /** Where suppliers of facts put files, a subfolder each; none is watched when left out. */
  readonly factFolder?: string | null
  readonly now?: () => Date
}

export type Wiring = {
  readonly modules: readonly DomainModule[]
  readonly access: AccessControl
  readonly checkDatabase: () => Promise<void>
  /** Whether every page must say that the district is invented. */
  readonly isDemo: () => Promise<boolean>
}

/** Hands each domain what it states in its `needs.ts`: the one place that knows all domains. */
export function wire(parts: Parts): Wiring {
  const { pool, files, publicAddress, authSecret } = parts
  const now = parts.now ?? (() => new Date())
  // biome-ignore lint/suspicious/noExplicitAny: one database, of which each domain sees its own tables.
  const db = openDatabase<any>(pool)

  const modules: DomainModule[] = []
  const kinds = (): NoticeKinds => Object.assign({}, ...modules.map(({ notices }) => notices))
  const notify = notifier({ kinds, now, publicAddress })

  const paidAs = (customer: CustomerFacts, provider: { providerId: string; district: string | null }) => {
    const paid = customerClassOf(customer, provider)
    return 'customerClass' in paid ? paid.customerClass : null
  }

  const people = {
    db,
    pool,
    needs: { now, sendMail, notify, publicAddress, authSecret, secondFactorByRole: parts.secondFactorByRole ?? false },
  }
  const catalog = {
    db,
    pool,
    needs: {
      now,
      enqueue,
      files,
      notify,
      publicAddress,
      firstFreeSlots: (ids: readonly string[], window: { from: Date; to: Date; minutes: number }) => firstFreeSlots(db, ids, window),
      customerClassOf: paidAs,
    },
  }
  const booking = {
    db,
    pool,
    needs: {
      now,
      notify,
      files,
      publicAddress,
      organiser: parseMailAddress(parts.mailFrom),
      timelineReaders: ACCESS['booking.timeline.read'],
    },
  }
  const orders = {
    db,
    pool,
    needs: {
      now,
      notify,
      files,
      publicAddress,
      authSecret,
      customerClassOf: paidAs,
      isSandboxOpen: async () => (await findDistrict(db))?.isDemo ?? false,
      // biome-ignore lint/suspicious/noExplicitAny: scoring sees its own tables of the same database.
      endedElsewhere: (on: Db<any>) => listEndedCertificates(on),
      instruments: instrumentsOfOrders,
      // biome-ignore lint/suspicious/noExplicitAny: the catalogue sees its own tables of the same database.
      findServices: (on: Db<any>, words: string) => findServices(on, catalog.needs, { words, kinds: ORDERABLE_KINDS }),
      firstFreeSlots: catalog.needs.firstFreeSlots,
    },
  }
  const scoring = {
    db,
    needs: {
      now,
      notify,
      enqueue,
      findLiveKeys,
      files,
      factFolder: parts.factFolder ?? null,
      authSecret,
      publicAddress,
      // The keys of reports sign certificates too: one root vouches for every paper of the platform.
      // biome-ignore lint/suspicious/noExplicitAny: orders sees its own tables of the same database.
      signingKey: (tx: Db<any>, organisationId: string, at: Date) => providerKey(tx, { authSecret }, organisationId, at),
      // biome-ignore lint/suspicious/noExplicitAny: see above.
      signingRoot: (tx: Db<any>, at: Date) => rootKey(tx, { authSecret }, at),
      // biome-ignore lint/suspicious/noExplicitAny: see above.
      signingRoots: (on: Db<any>) => listRoots(on),
      // biome-ignore lint/suspicious/noExplicitAny: people sees its own tables of the same database.
      recordPointsRead: async (tx: Db<any>, read: Omit<Parameters<typeof recordFactRead>[1], 'facts'>, wanted: readonly PointsItem[]) => {
        await recordFactRead(tx, { ...read, facts: 'innovation_points' })
        return recordOpenFactReads(tx, read, wanted)
      },
    },
  }
  modules.push(
    operationsModule({ db, now, mail: parts.mail ?? null }),
    noticesModule({ db, now, publicAddress, kinds }),
    peopleModule(people),
    catalogModule(catalog),
    bookingModule(booking),
    ordersModule(orders),
    scoringModule(scoring),
  )
  const publicEvents: PublicEvents = Object.assign({}, ...modules.map((module) => module.publicEvents))
  modules.push(webhooksModule({ db, now, authSecret, notify, publicEvents, post: parts.webhooks ?? { allowsLoopback: false } }))
  return {
    modules,
    access: accessControl(people),
    checkDatabase: async () => {
      await pool.query('select 1')
    },
    isDemo: async () => (await findDistrict(db))?.isDemo ?? false,
  }
}
