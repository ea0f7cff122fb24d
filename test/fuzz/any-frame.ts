import * as Y from 'yjs'
import { addComment } from '../../shared/commands/add-comment.ts'
import { createCase } from '../../shared/commands/create-case.ts'
import { editSbar } from '../../shared/commands/edit-sbar.ts'
import { moveCase } from '../../shared/commands/move-case.ts'
import { FRAME_MAX } from '../../shared/limits.ts'
import { MessageType, syncFrame, SyncType } from '../../shared/wire.ts'
import { asKarin, cleo, commentNumber, requestFor } from '../shared/support/board.ts'
import fc from '../support/fast-check.ts'

/** What a client says that asks for a case and works on it, and that wants to know the rest. */
function realFrames(): Uint8Array[] {
  const doc = new Y.Doc()
  doc.clientID = 77
  const updates: Uint8Array[] = []
  doc.on('update', (update) => updates.push(update))
  doc.transact(() => createCase(doc, requestFor(cleo), asKarin()))
  doc.transact(() => moveCase(doc, { case: cleo, to: 'acute', before: null }, asKarin()))
  doc.transact(() =>
    editSbar(doc, { case: cleo, part: 'background', text: 'KOL, ensam' }, asKarin()),
  )
  doc.transact(() =>
    addComment(doc, { case: cleo, comment: commentNumber(1), text: 'Ring' }, asKarin()),
  )
  return [
    ...updates.map((update) => syncFrame(SyncType.update, update)),
    syncFrame(SyncType.step2, Y.encodeStateAsUpdate(doc)),
    syncFrame(SyncType.step1, Y.encodeStateVector(doc)),
    Uint8Array.of(MessageType.awareness, 1, 0),
    Uint8Array.of(MessageType.queryAwareness),
  ]
}

const bytes = fc.uint8Array({ maxLength: 60 })
const real = fc.constantFrom(...realFrames())
const flips = fc.array(fc.tuple(fc.nat({ max: 2_000 }), fc.nat(255)), {
  minLength: 1,
  maxLength: 4,
})
const tooLarge = new Uint8Array(FRAME_MAX + 1)

/** A length that promises more than there is, or than there could be. */
const lyingLength = fc
  .tuple(fc.constantFrom(...Object.values(SyncType)), fc.nat({ max: 12 }), bytes)
  .map(([type, length, rest]) =>
    Uint8Array.of(MessageType.sync, type, ...new Uint8Array(length).fill(0xff), 0x7f, ...rest),
  )

/** What may come over a socket: rubbish, real messages, and real ones with something changed. */
export const anyFrame: fc.Arbitrary<Uint8Array> = fc.oneof(
  { weight: 10, arbitrary: bytes },
  {
    weight: 10,
    arbitrary: fc
      .tuple(fc.constantFrom(...Object.values(SyncType)), bytes)
      .map(([type, payload]) => syncFrame(type, payload)),
  },
  { weight: 6, arbitrary: lyingLength },
  {
    weight: 40,
    arbitrary: fc.tuple(real, flips).map(([frame, changes]) => {
      const changed = Uint8Array.from(frame)
      for (const [at, byte] of changes) changed[at % changed.length] = byte
      return changed
    }),
  },
  {
    weight: 10,
    arbitrary: fc.tuple(real, fc.nat({ max: 700 })).map(([frame, keep]) => frame.subarray(0, keep)),
  },
  {
    weight: 10,
    arbitrary: fc.tuple(real, bytes).map(([frame, rest]) => Uint8Array.of(...frame, ...rest)),
  },
  { weight: 4, arbitrary: real },
  { weight: 1, arbitrary: fc.constant(tooLarge) },
)
