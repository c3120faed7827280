import { describe, expect, test } from 'vitest'
import { delaySeconds, networkOf, THROTTLES } from './throttle-rules.ts'

describe('slowing down', () => {
  test('free tries cost nothing, then the delay doubles up to its limit', () => {
    const delays = [1, 4, 5, 6, 7, 10, 13, 14, 1000].map((failures) => delaySeconds(THROTTLES.accountFromNetwork, failures))
    expect(delays).toEqual([0, 0, 2, 4, 8, 64, 512, 900, 900])
  })

  test.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0db8:0001:0002::9', '2001:db8:1:2::/64'],
    ['2001:db8::9', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('%s belongs to %s', (address, network) => {
    expect(networkOf(address)).toBe(network)
  })
})
