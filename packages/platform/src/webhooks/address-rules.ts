import { BlockList, isIP } from 'node:net'

/** Every IPv4 range that is not a host of the public internet (IANA special-purpose registry). */
const NOT_PUBLIC_4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const
/** Of IPv6 only the global unicast range is public, and of that not what is documentation or leads elsewhere (Teredo, 6to4). */
const NOT_PUBLIC_6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const

const refused = new BlockList()
for (const [net, bits] of NOT_PUBLIC_4) refused.addSubnet(net, bits, 'ipv4')
for (const [net, bits] of NOT_PUBLIC_6) refused.addSubnet(net, bits, 'ipv6')
const global6 = new BlockList()
global6.addSubnet('2000::', 3, 'ipv6')
const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8, 'ipv4')
loopback.addAddress('::1', 'ipv6')

export type AddressPolicy = {
  /** For development: also `http:`, and only to this machine. */
  readonly allowsLoopback: boolean
}

/** Whether the platform may connect to an IP address on behalf of others. */
export function mayConnect(address: string, { allowsLoopback }: AddressPolicy): boolean {
  const family = isIP(address)
  if (family === 0) return false
  const type = family === 4 ? 'ipv4' : 'ipv6'
  if (allowsLoopback && loopback.check(address, type)) return true
  return family === 4 ? !refused.check(address, type) : global6.check(address, type) && !refused.check(address, type)
}

/** The host of a URL as `net` and `dns` want it: without the brackets of an IPv6 literal. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '')
}

/** Why a stated address is refused before any name is looked up; null when it may be tried. */
export function findAddressProblem(
  text: string,
  policy: AddressPolicy,
): 'webhooks.address_invalid' | 'webhooks.address_not_https' | 'webhooks.address_private' | null {
  const url = URL.canParse(text) ? new URL(text) : null
  if (!url || !['https:', 'http:'].includes(url.protocol) || url.username || url.password || url.hash) return 'webhooks.address_invalid'
  const host = hostOf(url)
  const isLoopback = host === 'localhost' || (isIP(host) > 0 && loopback.check(host, isIP(host) === 4 ? 'ipv4' : 'ipv6'))
  if (url.protocol === 'http:' && !(policy.allowsLoopback && isLoopback)) return 'webhooks.address_not_https'
  if (isLoopback ? !policy.allowsLoopback : isIP(host) > 0 && !mayConnect(host, policy)) return 'webhooks.address_private'
  return null
}
