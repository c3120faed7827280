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
import { ledgerCommand } from './commands/ledger.ts'
import { migrateCommand } from './commands/migrate.ts'
import { openapiCommand } from './commands/openapi.ts'
import { reindexCommand } from './commands/reindex.ts'
import { reportCommand } from './commands/report.ts'
import { scoringCommand } from './commands/scoring.ts'
import { startCommand } from './commands/start.ts'
import { PROBLEM_TEXTS } from './problem-texts.ts'
import { EndedWith, type Terminal } from './terminal.ts'

const FAILED = 1
const MISUSED = 2

export function createProgram(terminal: Terminal): Command {
  const program = new Command('jiju')
    .description('Jiju 集聚: runs and looks after the public service platform of a medical-device cluster.')
    .addHelpText(
      'after',
      `
Settings come from the environment: DATABASE_URL (a PostgreSQL of your own, 15 or later; the embedded one without it),
JIJU_DATA_DIR (where the embedded database and files are), JIJU_FACT_FOLDER (where suppliers of facts put files), PORT.
See docs/ARCHITECTURE.md.
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
    ledgerCommand,
    backupCommand,
    restoreCommand,
    adminCommand,
    districtCommand,
    jobsCommand,
    reportCommand,
    scoringCommand,
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
  else terminal.writeError(describe(error))
  return FAILED
}

/** What to print: the message where it says what to do, the stack where somebody has to look into the code. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { code, syscall } = error as { code?: string; syscall?: string }
  if (syscall === 'connect' || syscall === 'getaddrinfo')
    return `The database does not answer (${code}). Check DATABASE_URL, and that its server runs.`
  if (code?.startsWith('28') || code?.startsWith('3D'))
    return `The database refuses the connection: ${error.message}. Check user, password and name in DATABASE_URL.`
  // Files that cannot be read or written name their path and the reason.
  if (syscall !== undefined) return error.message
  // Settings, migrations and the embedded server throw plain errors whose message says what to do.
  const isPlain = code === undefined && ['Error', 'CommandFailure', 'NotADemo'].includes(error.name)
  return isPlain ? error.message : (error.stack ?? error.message)
}
