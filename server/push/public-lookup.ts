import { lookup } from 'node:dns'
import { BlockList, isIPv6, type LookupFunction } from 'node:net'

/** Addresses that are no place on the public internet (RFC 6890 and its successors). */
const PRIVATE = new BlockList()
const RANGES = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const
/** Of IPv4 addresses that are written as IPv6 the ranges above are asked. */
const RANGES_6 = [
  ['::', 96],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const
for (const [net, prefix] of RANGES) PRIVATE.addSubnet(net, prefix, 'ipv4')
for (const [net, prefix] of RANGES_6) PRIVATE.addSubnet(net, prefix, 'ipv6')

export const isPublic = (address: string): boolean =>
  !PRIVATE.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')

/** Looks a name up for a socket, which then reaches public addresses only, whatever DNS says. */
export const publicLookup: LookupFunction = (name, options, done) => {
  lookup(name, { ...options, all: true }, (error, found) => {
    const [first, ...others] = (found ?? []).filter(({ address }) => isPublic(address))
    if (error !== null) done(error, [])
    else if (first === undefined) done(new Error(`${name} has no public address`), [])
    else if (options.all === true) done(null, [first, ...others])
    else done(null, first.address, first.family)
  })
}
