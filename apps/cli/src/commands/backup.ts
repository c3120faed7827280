import path from 'node:path'
import { Command } from 'commander'
import { restoreBackup } from '../backup/read-backup.ts'
import { writeBackup } from '../backup/write-backup.ts'
import { withDatabase } from '../database.ts'
import type { Terminal } from '../terminal.ts'

export function backupCommand(terminal: Terminal): Command {
  return new Command('backup')
    .description('write database, files and keys as of one instant into a new folder, while the platform runs')
    .argument('<folder>', 'a folder that is empty or does not exist yet')
    .addHelpText(
      'after',
      '\nThe folder holds everything, also password hashes and the key of the second factors: keep it as you keep the server.',
    )
    .action((folder: string) =>
      withDatabase(terminal, 'check', async (database) => {
        const target = path.resolve(terminal.folder, folder)
        const manifest = await writeBackup(database, target)
        const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
        const bytes = [...manifest.tables, ...manifest.files].reduce((sum, part) => sum + part.bytes, 0)
        terminal.write(
          `Backup in ${target}: ${manifest.tables.length} tables, ${rows} rows, ${manifest.files.length} files, ${(bytes / 1e6).toFixed(1)} MB`,
        )
        if (manifest.missingFiles.length > 0)
          terminal.writeError(
            `${manifest.missingFiles.length} files that the database names are not in the store; the manifest lists them.`,
          )
      }),
    )
}

export function restoreCommand(terminal: Terminal): Command {
  return new Command('restore')
    .description('restore a backup into an empty database; every file of it is checked first')
    .argument('<folder>', 'the folder that "jiju backup" wrote')
    .addHelpText('after', '\nStop the platform first; it begins with an empty database that it would fill by itself.')
    .action((folder: string) =>
      withDatabase(terminal, 'any', async (database) => {
        const { manifest, applied } = await restoreBackup(database, path.resolve(terminal.folder, folder))
        const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
        terminal.write(`Restored ${rows} rows and ${manifest.files.length} files as of ${manifest.createdAt} into ${database.place}.`)
        if (applied.length > 0) terminal.write(`Migrated since: ${applied.join(', ')}`)
      }),
    )
}
