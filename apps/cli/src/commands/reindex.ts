import type { CatalogTables } from '@jiju/catalog/server/catalog-db'
import { reindexAll } from '@jiju/catalog/server/search/index-resources'
import { openDatabase } from '@jiju/platform/database/pool'
import { Command } from 'commander'
import { withDatabase } from '../database.ts'
import type { Terminal } from '../terminal.ts'

const REPORT_EVERY = 20_000

export function reindexCommand(terminal: Terminal): Command {
  return new Command('reindex').description('build the search index anew; searches go on meanwhile').action(() =>
    withDatabase(terminal, 'migrate', async ({ pool }) => {
      const started = performance.now()
      let reported = 0
      const count = await reindexAll(openDatabase<CatalogTables>(pool), {
        now: () => new Date(),
        onProgress: (done, total) => {
          if (done - reported < REPORT_EVERY) return
          reported = done
          terminal.write(`  ${done} of ${total}`)
        },
      })
      terminal.write(`Indexed ${count} published resources in ${((performance.now() - started) / 1000).toFixed(1)} s.`)
    }),
  )
}
