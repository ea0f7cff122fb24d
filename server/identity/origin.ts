import type { IncomingHttpHeaders } from 'node:http'

/**
 * Whether a request comes from this server's own pages. A browser names the page's origin on
 * every state-changing request and on every WebSocket; other programs name none and pass.
 */
export function isOwnOrigin(
  { origin, host }: Pick<IncomingHttpHeaders, 'origin' | 'host'>,
  publicUrl: URL | null,
): boolean {
  if (origin === undefined) return true
  if (origin === publicUrl?.origin) return true
  return URL.canParse(origin) && new URL(origin).host === host
}
