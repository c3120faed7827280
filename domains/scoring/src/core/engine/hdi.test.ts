import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readCsv } from '@jiju/kernel/csv'
import { describe, expect, it } from 'vitest'
import hdi from '../models/hdi.json' with { type: 'json' }
import { tableOf } from './fact-table.ts'
import type { Model } from './model.ts'
import { rankScores } from './rank-scores.ts'
import { stepsText } from './rounding.ts'
import { runModel } from './run-model.ts'

const model = hdi as unknown as Model
const file = fileURLToPath(new URL('../../../../../../shared/data/bench/hdi/hdi_1990_2022.csv', import.meta.url))

// Table 1 of the Human Development Report 2023-24: equal values share the better place.
const PLACES_OF_2022 = {
  ...{ CHE: 1, NOR: 2, ISL: 3, HKG: 4, DNK: 5, SWE: 5, DEU: 7, IRL: 7, SGP: 9, AUS: 10, NLD: 10, BEL: 12, FIN: 12, LIE: 12 },
  ...{ GBR: 15, NZL: 16, ARE: 17, CAN: 18, KOR: 19, LUX: 20, USA: 20, AUT: 22, SVN: 22 },
}

describe.skipIf(!existsSync(file))('the published Human Development Index', () => {
  it('comes out of its inputs, to three decimals, for every country and year', () => {
    const [, ...lines] = readCsv(readFileSync(file, 'utf8'))
    const published = new Map<string, string>()
    const rows = lines.map(({ cells: [iso3 = '', , year = '', le, eys, mys, gnipc, value = ''] }) => {
      const id = `${iso3} ${year}`
      published.set(id, value)
      return { id, facts: { le: Number(le), eys: Number(eys), mys: Number(mys), gnipc: Number(gnipc) } }
    })
    const { scores } = runModel(model, tableOf(rows, ['le', 'eys', 'mys', 'gnipc']), '2024-03-13')
    const wrong = scores.ids.flatMap((id, row) => {
      const shown = stepsText(scores.steps[row] as number, model.decimals)
      return Number(shown) === Number(published.get(id)) ? [] : [`${id}: ${shown}, published ${published.get(id)}`]
    })
    expect(wrong).toEqual([])
    expect(scores.ids).toHaveLength(6171)
    const of2022 = scores.steps.map((steps, row) => (scores.ids[row]?.endsWith('2022') ? steps : Number.NaN))
    const places = rankScores(of2022, 'best')
    const shown = scores.ids.map((id, row) => ({ iso3: id.slice(0, 3), place: places[row] as number })).filter(({ place }) => place <= 22)
    expect(Object.fromEntries(shown.map(({ iso3, place }) => [iso3, place]))).toEqual(PLACES_OF_2022)
  })
})
