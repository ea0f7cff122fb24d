import * as decoding from 'lib0/decoding.js'
import { describe, expect, test } from 'vitest'
import {
  Close,
  decodeFrame,
  encodeFrame,
  FRAME_NAMES,
  isFinal,
  MessageType,
  PROTOCOL_VERSION,
  type Frame,
} from '../../shared/wire.ts'
import fc from '../support/fast-check.ts'

const examples = {
  hello: {
    type: 'hello',
    protocol: 1,
    schema: 1,
    build: '0.1.0',
    access: 'write',
    serverTime: 1_000,
  },
  saved: { type: 'saved', received: 3, seq: 17, time: 1_000 },
  ruling: { type: 'ruling', kind: 'refused', reason: 'not-allowed', case: null, part: 'seen' },
  pulse: { type: 'pulse', time: 1_000, seq: 17 },
} as const satisfies { [N in Frame['type']]: Extract<Frame, { type: N }> }

function decoded(message: Uint8Array) {
  const decoder = decoding.createDecoder(message)
  const type = decoding.readVarUint(decoder)
  const name = FRAME_NAMES.find((name) => MessageType[name] === type)
  return name ? decodeFrame(name, decoder) : null
}

describe('frames', () => {
  test.each(Object.values(examples))('[W2] $type comes out as it went in', (frame) => {
    expect(decoded(encodeFrame(frame))).toEqual(frame)
  })

  test('[W2] every frame has an example here', () => {
    expect(Object.keys(examples)).toEqual(FRAME_NAMES)
  })

  /** Whoever changes a frame's meaning raises the version, so that old clients reload. */
  test('[W2] version 1 is written like this', () => {
    const written = Object.values(examples).map((frame) => {
      const decoder = decoding.createDecoder(encodeFrame(frame))
      return [decoding.readVarUint(decoder), decoding.readVarString(decoder)]
    })
    expect({ version: PROTOCOL_VERSION, written }).toEqual({
      version: 1,
      written: [
        [100, '{"protocol":1,"schema":1,"build":"0.1.0","access":"write","serverTime":1000}'],
        [101, '{"received":3,"seq":17,"time":1000}'],
        [102, '{"kind":"refused","reason":"not-allowed","case":null,"part":"seen"}'],
        [103, '{"time":1000,"seq":17}'],
      ],
    })
  })

  test('[W2] what is no such frame gives null', () => {
    const body = fc.oneof(fc.json(), fc.string()).map((text) => new TextEncoder().encode(text))
    const prefixed = body.map((bytes) => new Uint8Array([bytes.length & 0x7f, ...bytes]))
    const bytes = fc.oneof(prefixed, fc.uint8Array({ size: 'max', maxLength: 200 }))
    fc.assert(
      fc.property(fc.constantFrom(...FRAME_NAMES), bytes, (name, bytes) => {
        expect(decodeFrame(name, decoding.createDecoder(bytes))).toBeNull()
      }),
      { numRuns: 500 },
    )
  })

  test('[W2] a frame with a part too many or too few gives null', () => {
    const { type, ...pulse } = examples.pulse
    for (const body of [{ ...pulse, extra: 1 }, { time: 1 }, { ...pulse, seq: -1 }]) {
      const message = encodeFrame({ type, ...body } as Frame)
      expect(decoded(message)).toBeNull()
    }
  })

  test('[W1] no frame of ours has a number that y-websocket uses', () => {
    expect(FRAME_NAMES.every((name) => MessageType[name] >= 100)).toBe(true)
    const types = Object.values(MessageType)
    expect(new Set(types).size).toBe(types.length)
  })
})

describe('close codes', () => {
  test('[W6] each code is closed with by one reason only, and fits a close frame', () => {
    const all = Object.values(Close)
    expect(new Set(all.map(({ code }) => code)).size).toBe(all.length)
    for (const { reason } of all) expect(Buffer.byteLength(reason)).toBeLessThanOrEqual(123)
  })

  test('[W6] only 4400–4499 are final', () => {
    const final = Object.entries(Close).filter(([, { code }]) => isFinal(code))
    expect(final.map(([name]) => name)).toEqual([
      'badFrame',
      'sessionEnded',
      'refused',
      'noSuchBoard',
      'otherEpoch',
      'tooLarge',
      'locked',
      'reloadNeeded',
    ])
    expect([4399, 4500, 1012].map(isFinal)).toEqual([false, false, false])
  })
})
