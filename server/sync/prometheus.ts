import { Counter, Gauge, Histogram, type Registry } from 'prom-client'
import { ACCESSES, type Access } from '../../shared/access.ts'
import { gauge } from '../gauge.ts'
import type { SyncMeter } from './meter.ts'

const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]

/** The sync server's figures for Prometheus. */
export function prometheusMeter(registry: Registry): SyncMeter {
  const registers = [registry]
  const commits = new Histogram({
    name: 'samtavlan_commit_seconds',
    help: 'Time of one transaction that writes document updates',
    buckets: BUCKETS,
    registers,
  })
  const acknowledgements = new Histogram({
    name: 'samtavlan_acknowledge_seconds',
    help: 'Time from a change being taken in until it is on disk and sent on',
    buckets: BUCKETS,
    registers,
  })
  const failures = new Counter({
    name: 'samtavlan_commit_failures_total',
    help: 'Transactions that failed and are tried again',
    registers,
  })
  const closes = new Counter({
    name: 'samtavlan_sync_closes_total',
    help: 'Document sockets that closed, by close code',
    labelNames: ['code'],
    registers,
  })
  return {
    committed: (ms) => commits.observe(ms / 1000),
    commitFailed: () => failures.inc(),
    acknowledged: (ms) => acknowledgements.observe(ms / 1000),
    socketClosed: (code) => closes.inc({ code }),
  }
}

/** What a sync server can be asked at any time. */
export type WatchedSync = {
  readonly rooms: number
  readonly oldestWaitMs: number
  connectionsWith(access: Access): number
}

export function watchSync(registry: Registry, sync: WatchedSync): void {
  new Gauge({
    name: 'samtavlan_sync_sockets',
    help: 'Open document sockets, by what they may do',
    labelNames: ['access'],
    registers: [registry],
    collect() {
      for (const access of ACCESSES) this.set({ access }, sync.connectionsWith(access))
    },
  })
  gauge(registry, {
    name: 'samtavlan_sync_rooms',
    help: 'Boards in memory',
    read: () => sync.rooms,
  })
  gauge(registry, {
    name: 'samtavlan_commit_oldest_wait_seconds',
    help: 'For how long the oldest update that is not on disk has waited',
    read: () => sync.oldestWaitMs / 1000,
  })
}
