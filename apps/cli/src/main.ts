import { runCommandLine } from './program.ts'

// Whoever reads may stop reading, as `| head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})

process.exitCode = await runCommandLine(process.argv.slice(2), {
  environment: process.env,
  folder: process.env.INIT_CWD && process.env.npm_lifecycle_event ? process.env.INIT_CWD : process.cwd(),
  write: (line) => process.stdout.write(`${line}\n`),
  writeError: (line) => process.stderr.write(`${line}\n`),
})
