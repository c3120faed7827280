import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import hdi from '../models/hdi.json' with { type: 'json' }
import { checkModel } from './check-model.ts'
import { tableOf } from './fact-table.ts'
import type { Model } from './model.ts'
import { stepsText } from './rounding.ts'
import { runModel } from './run-model.ts'
import { STATUSES } from './score-table.ts'

const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8')
const [, example = ''] = /```ts\n([\s\S]*?)```/.exec(readme) ?? []

/** What the example of the README says after `//` behind a statement. */
const said = (statement: string) => new RegExp(`${statement.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}.* // (.*)`).exec(example)?.[1]

describe('the README', () => {
  it('has an example that does what it says', () => {
    const model = hdi as unknown as Model
    const rows = [...example.matchAll(/\{ id: '(\w+)', facts: \{ le: (\S+), eys: (\S+), mys: (\S+), gnipc: (\S+) \} \}/g)].map(
      ([, id = '', ...facts]) => {
        const [le, eys, mys, gnipc] = facts.map((fact) => (fact === 'null' ? null : Number(fact)))
        return { id, facts: { le, eys, mys, gnipc } }
      },
    )
    expect(rows).toHaveLength(2)
    expect(JSON.stringify(checkModel(hdi).filter(({ isWarning }) => !isWarning))).toBe(said('const wrong ='))
    const { scores } = runModel(model, tableOf(rows, ['le', 'eys', 'mys', 'gnipc']), '2024-03-13')
    expect(`'${stepsText(scores.steps[0] as number, model.decimals)}'`).toBe(said('stepsText('))
    expect(STATUSES[scores.status[1] as number]).toBe('missing_fact')
  })

  it('imports what is there', () => {
    const imports = [...example.matchAll(/import (?:type )?\{ (\w+) \} from '@jiju\/scoring\/core\/engine\/([\w-]+)'/g)]
    expect(imports.length).toBeGreaterThan(4)
    for (const [, name, path] of imports)
      expect(readFileSync(new URL(`${path}.ts`, import.meta.url), 'utf8')).toMatch(new RegExp(`export (function|type) ${name}\\b`))
  })

  it('names every kind of method', () => {
    const kinds = readFileSync(new URL('model.ts', import.meta.url), 'utf8').matchAll(/kind: '(\w+)'/g)
    for (const [, kind] of kinds) expect(readme).toContain(`\`${kind}\``)
  })

  it('names files that are there', () => {
    for (const [, path = ''] of readme.matchAll(/\]\((src\/[^)#]+)\)/g))
      expect(() => readFileSync(new URL(`../../../${path}`, import.meta.url))).not.toThrow()
  })
})
