import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { findRoot } from '@jiju/api/root'
import { Command } from 'commander'
import { EndedWith, type Terminal } from '../terminal.ts'

export function benchCommand(_terminal: Terminal): Command {
  return new Command('bench')
    .description('run a benchmark on a database and port of its own (the same as "npm run bench -- NAME")')
    .argument('<name>', 'name of the benchmark; any wrong one lists them')
    .option('--quick', 'with fewer rows, within 45 seconds')
    .option('--json', 'one JSON object a line and nothing else')
    .action(async (name: string, options: { quick?: boolean; json?: boolean }) => {
      const tool = path.join(findRoot(), 'tools/bench.mjs')
      const args = [tool, name, ...(options.quick ? ['--quick'] : []), ...(options.json ? ['--json'] : [])]
      const child = spawn(process.execPath, args, { stdio: 'inherit' })
      const [code] = (await once(child, 'exit')) as [number | null]
      if (code !== 0) throw new EndedWith(code ?? 1)
    })
}
