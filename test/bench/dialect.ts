import * as decoding from 'lib0/decoding.js'
import * as encoding from 'lib0/encoding.js'
import * as sync from 'y-protocols/sync'
import type * as Y from 'yjs'
import { MessageType, SyncType } from '../../shared/wire.ts'

/** How a server wants the same Yjs messages written. */
export type Dialect = {
  /** What a client says first, before the sync. */
  readonly greeting: Uint8Array | null
  /** Whether the server has the document and answers a client's first step. */
  readonly syncs: boolean
  /** What stands before every message, both ways: nothing, or the document's name. */
  readonly prefix: string | null
}

export const plain: Dialect = { greeting: null, syncs: true, prefix: null }
export const unsynced: Dialect = { ...plain, syncs: false }
export const hocuspocus = (document: string): Dialect => ({
  ...plain,
  prefix: document,
  greeting: token(document),
})

export const firstStep = (dialect: Dialect, doc: Y.Doc) =>
  message(dialect, (encoder) => sync.writeSyncStep1(encoder, doc))
export const secondStep = (dialect: Dialect, doc: Y.Doc) =>
  message(dialect, (encoder) => sync.writeSyncStep2(encoder, doc))
export const updateMessage = (dialect: Dialect, update: Uint8Array) =>
  message(dialect, (encoder) => sync.writeUpdate(encoder, update))

export type Read = { type: 'step1' } | { type: 'step2' | 'update'; update: Uint8Array }

/** What a message means for the document; null for everything else. */
export function read(dialect: Dialect, data: Uint8Array): Read | null {
  const decoder = decoding.createDecoder(data)
  if (dialect.prefix !== null) decoding.readVarString(decoder)
  const type = decoding.readVarUint(decoder)
  if (type !== MessageType.sync && type !== SYNC_REPLY) return null
  const step = decoding.readVarUint(decoder)
  if (step === SyncType.step1) return { type: 'step1' }
  const update = decoding.readVarUint8Array(decoder)
  return { type: step === SyncType.step2 ? 'step2' : 'update', update }
}

/** Hocuspocus' name for a sync message that answers one. */
const SYNC_REPLY = 4

function message(dialect: Dialect, write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder()
  if (dialect.prefix !== null) encoding.writeVarString(encoder, dialect.prefix)
  encoding.writeVarUint(encoder, MessageType.sync)
  write(encoder)
  return encoding.toUint8Array(encoder)
}

/** Hocuspocus' sign-in: document, authentication message, token. */
function token(document: string): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarString(encoder, document)
  encoding.writeVarUint(encoder, MessageType.auth)
  encoding.writeVarUint(encoder, 0)
  encoding.writeVarString(encoder, 'bench')
  return encoding.toUint8Array(encoder)
}
