import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { findRoot } from '@jiju/api/root'
import { Command } from 'commander'
import { CommandFailure, type Terminal } from '../terminal.ts'

export function openapiCommand(terminal: Terminal): Command {
  return new Command('openapi')
    .description('print the description of the API (OpenAPI 3.1), as generated from the contracts')
    .option('--output <file>', 'write it to a file instead')
    .action((options: { output?: string }) => {
      const file = path.join(findRoot(), 'packages/api-client/openapi.json')
      if (!existsSync(file)) throw new CommandFailure('The description has not been generated yet. Run: npm run generate')
      const text = readFileSync(file, 'utf8').trimEnd()
      if (options.output === undefined) {
        terminal.write(text)
        return
      }
      const target = path.resolve(terminal.folder, options.output)
      writeFileSync(target, `${text}\n`)
      terminal.write(`Written: ${target}`)
    })
}
