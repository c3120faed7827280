import { openDatabase } from '@jiju/platform/database/pool'
import { countJobs, discardJob, JOB_STATES, type JobState, listJobs, retryJob } from '@jiju/platform/jobs/list-jobs'
import { Argument, Command, Option } from 'commander'
import { withDatabase } from '../database.ts'
import { CommandFailure, type Terminal } from '../terminal.ts'
import { wholeNumber } from './numbers.ts'

type AnyTables = Record<never, never>

export function jobsCommand(terminal: Terminal): Command {
  const jobs = new Command('jobs').description('background work that is not done yet')
  jobs
    .command('list')
    .description('jobs, newest first')
    .addOption(new Option('--state <state>', 'only those that failed for good, are retried, wait, come later, or run').choices(JOB_STATES))
    .option('--limit <number>', 'how many at most', wholeNumber(1, 1000), 50)
    .action((options: { state?: JobState; limit: number }) =>
      withDatabase(terminal, 'check', async ({ pool }) => {
        const db = openDatabase<AnyTables>(pool)
        for (const job of await listJobs(db, options)) {
          const next = job.nextAttemptAt ? `due ${job.nextAttemptAt.toISOString()}` : 'given up'
          terminal.write(
            `${job.id}  ${job.state}  ${job.name}  attempt ${job.attempts}/${job.maxAttempts}  ${next}${job.lastError ? `\n    ${firstLine(job.lastError)}` : ''}`,
          )
        }
        const count = await countJobs(db)
        terminal.write(JOB_STATES.map((state) => `${count[state]} ${state}`).join(', '))
      }),
    )
  jobs
    .command('retry')
    .description('make a job due now, with all its attempts before it')
    .addArgument(jobId())
    .action((id: string) => change(terminal, id, retryJob, `Job ${id} is due now.`))
  jobs
    .command('discard')
    .description('remove a job that nobody needs any more')
    .addArgument(jobId())
    .action((id: string) => change(terminal, id, discardJob, `Job ${id} was removed.`))
  return jobs
}

function jobId(): Argument {
  return new Argument('<id>', 'number of the job, as "jiju jobs list" shows it').argParser((text) =>
    String(wholeNumber(1, Number.MAX_SAFE_INTEGER)(text)),
  )
}

function change(terminal: Terminal, id: string, act: typeof retryJob, done: string): Promise<void> {
  return withDatabase(terminal, 'check', async ({ pool }) => {
    if (!(await act(openDatabase<AnyTables>(pool), id)))
      throw new CommandFailure(`There is no job ${id} to change: it is done, or a worker has it. See "jiju jobs list --state running".`)
    terminal.write(done)
  })
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? ''
}
