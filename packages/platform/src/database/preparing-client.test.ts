import { expect, test } from 'vitest'
import { HotTexts } from './preparing-client.ts'

test('a text is named from the eighth time on and keeps its name; others stay without', () => {
  const texts = new HotTexts()
  const names = Array.from({ length: 9 }, () => texts.nameOf('select $1'))
  expect(names).toEqual([...Array.from({ length: 7 }, () => undefined), 'jiju_1', 'jiju_1'])
  expect(texts.nameOf('select $1, $2')).toBeUndefined()
})

test('texts that never repeat leave no trace, and no more than 200 are named', () => {
  const texts = new HotTexts()
  for (let index = 0; index < 5000; index += 1) texts.nameOf(`select $1, ${index}`)
  const named = new Set<string>()
  for (let index = 0; index < 300; index += 1)
    for (let time = 0; time < 8; time += 1) {
      const name = texts.nameOf(`select ${index} where $1`)
      if (name) named.add(name)
    }
  expect(named.size).toBe(200)
})

test('only reads that name their columns are prepared', () => {
  const texts = new HotTexts()
  for (const text of [
    'insert into t (a) values ($1) on conflict (a) where state = $2 do nothing',
    'select * from t where a = $1',
    'select "t".* from "s"."t" where a = $1',
    'select a from (select * from t) where a = $1',
    'with gone as (delete from t where a = $1 returning b) select b from gone',
  ]) {
    for (let time = 0; time < 20; time += 1) expect(texts.nameOf(text), text).toBeUndefined()
  }
})
