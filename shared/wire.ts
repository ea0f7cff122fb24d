import * as decoding from 'lib0/decoding.js'
import * as encoding from 'lib0/encoding.js'
import { z } from 'zod'
import { ACCESSES } from './access.ts'
import { timestamp } from './clock.ts'
import { ruling } from './ruling.ts'

/** Grows when a frame's meaning changes. */
export const PROTOCOL_VERSION = 1

/** Clients that add `?frames=1` to a document's address also get the frames below. */
export const FRAMES_PARAMETER = 'frames'

/** How long a surface may hear no pulse before it says so, and before it looks frozen. */
export const PULSE_EVERY_MS = 10_000
export const WAITING_AFTER_MS = 20_000
export const FROZEN_AFTER_MS = 60_000

/** y-websocket's message types, then ours; each of ours is alone in its message. */
export const MessageType = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  hello: 100,
  saved: 101,
  ruling: 102,
  pulse: 103,
} as const

/** What follows the type in a sync message. */
export const SyncType = { step1: 0, step2: 1, update: 2 } as const

/** One message of the y-websocket protocol: a state vector in step 1, else an update. */
export function syncFrame(type: number, payload: Uint8Array): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, MessageType.sync)
  encoding.writeVarUint(encoder, type)
  encoding.writeVarUint8Array(encoder, payload)
  return encoding.toUint8Array(encoder)
}

const frames = {
  /** First on every socket: what the server is and what this session may do here. */
  hello: z.strictObject({
    protocol: z.int(),
    schema: z.int(),
    build: z.string(),
    access: z.enum(ACCESSES),
    serverTime: timestamp,
  }),
  /** The first `received` update messages of this socket are on disk, at the server's `time`. */
  saved: z.strictObject({ received: z.int().nonnegative(), seq: z.int(), time: timestamp }),
  /** What becomes of changes that are not taken as they were sent. */
  ruling,
  /** Every PULSE_EVERY_MS: the server lives and has committed up to `seq`. */
  pulse: z.strictObject({ time: timestamp, seq: z.int().nonnegative() }),
}

export type FrameName = keyof typeof frames
export type Frame = { [N in FrameName]: { type: N } & z.infer<(typeof frames)[N]> }[FrameName]
export const FRAME_NAMES = Object.keys(frames) as FrameName[]

export function encodeFrame(frame: Frame): Uint8Array {
  const { type, ...body } = frame
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, MessageType[type])
  encoding.writeVarString(encoder, JSON.stringify(body))
  return encoding.toUint8Array(encoder)
}

/** Reads what follows the message type; null when it is not such a frame. */
export function decodeFrame<N extends FrameName>(
  type: N,
  decoder: decoding.Decoder,
): Extract<Frame, { type: N }> | null {
  try {
    const body: unknown = JSON.parse(decoding.readVarString(decoder))
    return { type, ...frames[type].parse(body) } as Extract<Frame, { type: N }>
  } catch {
    return null
  }
}

/**
 * Why the server ends a socket. 4400–4499 are final for this address; everything else is worth
 * another try, with jitter.
 */
export const Close = {
  badFrame: { code: 4400, reason: 'The message could not be read.' },
  sessionEnded: { code: 4401, reason: 'The session has ended.' },
  refused: { code: 4403, reason: 'The change was refused.' },
  noSuchBoard: { code: 4404, reason: 'There is no such board.' },
  otherEpoch: { code: 4409, reason: 'The board has started a new epoch.' },
  tooLarge: { code: 4413, reason: 'The message is too large.' },
  locked: { code: 4423, reason: 'The session is locked.' },
  reloadNeeded: { code: 4426, reason: 'This version of the app is too old.' },
  tooFast: { code: 4529, reason: 'Too many messages.' },
  loadFailed: { code: 4500, reason: 'The board could not be loaded.' },
  shuttingDown: { code: 1012, reason: 'The server is restarting.' },
  tooSlow: { code: 1013, reason: 'The socket reads too slowly.' },
} as const
export type CloseReason = (typeof Close)[keyof typeof Close]

export const isFinal = (code: number): boolean => code >= 4400 && code < 4500
