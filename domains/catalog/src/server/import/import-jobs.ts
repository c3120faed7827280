import type { JobContext, JobHandlers, JobSchedule } from '@jiju/platform/jobs/jobs'
import { z } from 'zod'
import type { CatalogDeps } from '../deps.ts'
import { moveImport } from '../sql/imports.ts'
import { dropOldLines } from './drop-lines.ts'
import { applyImport, checkImport } from './run-import.ts'

export const IMPORT_ATTEMPTS = 3

const Payload = z.object({ importId: z.uuid() })

/** The long parts of an import; each is done once however often its job runs. */
export function importJobs({ db, needs }: CatalogDeps): JobHandlers {
  const run = async (payload: unknown, context: JobContext, state: 'uploaded' | 'checked', work: (importId: string) => Promise<void>) => {
    const { importId } = Payload.parse(payload)
    try {
      await work(importId)
    } catch (error) {
      // Nothing was written; after the last try the import says so instead of waiting for ever.
      if (context.attempt >= IMPORT_ATTEMPTS)
        await moveImport(db, importId, state, { state: 'failed', failure: { code: 'catalog.import_broke' }, finished_at: needs.now() })
      throw error
    }
  }
  return {
    'catalog.check_import': (payload, context) =>
      run(payload, context, 'uploaded', (importId) => checkImport({ db, files: needs.files, now: needs.now }, importId)),
    'catalog.apply_import': (payload, context) => run(payload, context, 'checked', (importId) => applyImport(db, importId, needs.now())),
    'catalog.drop_import_lines': async () => {
      await dropOldLines(db, needs.now())
    },
  }
}

/** In UTC: twenty to two in the morning in Shanghai. */
export const IMPORT_SCHEDULES: readonly JobSchedule[] = [{ cron: '40 17 * * *', job: 'catalog.drop_import_lines' }]
