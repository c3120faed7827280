import { migrate } from '@jiju/platform/database/migrate'
import { Command } from 'commander'
import { MIGRATIONS, withDatabase } from '../database.ts'
import type { Terminal } from '../terminal.ts'

export function migrateCommand(terminal: Terminal): Command {
  return new Command('migrate').description('bring the database to the newest schema (forward only; safe to run twice)').action(() =>
    withDatabase(terminal, 'any', async ({ url, place }) => {
      const { applied } = await migrate(url, MIGRATIONS())
      terminal.write(`Data: ${place}`)
      terminal.write(applied.length === 0 ? 'Nothing to do: the schema is the newest.' : `Migrated: ${applied.join(', ')}`)
    }),
  )
}
