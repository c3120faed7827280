import type { Db } from '@jiju/platform/database/pool'
import type { FileStore } from '@jiju/platform/files/file-store'
import type { enqueue } from '@jiju/platform/jobs/jobs'
import type { findLiveKeys } from '@jiju/platform/jobs/list-jobs'
import type { Notify } from '@jiju/platform/notices/notice'
import type { KeyPair } from '@jiju/platform/pdf/certificates'
import type { Kysely } from 'kysely'
import type { PointsItem } from '../core/credit/items.ts'
import type { DB } from './tables.ts'

export type ScoringTables = DB

/** What scoring asks of the rest of the platform. The composition root supplies it; scoring imports no other domain. */
export type ScoringNeeds = {
  readonly now: () => Date
  /** Tells people by page and mail in the caller's transaction; of one key a person is told once. */
  readonly notify: Notify
  readonly enqueue: typeof enqueue
  /** Which jobs somebody still works on, or will. */
  readonly findLiveKeys: typeof findLiveKeys
  /** Facts and results of runs, evidence of enterprises, imported tables. */
  readonly files: FileStore
  /** Folder of this machine with a subfolder for each supplier of facts; null where none is watched. */
  readonly factFolder: string | null
  /** Seals what must not be guessed: addresses of certificates, pseudonyms. */
  readonly authSecret: string
  /** Where browsers reach the platform, without a slash at the end. */
  readonly publicAddress: string
  /** The key that signs an organisation's papers now, vouched for by the platform's root. */
  readonly signingKey: (tx: Db<ScoringTables>, organisationId: string, now: Date) => Promise<KeyPair>
  /** The key of the platform's root, which signs what is the platform's own word. */
  readonly signingRoot: (tx: Db<ScoringTables>, now: Date) => Promise<KeyPair>
  /** Every root that has vouched for a signature, in DER. */
  readonly signingRoots: (db: Db<ScoringTables>) => Promise<readonly Uint8Array[]>
  /**
   * Asks for the owner's live consent to read its innovation points and logs the read in the caller's transaction;
   * refuses where there is none. Of the items wanted behind the score it answers with those that are open too, each logged as well.
   * Its locks keep revocations out until the transaction ends.
   */
  readonly recordPointsRead: (
    tx: Db<ScoringTables>,
    read: {
      readonly ownerOrganisationId: string
      readonly readerOrganisationId: string
      readonly readerPersonId: string
      readonly now: Date
    },
    wanted: readonly PointsItem[],
  ) => Promise<readonly PointsItem[]>
}

export type ScoringDeps = { readonly db: Kysely<ScoringTables>; readonly needs: ScoringNeeds }
