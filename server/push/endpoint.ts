/** The push services of today's browsers: a browser names one, and the server posts nowhere else. */
const KNOWN = [
  /^fcm\.googleapis\.com$/,
  /^([\w-]+\.)*push\.services\.mozilla\.com$/,
  /^([\w-]+\.)*push\.apple\.com$/,
  /^([\w-]+\.)*notify\.windows\.com$/,
]

/** Where a message may be posted to, and whether that place is one of the settings' own. */
export type Endpoint = { readonly url: URL; readonly isOurs: boolean }

/**
 * Where a browser asks to be woken, if the server may post there; else null.
 * @param ours origins of push services that the settings name, in place of the known ones
 */
export function endpointOf(address: string, ours: readonly string[]): Endpoint | null {
  const url = URL.parse(address)
  if (url === null || url.username !== '' || url.password !== '') return null
  if (ours.length > 0) return ours.includes(url.origin) ? { url, isOurs: true } : null
  const isKnown = KNOWN.some((host) => host.test(url.hostname))
  return url.protocol === 'https:' && url.port === '' && isKnown ? { url, isOurs: false } : null
}
