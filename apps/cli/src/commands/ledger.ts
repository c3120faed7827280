import { MEANING, verifyLedger } from '@jiju/orders/server/money/verify-ledger'
import type { OrdersTables } from '@jiju/orders/server/needs'
import { openDatabase } from '@jiju/platform/database/pool'
import { Command } from 'commander'
import { withDatabase } from '../database.ts'
import { CommandFailure, type Terminal } from '../terminal.ts'

const MAX_SHOWN = 50

export function ledgerCommand(terminal: Terminal): Command {
  const ledger = new Command('ledger').description('the money of orders')
  ledger
    .command('verify')
    .description(
      'reckon every account again from its transfers, compare it with orders, payments and bank lines, and name what is wrong; exit code 1 when there is something',
    )
    .action(() =>
      withDatabase(terminal, 'check', async ({ pool }) => {
        const { accounts, transfers, findings } = await verifyLedger(openDatabase<OrdersTables>(pool))
        for (const { kind, subject, detail } of findings.slice(0, MAX_SHOWN))
          terminal.writeError(`  ${subject}: ${kind}, ${MEANING[kind]} (${detail})`)
        terminal.write(`${accounts} accounts, ${transfers} transfers, ${findings.length} findings`)
        if (findings.length > 0)
          throw new CommandFailure(
            'The ledger is not what was posted. Stop payouts, and compare with a backup from before the first finding.',
          )
      }),
    )
  return ledger
}
