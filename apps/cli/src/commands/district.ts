import { Command } from 'commander'
import { withDatabase } from '../database.ts'
import { findDistrict, nameDistrict } from '../demo/sql.ts'
import { CommandFailure, type Terminal } from '../terminal.ts'

export function districtCommand(terminal: Terminal): Command {
  return new Command('district')
    .description('show which district runs this platform, or name it')
    .option('--name-zh <name>', 'its Chinese name')
    .option('--name-en <name>', 'its English name')
    .action((options: { nameZh?: string; nameEn?: string }) =>
      withDatabase(terminal, 'migrate', async ({ pool }) => {
        const known = await findDistrict(pool)
        if (options.nameZh === undefined && options.nameEn === undefined) {
          terminal.write(
            known
              ? `${known.nameZh}${known.isDemo ? ` (demo, seed ${known.seed}, as of ${known.referenceDay})` : ''}`
              : 'No district is named yet.',
          )
          return
        }
        if (options.nameZh === undefined || options.nameEn === undefined)
          throw new CommandFailure('Give both names: --name-zh and --name-en.')
        if (known?.isDemo)
          throw new CommandFailure('This database holds the demo district, which keeps its name. Use another database for real data.')
        await nameDistrict(pool, { nameZh: options.nameZh, nameEn: options.nameEn })
        terminal.write(`The district is ${options.nameZh} (${options.nameEn}).`)
      }),
    )
}
