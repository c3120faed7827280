import type { JobContext, JobHandlers } from '@jiju/platform/jobs/jobs'
import { z } from 'zod'
import type { ScoringDeps } from '../needs.ts'
import { moveImport } from '../sql/imports.ts'
import { applyImport } from './apply-import.ts'
import { checkImport } from './check-import.ts'

export const IMPORT_ATTEMPTS = 3

const Payload = z.object({ importId: z.uuid() })

/** The long parts of an import; each is done once however often its job runs. */
export function importJobs(deps: ScoringDeps): JobHandlers {
  const run = async (payload: unknown, context: JobContext, state: 'uploaded' | 'checked', work: typeof checkImport) => {
    const { importId } = Payload.parse(payload)
    try {
      await work(deps, importId)
    } catch (error) {
      // Nothing was written; after the last try the import says so instead of waiting for ever.
      if (context.attempt >= IMPORT_ATTEMPTS) {
        const failure = { code: 'scoring.import_broke' }
        await moveImport(deps.db, importId, state, { state: 'failed', failure, finished_at: deps.needs.now() })
      }
      throw error
    }
  }
  return {
    'scoring.check_import': (payload, context) => run(payload, context, 'uploaded', checkImport),
    'scoring.apply_import': (payload, context) => run(payload, context, 'checked', applyImport),
  }
}
