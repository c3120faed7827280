import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { z } from 'zod'
import file from '../core/engine/cases/bad-models.json' with { type: 'json' }
import { checkModel } from '../core/engine/check-model.ts'
import { model as modelShape } from '../core/engine/check-model-shape.ts'
import type { Model } from '../core/engine/model.ts'
import hdi from '../core/models/hdi.json' with { type: 'json' }
import { SHIPPED_MODELS } from '../core/models/shipped.ts'
import { ModelDocument } from './model-document.ts'
import { PROBLEM_TEXTS } from './problem-texts.ts'
import texts from './problems/models.json' with { type: 'json' }

describe('the format of models', () => {
  it('is what the JSON Schema in this folder says', () => {
    const schema = { $id: 'https://jiju.example/model.schema.json', title: 'jiju-model/1', ...z.toJSONSchema(ModelDocument) }
    const committed = readFileSync(new URL('model.schema.json', import.meta.url), 'utf8')
    expect(JSON.parse(committed)).toEqual(JSON.parse(JSON.stringify(schema)))
  })

  it('is the type that the engine reads', () => {
    expectTypeOf<z.infer<typeof ModelDocument>>().toExtend<Model>()
    expectTypeOf<Model['indicators'][number]['normalise']['kind']>().toEqualTypeOf<
      z.infer<typeof ModelDocument>['indicators'][number]['normalise']['kind']
    >()
  })

  it('takes the models that are shipped', () => {
    for (const model of [hdi, ...SHIPPED_MODELS, file.base]) expect(ModelDocument.safeParse(model).error).toBeUndefined()
  })
})

/** The places of all parts of a value, as lists of keys. */
function placesIn(value: unknown): string[][] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, own]) => [[key], ...placesIn(own).map((rest) => [key, ...rest])])
}

function replaced(value: unknown, [key, ...rest]: readonly string[], part: unknown): unknown {
  if (key === undefined) return part
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string, unknown>
  copy[key] = replaced(copy[key], rest, part)
  return copy
}

describe('the schema and the check', () => {
  it('refuse the same shapes, whatever part of a model is replaced by whatever', () => {
    const part = fc.oneof(
      fc.jsonValue({ maxDepth: 1 }),
      fc.constantFrom('', ' ', 'a', 0, -1, 0.5, 1e9, '2026-01-01', 'best', 'no_score', [], {}, null),
    )
    let refused = 0
    fc.assert(
      fc.property(fc.constantFrom(...placesIn(file.base)), part, (place, value) => {
        const document = replaced(file.base, place, value)
        let isShaped = true
        modelShape(document, '', () => {
          isShaped = false
        })
        const isParsed = ModelDocument.safeParse(document).success
        expect(isParsed).toBe(isShaped)
        if (isParsed) return
        refused += 1
        expect(checkModel(document).some(({ isWarning }) => !isWarning)).toBe(true)
      }),
      { numRuns: 2000 },
    )
    expect(refused).toBeGreaterThan(500)
  })
})

describe('the texts of mistakes', () => {
  const planted = new Set([...file.cases.flatMap(({ mistakes }) => mistakes.map(({ code }) => `scoring.model_${code}`))])
  // These are planted by tests that build their model or facts, or ask the door.
  const built = ['scoring.model_too_deep', 'scoring.model_outranking_many', 'scoring.model_half_places']

  it('are there for every mistake that a fixture plants, and every mistake with a text is planted', () => {
    expect([...planted, ...built].sort()).toEqual(Object.keys(texts).sort())
    expect(PROBLEM_TEXTS).toMatchObject(texts)
  })

  it('name the parameters that they are given', () => {
    for (const { mistakes } of file.cases) {
      for (const { code, params } of mistakes) {
        const { zh, en } = PROBLEM_TEXTS[`scoring.model_${code}`] as { zh: string; en: string }
        for (const text of [zh, en]) {
          const names = [...text.matchAll(/\{(\w+)/g)].map(([, name]) => name)
          expect(Object.keys(params)).toEqual(expect.arrayContaining(names))
        }
      }
    }
  })
})
