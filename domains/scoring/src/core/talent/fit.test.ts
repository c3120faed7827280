import { expect, test } from 'vitest'
import { fitOf, matchesOf } from './fit.ts'

test.each([
  [null, null, 'open', null],
  [null, 10, 'open', null],
  [60, 60, 'open', null],
  [60, 55.5, 'short', 4.5],
  [60, null, 'unknown', null],
])('asked %j, has %j: %s, lacks %j', (minPoints, points, fit, lack) => {
  expect(fitOf({ minPoints, skills: [] }, points)).toEqual({ fit, lack })
})

test('skills match whatever their case', () => {
  expect(matchesOf({ minPoints: null, skills: ['FPGA', '注册法规'] }, ['fpga', '光学'])).toEqual(['FPGA'])
})
