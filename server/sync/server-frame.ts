import * as Y from 'yjs'
import { MessageType, syncFrame, SyncType } from '../../shared/wire.ts'

/** Asks a client for everything it has that this document lacks. */
export const step1Frame = (doc: Y.Doc): Uint8Array =>
  syncFrame(SyncType.step1, Y.encodeStateVector(doc))

/** Answers a client's step 1: everything that its state vector lacks. */
export const step2Frame = (update: Uint8Array): Uint8Array => syncFrame(SyncType.step2, update)

export const updateFrame = (update: Uint8Array): Uint8Array => syncFrame(SyncType.update, update)

/**
 * An awareness message about nobody: a stock y-websocket client drops a socket that was silent
 * for 30 s, and this is the smallest thing it understands and does not answer.
 */
export const KEEP_ALIVE = Uint8Array.of(MessageType.awareness, 1, 0)
