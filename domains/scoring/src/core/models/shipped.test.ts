import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { checkModel } from '../engine/check-model.ts'
import { branchesOf, factRefsOf, type Model, weightOf } from '../engine/model.ts'
import { SHIPPED_MODELS } from './shipped.ts'

const migration = readFileSync(fileURLToPath(new URL('../../../../../db/migrations/0028-scoring.sql', import.meta.url)), 'utf8')
const kept = new Set([...migration.matchAll(/^ {2}\('([a-z0-9_]+)', '/gm)].map(([, code]) => code))
const shipped = (code: string) => SHIPPED_MODELS.find((model) => model.code === code) as Model
const leaves = (model: Model) =>
  branchesOf(model).flatMap(({ children }) => children.flatMap((child) => ('indicator' in child ? [child] : [])))

describe.each(SHIPPED_MODELS.map((model) => [model.code, model] as const))('the shipped model %s', (_, model) => {
  it('has no mistake', () => {
    expect(checkModel(model)).toEqual([])
  })

  it('reads only facts that the platform keeps, each described', () => {
    expect(kept.size).toBe(38)
    const described = new Set(model.facts.map(({ code }) => code))
    for (const ref of factRefsOf(model)) {
      const code = ref.split('@')[0] as string
      expect([code, described.has(code), kept.has(code) || code === 'age_years']).toEqual([code, true, true])
    }
    for (const code of described) expect(factRefsOf(model).map((ref) => ref.split('@')[0])).toContain(code)
  })

  it('gives each indicator a place and a weight in every stage, marked as to be confirmed', () => {
    expect(leaves(model).map(({ indicator }) => indicator)).toEqual(model.indicators.map(({ code }) => code))
    for (const { children } of branchesOf(model))
      for (const child of children) {
        expect(child.certainty).toBe('to_confirm')
        for (const stage of model.stages) expect(weightOf(child.weight, stage)).toBeGreaterThan(0)
      }
  })

  it('weighs each branch as the sum of what is under it', () => {
    for (const { children } of branchesOf(model))
      for (const child of children)
        for (const stage of model.stages) {
          if (!('branch' in child)) continue
          const below = child.branch.children.reduce((sum, { weight }) => sum + weightOf(weight, stage), 0)
          expect(weightOf(child.weight, stage)).toBeCloseTo(below, 6)
        }
  })
})

describe('the shipped models', () => {
  it('are the national 18 by three stages, and 20 core and 18 auxiliary indicators', () => {
    const counts = (code: string) =>
      branchesOf(shipped(code))
        .slice(1)
        .map(({ children }) => children.length)
    expect(counts('national-18')).toEqual([7, 7, 4])
    expect(counts('changsha-38')).toEqual([10, 10, 18])
    expect(shipped('national-18').stages.map(({ name }) => name.zh)).toEqual(['初创期', '成长期', '稳定期'])
    for (const stage of shipped('national-18').stages)
      expect(leaves(shipped('national-18')).reduce((sum, { weight }) => sum + weightOf(weight, stage), 0)).toBe(100)
  })

  it('lower the weight of technology with age', () => {
    const technology = shipped('national-18').root.children[0]?.weight as Record<string, number>
    expect(technology.start).toBeGreaterThan(technology.growth as number)
    expect(technology.growth).toBeGreaterThan(technology.stable as number)
  })

  it('have the five stages of Longwan with lower bounds included', () => {
    const bounds = shipped('longwan-18').stages.map(({ when }) => `${when[0]?.is} ${when[0]?.value}`)
    expect(bounds).toEqual(['< 100', '< 500', '< 2000', '< 10000', '>= 10000'])
  })
})
