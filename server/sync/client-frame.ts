import * as decoding from 'lib0/decoding.js'
import * as Y from 'yjs'
import { MessageType, SyncType } from '../../shared/wire.ts'

/** What a client may say on a document's socket. */
export type ClientFrame =
  | { readonly kind: 'step1'; readonly vector: Uint8Array }
  /** `whole` when it holds everything that the client has and the server lacked (sync step 2). */
  | { readonly kind: 'update'; readonly whole: boolean; readonly update: Uint8Array }
  | { readonly kind: 'ignored' }

/**
 * Reads an untrusted message; null when it is not one. The message must own its whole
 * ArrayBuffer: lib0 reads lengths that lie right into whatever memory lies behind a view.
 */
export function readClientFrame(message: ArrayBuffer): ClientFrame | null {
  const decoder = decoding.createDecoder(new Uint8Array(message))
  try {
    switch (decoding.readVarUint(decoder)) {
      case MessageType.sync:
        return readSync(decoder)
      case MessageType.awareness: // presence goes by socket.io
      case MessageType.queryAwareness:
      case MessageType.auth:
        return { kind: 'ignored' }
      default:
        return null
    }
  } catch {
    return null
  }
}

function readSync(decoder: decoding.Decoder): ClientFrame | null {
  const type = decoding.readVarUint(decoder)
  const payload = decoding.readVarUint8Array(decoder)
  if (decoding.hasContent(decoder)) return null
  switch (type) {
    case SyncType.step1:
      Y.decodeStateVector(payload) // throws unless it is one
      return { kind: 'step1', vector: payload }
    case SyncType.step2:
    case SyncType.update:
      return { kind: 'update', whole: type === SyncType.step2, update: payload }
    default:
      return null
  }
}
