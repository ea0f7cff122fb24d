import type { Registry } from 'prom-client'
import { gauge } from '../gauge.ts'

/** Presence's figures for Prometheus. */
export function watchLive(
  registry: Registry,
  live: { readonly sockets: number; readonly boards: number },
): void {
  gauge(registry, {
    name: 'samtavlan_live_sockets',
    help: 'Open sockets of presence',
    read: () => live.sockets,
  })
  gauge(registry, {
    name: 'samtavlan_live_boards',
    help: 'Boards with somebody present',
    read: () => live.boards,
  })
}
