import { describe, expect, it } from 'vitest'
import { linesOf } from './lines-of.ts'

describe('names beside charts', () => {
  it.each([
    ['研发费用金额', ['研发费用金额']],
    ['研发费用占营业收入比例', ['研发费用占营', '业收入比例']],
    ['Revenue growth', ['Revenue growth']],
    ['Share of staff with a degree', ['Share of staff with', 'a degree']],
    ['Income tax relief for research and development', ['Income tax relief', 'for research and de…']],
    ['Internationalisation', ['Internationalisation']],
    ['承担建设省级及以上研发或创新平台的总数量', ['承担建设省级及以上研', '发或创新平台的总数量']],
    ['承担建设省级及以上研发或创新平台的总数量与个数', ['承担建设省级及以上研', '发或创新平台的总数…']],
  ])('%s', (name, lines) => {
    expect(linesOf(name, 10)).toEqual(lines)
  })
})
