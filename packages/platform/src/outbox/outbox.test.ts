import { expect, test } from 'vitest'
import { mergeHandlers } from './outbox.ts'

const idle = async () => undefined

test('a topic keeps the handlers of every part', () => {
  const merged = mergeHandlers({ 'test.happened': { mail: idle } }, { 'test.happened': { label: idle }, 'test.ended': { mail: idle } })
  expect(Object.entries(merged).map(([topic, byName]) => [topic, Object.keys(byName)])).toEqual([
    ['test.happened', ['mail', 'label']],
    ['test.ended', ['mail']],
  ])
})

test('two handlers of one name would overwrite each other: nothing starts with them', () => {
  expect(() => mergeHandlers({ 'test.happened': { mail: idle } }, { 'test.happened': { mail: idle } })).toThrow(
    'Two parts handle the event test.happened as mail',
  )
})
