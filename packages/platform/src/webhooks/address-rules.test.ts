import { describe, expect, test } from 'vitest'
import { findAddressProblem, mayConnect } from './address-rules.ts'

const PUBLIC = { allowsLoopback: false }
const LOOPBACK = { allowsLoopback: true }

describe('where a connection may go', () => {
  test.each(['1.1.1.1', '8.8.8.8', '114.114.114.114', '172.15.255.255', '172.32.0.0', '100.63.255.255', '2400:3200::1', '2606:4700::1111'])(
    '%s',
    (address) => {
      expect(mayConnect(address, PUBLIC)).toBe(true)
    },
  )
  test.each([
    ...['0.0.0.0', '10.1.2.3', '100.64.0.1', '127.0.0.1', '127.255.255.254', '169.254.169.254', '172.16.0.1', '172.31.255.255'],
    ...['192.0.0.1', '192.168.1.1', '198.18.0.1', '198.51.100.7', '203.0.113.9', '224.0.0.1', '255.255.255.255'],
    ...[
      '::',
      '::1',
      '::ffff:127.0.0.1',
      '::ffff:8.8.8.8',
      '::ffff:7f00:1',
      '64:ff9b::7f00:1',
      'fe80::1',
      'fc00::1',
      'fd12::1',
      'fec0::1',
      'ff02::1',
    ],
    ...['2001::1', '2001:db8::1', '2002:7f00:1::1', '3fff::1', '100::1', 'not an address', ''],
  ])('not to %s', (address) => {
    expect(mayConnect(address, PUBLIC)).toBe(false)
  })
  test('to this machine when that is set, and still to no other inner address', () => {
    expect(['127.0.0.1', '127.9.9.9', '::1', '8.8.8.8'].every((address) => mayConnect(address, LOOPBACK))).toBe(true)
    expect(['10.0.0.1', '169.254.169.254', 'fe80::1', '::ffff:10.0.0.1'].some((address) => mayConnect(address, LOOPBACK))).toBe(false)
  })
})

describe('which addresses can be stated', () => {
  test.each([
    ['https://hooks.example.cn/jiju?tenant=7', PUBLIC, null],
    ['https://hooks.example.cn:8443/', PUBLIC, null],
    ['https://[2606:4700::1111]/', PUBLIC, null],
    ['http://hooks.example.cn/', PUBLIC, 'webhooks.address_not_https'],
    ['http://hooks.example.cn/', LOOPBACK, 'webhooks.address_not_https'],
    ['http://127.0.0.1:9000/', LOOPBACK, null],
    ['http://localhost:9000/', LOOPBACK, null],
    ['http://[::1]:9000/', LOOPBACK, null],
    ['http://127.0.0.1:9000/', PUBLIC, 'webhooks.address_not_https'],
    ['https://127.0.0.1/', PUBLIC, 'webhooks.address_private'],
    // Other ways to write 127.0.0.1 are read as what they are.
    ['https://2130706433/', PUBLIC, 'webhooks.address_private'],
    ['https://0x7f.1/', PUBLIC, 'webhooks.address_private'],
    ['https://017700000001/', PUBLIC, 'webhooks.address_private'],
    ['https://localhost/', PUBLIC, 'webhooks.address_private'],
    ['https://10.0.0.1/', LOOPBACK, 'webhooks.address_private'],
    ['https://169.254.169.254/latest/meta-data', PUBLIC, 'webhooks.address_private'],
    ['https://[::ffff:10.0.0.1]/', PUBLIC, 'webhooks.address_private'],
    ['https://user:word@hooks.example.cn/', PUBLIC, 'webhooks.address_invalid'],
    ['https://hooks.example.cn/#a', PUBLIC, 'webhooks.address_invalid'],
    ['ftp://hooks.example.cn/', PUBLIC, 'webhooks.address_invalid'],
    ['file:///etc/passwd', PUBLIC, 'webhooks.address_invalid'],
    ['hooks.example.cn', PUBLIC, 'webhooks.address_invalid'],
  ] as const)('%s with %j: %s', (address, policy, problem) => {
    expect(findAddressProblem(address, policy)).toBe(problem)
  })
})
