import { isLocalDate } from '@jiju/kernel/local-date'
import { Command, InvalidArgumentError } from 'commander'
import { withDatabase } from '../database.ts'
import { DEFAULT_SEED, type DemoDistrict, generateDemo } from '../demo/generate.ts'
import { checkTarget, type Loaded, loadDemo } from '../demo/load.ts'
import type { Terminal } from '../terminal.ts'
import { wholeNumber } from './numbers.ts'

const ALREADY_THERE = 'The demo district is there already; nothing was changed. Make it anew with: jiju demo --reset'

export function demoCommand(terminal: Terminal): Command {
  return new Command('demo')
    .description(
      'create the invented demo district in an empty database: 30 institutions, 782 instruments, 67 testing services, 40 enterprises with accounts, 4,227 scored ones',
    )
    .option('--reset', 'drop the demo district that is there and make it anew; a database with other data is refused', false)
    .option(
      '--seed <number>',
      'another district; the same seed and day give the same one',
      wholeNumber(0, Number.MAX_SAFE_INTEGER),
      DEFAULT_SEED,
    )
    .option('--day <date>', 'the day that counts as today, such as 2026-11-21', readDay)
    .option('--small', 'a small one for tests: 5 institutions, 40 instruments, 10 services, 6 enterprises', false)
    .action((options: { reset: boolean; seed: number; day?: string; small: boolean }) =>
      withDatabase(terminal, 'migrate', async ({ pool, files, config }) => {
        if ((await checkTarget(pool, { isReset: options.reset })) === 'already_there') {
          terminal.write(ALREADY_THERE)
          return
        }
        const started = performance.now()
        const district = generateDemo({
          seed: options.seed,
          isSmall: options.small,
          ...(options.day !== undefined && { referenceDay: options.day }),
        })
        const loaded = await loadDemo(pool, district, { isReset: options.reset, files, publicAddress: config.publicAddress })
        for (const line of describeLoad(district, loaded, performance.now() - started)) terminal.write(line)
      }),
    )
}

function readDay(text: string): string {
  if (!isLocalDate(text)) throw new InvalidArgumentError('It must be a day such as 2026-11-21.')
  return text
}

/** What a person wants to know after loading: how much there is, how long it took, who can sign in. */
export function describeLoad(district: DemoDistrict, loaded: Loaded, milliseconds: number): string[] {
  if (loaded.outcome === 'already_there') return [ALREADY_THERE]
  const count = (table: string, kind?: string) =>
    district.tables.find(({ name }) => name === table)?.rows.filter((row) => kind === undefined || row.kind === kind).length ?? 0
  return [
    `Demo district ${district.nameZh} (invented), seed ${district.seed}, as of ${district.referenceDay}:`,
    `  ${count('catalog.provider')} institutions, ${count('catalog.resource', 'instrument')} instruments, ${count('catalog.resource', 'testing_service')} testing services, ` +
      `${count('people.organisation', 'enterprise')} enterprises with accounts, ${count('people.person')} persons, ${count('booking.reservation')} bookings`,
    `  ${count('scoring.enterprise')} enterprises with ${count('scoring.fact')} facts for innovation points, scored in ${count('scoring.run')} runs`,
    `  ${loaded.rows} rows and ${loaded.indexed} search documents in ${(milliseconds / 1000).toFixed(1)} s`,
    `  Sign in as engineer@demo.jiju.example, manager@…, operator@… or admin@… with the password ${district.password}`,
  ]
}
