import { expect, test } from 'vitest'
import { classTree } from './class-tree.ts'

const value = (code: string, count: number, isChosen = false) => ({ value: code, zh: code, en: code, count, atLeast: false, isChosen })

test('classes stand below their first level in the order of codes; what holds nothing is left out unless chosen', () => {
  const tree = classTree([
    value('0105', 3),
    value('02', 0),
    value('01', 5),
    value('0104', 2),
    value('0103', 0),
    value('x1', 1),
    value('0201', 0, true),
  ])
  expect(tree.map((node) => [node.value, node.children.map((child) => child.value)])).toEqual([
    ['01', ['0104', '0105']],
    ['02', ['0201']],
    ['x1', []],
  ])
})

test('a class whose first level is not among them stands for itself', () => {
  expect(classTree([value('0301', 1)]).map((node) => node.value)).toEqual(['0301'])
})
