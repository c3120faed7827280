import { expect, test } from 'vitest'
import { parseMailAddress } from './mail-address.ts'

test.each([
  ['集聚 <no-reply@jiju.example>', { name: '集聚', address: 'no-reply@jiju.example' }],
  ['"Jiju, Hongdong" <a@b.example>', { name: 'Jiju, Hongdong', address: 'a@b.example' }],
  ['a@b.example', { name: '', address: 'a@b.example' }],
  ['<a@b.example>', { name: '', address: 'a@b.example' }],
])('%s', (text, address) => {
  expect(parseMailAddress(text)).toEqual(address)
})
