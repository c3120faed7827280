import { verifyAudit } from '@jiju/platform/audit/verify-audit'
import { openDatabase } from '@jiju/platform/database/pool'
import type { PlatformTables } from '@jiju/platform/platform-tables'
import { Command } from 'commander'
import { withDatabase } from '../database.ts'
import { CommandFailure, type Terminal } from '../terminal.ts'

const MEANING = {
  changed: 'the entry is not what was sealed',
  missing: 'the entry is gone',
  gap: 'the seal of this position is gone',
  chain_broken: 'the seal was written anew',
  anchor_missing: 'the chain does not hold the given anchor: its end was cut off, or it was rebuilt',
} as const

const MAX_SHOWN = 50

export function auditCommand(terminal: Terminal): Command {
  const audit = new Command('audit').description('the audit log')
  audit
    .command('verify')
    .description('read the whole chain of seals again and name every entry that was changed or is missing; exit code 1 when there is one')
    .option('--anchor <hash>', 'the anchor that an earlier run printed; finds an end that was cut off')
    .action((options: { anchor?: string }) =>
      withDatabase(terminal, 'check', async ({ pool }) => {
        const result = await verifyAudit(openDatabase<PlatformTables>(pool), { anchor: options.anchor })
        for (const finding of result.findings.slice(0, MAX_SHOWN))
          terminal.writeError(
            `  position ${finding.position}: ${finding.kind}, ${MEANING[finding.kind]}${finding.entryId ? ` (entry ${finding.entryId})` : ''}`,
          )
        terminal.write(`${result.sealed} entries sealed, ${result.unsealed} not sealed yet, ${result.findings.length} findings`)
        if (result.anchor)
          terminal.write(`Anchor: ${result.anchor} (keep it outside of the database; give it to the next run with --anchor)`)
        if (result.findings.length > 0)
          throw new CommandFailure(
            'The audit log is not what was sealed. Compare with a backup from before the first position named above.',
          )
      }),
    )
  return audit
}
