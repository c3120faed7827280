import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { lookUpTogether } from './look-up-together.ts'

const squares = (loads: number[]) => async (keys: readonly string[]) => {
  loads.push(keys.length)
  await new Promise((resolve) => setTimeout(resolve, 5))
  return new Map(keys.filter((key) => key !== 'none').map((key) => [key, Number(key) ** 2]))
}

describe('lookUpTogether', () => {
  test('asks once for what is asked at the same moment, and answers each with its own', async () => {
    const loads: number[] = []
    const lookUp = lookUpTogether(squares(loads))
    expect(await Promise.all(['2', '3', '3', 'none'].map(lookUp))).toEqual([4, 9, 9, undefined])
    expect(loads).toEqual([3])
  })

  test('collects while all lanes are busy, up to the largest load', async () => {
    const loads: number[] = []
    const lookUp = lookUpTogether(squares(loads), { lanes: 1, maxKeys: 4 })
    const first = lookUp('1')
    await new Promise((resolve) => setImmediate(resolve))
    await Promise.all([first, ...['2', '3', '4', '5', '6'].map(lookUp)])
    expect(loads).toEqual([1, 4, 1])
  })

  test('keeps nothing: the next question is asked anew', async () => {
    const loads: number[] = []
    const lookUp = lookUpTogether(squares(loads))
    await lookUp('2')
    await lookUp('2')
    expect(loads).toEqual([1, 1])
  })

  test('a load that takes long does not hold up the next for longer than the patience', async () => {
    let release = () => {}
    const lookUp = lookUpTogether(
      async (keys) => {
        if (keys.includes('slow')) await new Promise<void>((resolve) => (release = resolve))
        return new Map(keys.map((key) => [key, key]))
      },
      { patienceMs: 5 },
    )
    const slow = lookUp('slow')
    await sleep(1)
    expect(await lookUp('quick')).toBe('quick')
    release()
    expect(await slow).toBe('slow')
  })

  test('a load that fails fails its questions only', async () => {
    let isBroken = true
    const lookUp = lookUpTogether(async (keys) => {
      if (isBroken) throw new Error('gone')
      return new Map(keys.map((key) => [key, key]))
    })
    await expect(Promise.all([lookUp('a'), lookUp('b')])).rejects.toThrow('gone')
    isBroken = false
    expect(await lookUp('a')).toBe('a')
  })
})
