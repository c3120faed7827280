import { Refusal } from '@jiju/kernel/problem'
import { fillText } from '@jiju/platform/http/problem-texts'
import { Command, CommanderError } from 'commander'
import { adminCommand } from './commands/admin.ts'
import { auditCommand } from './commands/audit.ts'
import { backupCommand, restoreCommand } from './commands/backup.ts'
import { benchCommand } from './commands/bench.ts'
import { demoCommand } from './commands/demo.ts'
import { districtCommand } from './commands/district.ts'
import { exportCommand } from './commands/export.ts'
import { importCommand } from './commands/import.ts'
import { jobsCommand } from './commands/jobs.ts'
import { migrateCommand } from './commands/migrate.ts'
import { openapiCommand } from './commands/openapi.ts'
import { reindexCommand } from './commands/reindex.ts'
import { startCommand } from './commands/start.ts'
import { PROBLEM_TEXTS } from './problem-texts.ts'
import { CommandFailure, EndedWith, type Terminal } from './terminal.ts'

const FAILED = 1
const MISUSED = 2

export function createProgram(terminal: Terminal): Command {
  const program = new Command('jiju')
    .description('Jiju 集聚: runs and looks after the public service platform of a medical-device cluster.')
    .addHelpText(
      'after',
      `
Settings come from the environment: DATABASE_URL (a PostgreSQL of your own, 15 or later; the embedded one without it),
JIJU_DATA_DIR (where the embedded database and files are), PORT. See docs/ARCHITECTURE.md.
Exit codes: 0 done, 1 failed or refused, 2 wrong use.`,
    )
    .showHelpAfterError('(add --help for the options)')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.write(text.trimEnd()),
      writeErr: (text) => terminal.writeError(text.trimEnd()),
    })
  const commands = [
    startCommand,
    migrateCommand,
    demoCommand,
    importCommand,
    exportCommand,
    reindexCommand,
    auditCommand,
    backupCommand,
    restoreCommand,
    adminCommand,
    districtCommand,
    jobsCommand,
    openapiCommand,
    benchCommand,
  ]
  for (const add of commands) inherit(program, add(terminal))
  return program
}

/** A command takes over how the program writes and ends, and so do the commands below it. */
function inherit(parent: Command, command: Command): void {
  for (const below of command.commands) below.copyInheritedSettings(parent)
  parent.addCommand(command.copyInheritedSettings(parent))
}

/** Runs one command line and returns its exit code. */
export async function runCommandLine(args: readonly string[], terminal: Terminal): Promise<number> {
  const program = createProgram(terminal)
  try {
    await program.parseAsync(args, { from: 'user' })
    return 0
  } catch (error) {
    return explain(error, terminal)
  }
}

function explain(error: unknown, terminal: Terminal): number {
  if (error instanceof CommanderError) return error.exitCode === 0 || error.code === 'commander.help' ? 0 : MISUSED
  if (error instanceof EndedWith) return error.exitCode
  if (error instanceof Refusal)
    for (const { code, params = {} } of error.problems) terminal.writeError(fillText(PROBLEM_TEXTS[code]?.en ?? code, params, 'en'))
  else if (error instanceof CommandFailure || isExpected(error)) terminal.writeError((error as Error).message)
  else terminal.writeError(error instanceof Error ? (error.stack ?? error.message) : String(error))
  return FAILED
}

/** Failures whose message already says what to do: settings, migrations, the database that does not answer. */
function isExpected(error: unknown): boolean {
  return error instanceof Error && ['NotADemo', 'Error'].includes(error.name) && !('code' in error && error.code === 'ERR_ASSERTION')
}
