import { expect, test } from 'vitest'
import { Close } from '../../shared/wire.ts'
import fc from '../support/fast-check.ts'
import { anyFrame } from './any-frame.ts'
import { isSame } from './board-state.ts'
import { HeapWatch } from './heap.ts'
import { AMINA, KARIN } from './people.ts'
import { StagedRoom } from './staged-room.ts'
import { Visitor } from './visitor.ts'

/** How many frames are tried; `npm run test:fuzz` tries many more. */
const FRAMES = Number(process.env.FUZZ_FRAMES ?? 4_000)
const AT_ONCE = 500

const CODES: readonly (number | null)[] = [
  null,
  Close.badFrame.code,
  Close.refused.code,
  Close.tooLarge.code,
]

test('[A1] whatever bytes come, the server stands and only their own socket is closed', () => {
  const closed = new Map<number | null, number>()
  const heap = new HeapWatch()
  let sent = 0
  const frames = fc.array(anyFrame, { minLength: AT_ONCE, maxLength: AT_ONCE, size: 'max' })
  const law = fc.property(frames, (frames) => {
    const stage = new StagedRoom()
    const hostile = new Visitor(stage, KARIN, 1_000)
    const others = [new Visitor(stage, AMINA, 2_000), new Visitor(stage, 'wall', 3_000)]
    for (const [i, frame] of frames.entries()) {
      stage.now++
      const logged = stage.updates.length
      hostile.socket.says(frame)
      const { code } = hostile.socket
      closed.set(code, (closed.get(code) ?? 0) + 1)
      if (!CODES.includes(code)) throw new Error(`closed with ${code}`)
      if (code !== null) hostile.connect()
      if (i % 50 !== 0 && code === null) continue
      stage.commit()
      const heard = others.some(({ unheard }) => unheard > 0)
      if (heard && stage.updates.length === logged) throw new Error('others saw what is not there')
      for (const other of others) {
        if (other.socket.code !== null) throw new Error('another’s socket was closed')
        other.learn()
      }
    }
    stage.commit()
    others[0]?.learn()
    const { ahead, team } = stage.room
    expect(isSame(ahead, team.doc) && isSame(stage.replayed(), team.doc)).toBe(true)
    expect(others[0] && isSame(others[0].doc, team.doc)).toBe(true)
    sent += frames.length
    heap.look()
  })
  fc.assert(law, { numRuns: Math.ceil(FRAMES / AT_ONCE) })

  expect(closed.size).toBe(CODES.length)
  expect(heap.growth).toBeLessThan(32)
  if (process.env.FUZZ_FRAMES)
    process.stdout.write(`${sent} frames; closed with ${JSON.stringify([...closed])}; ${heap}\n`)
})
