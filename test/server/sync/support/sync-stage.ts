import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { once } from 'node:events'
import { pino } from 'pino'
import { onTestFinished } from 'vitest'
import * as Y from 'yjs'
import type { SyncParts } from '../../../../server/sync/sync-parts.ts'
import { SyncServer } from '../../../../server/sync/sync-server.ts'
import { noMeter } from '../../../../server/sync/meter.ts'
import { FakeGate } from './fake-gate.ts'
import { MemoryLog } from './memory-log.ts'
import { Peer } from './peer.ts'

const NOON = Date.UTC(2026, 0, 5, 12, 0)

/** A sync server on a port of its own, over a fake gate and a log in memory. */
export async function startSync(log = new MemoryLog(), more: Partial<SyncParts> = {}) {
  const gate = new FakeGate()
  const clock = { now: NOON }
  const later: (() => void)[] = []
  const saving: boolean[] = []
  const sync = new SyncServer({
    store: log,
    gate,
    publicUrl: new URL('https://tavla.example'),
    build: 'test',
    log: pino({ level: 'silent' }),
    meter: noMeter,
    onSaving: (is) => saving.push(is),
    now: () => clock.now,
    after: (_ms, task) => later.push(task),
    ...more,
  })
  const server = createServer()
  sync.attach(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const origin = `127.0.0.1:${(server.address() as AddressInfo).port}`
  onTestFinished(async () => {
    await sync.close()
    server.close()
  })
  const address = (path: string) => `ws://${origin}/sync/${path}`
  return {
    ...{ sync, log, gate, clock, saving, origin, address },
    join: (cookie: string, path = 'kungsbacka@1', headers = {}, doc = new Y.Doc()) =>
      new Peer(address(path), cookie, headers, doc),
    /** Lets pass what the server waits for before it closes an empty room. */
    passGrace: () => later.splice(0).forEach((task) => task()),
  }
}
