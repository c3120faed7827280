/** After `freeTries` tries each further one waits: `firstDelaySeconds`, doubled each time, up to `maxDelaySeconds`. Forgotten after `forgetSeconds` without a try. */
export type ThrottleRule = {
  readonly freeTries: number
  readonly firstDelaySeconds: number
  readonly maxDelaySeconds: number
  readonly forgetSeconds: number
}

/**
 * A wrong try slows only its own source: the pair of account and network, or the known device.
 * Nothing blocks an account as a whole, so nobody can lock another person out.
 */
export const THROTTLES = {
  accountFromNetwork: { freeTries: 5, firstDelaySeconds: 2, maxDelaySeconds: 900, forgetSeconds: 86_400 },
  accountFromDevice: { freeTries: 10, firstDelaySeconds: 1, maxDelaySeconds: 300, forgetSeconds: 3600 },
  network: { freeTries: 100, firstDelaySeconds: 2, maxDelaySeconds: 60, forgetSeconds: 3600 },
  secondStep: { freeTries: 5, firstDelaySeconds: 5, maxDelaySeconds: 900, forgetSeconds: 86_400 },
  session: { freeTries: 5, firstDelaySeconds: 2, maxDelaySeconds: 900, forgetSeconds: 3600 },
  mail: { freeTries: 3, firstDelaySeconds: 300, maxDelaySeconds: 3600, forgetSeconds: 21_600 },
} as const satisfies Record<string, ThrottleRule>

/** Wrong tries an hour from unknown devices after which an account counts as attacked: its owner gets a mail, and a new device must also prove the mailbox. */
export const ATTACK_TRIES = 50
export const ATTACK_WINDOW_SECONDS = 3600

/** Seconds to wait after the `failures`-th try. */
export function delaySeconds(rule: ThrottleRule, failures: number): number {
  if (failures < rule.freeTries) return 0
  return Math.min(rule.maxDelaySeconds, rule.firstDelaySeconds * 2 ** Math.min(failures - rule.freeTries, 20))
}

/** Where a request comes from: an IPv4 address, or the /64 of an IPv6 address, which one household or office holds as a whole. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)
  if (mapped?.[1]) return mapped[1]
  if (!address.includes(':')) return address
  const [head = '', tail] = (address.split('%')[0] ?? '').toLowerCase().split('::')
  const left = head ? head.split(':') : []
  const right = tail ? tail.split(':') : []
  const groups = tail === undefined ? left : [...left, ...Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right]
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`
}
