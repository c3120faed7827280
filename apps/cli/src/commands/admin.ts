import { createInterface } from 'node:readline'
import { createAdministrator } from '@jiju/people/server/create-administrator'
import type { PeopleTables } from '@jiju/people/server/sql/database'
import { openDatabase } from '@jiju/platform/database/pool'
import { Command } from 'commander'
import { withDatabase } from '../database.ts'
import { CommandFailure, type Terminal } from '../terminal.ts'

export function adminCommand(terminal: Terminal): Command {
  return new Command('create-admin')
    .description('create an administrator of the operator, and the operator itself when there is none')
    .argument('<email>', 'address to sign in with')
    .argument('<name>', 'name of the person')
    .option('--organisation <name>', 'name of the operator, when it is created')
    .addHelpText(
      'after',
      '\nThe password is asked for, or read from the environment variable JIJU_ADMIN_PASSWORD; it is never part of the command line.',
    )
    .action(async (email: string, name: string, options: { organisation?: string }) => {
      if (!/^\S+@\S+\.\S+$/.test(email)) throw new CommandFailure(`"${email}" is no e-mail address.`)
      const password = terminal.environment.JIJU_ADMIN_PASSWORD ?? (await askPassword())
      await withDatabase(terminal, 'migrate', async ({ pool }) => {
        await createAdministrator(openDatabase<PeopleTables>(pool), {
          email,
          name,
          password,
          ...(options.organisation !== undefined && { organisationName: options.organisation }),
        })
        terminal.write(`${name} <${email}> can sign in as administrator.`)
      })
    })
}

/** Reads one line without showing it. */
async function askPassword(): Promise<string> {
  if (!process.stdin.isTTY)
    throw new CommandFailure('There is no terminal to ask for the password. Set JIJU_ADMIN_PASSWORD for this one command.')
  process.stderr.write('Password: ')
  const lines = createInterface({ input: process.stdin, terminal: true, output: undefined })
  try {
    return await new Promise((resolve) => lines.once('line', resolve))
  } finally {
    lines.close()
    process.stderr.write('\n')
  }
}
