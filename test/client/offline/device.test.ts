import { beforeEach, describe, expect, test } from 'vitest'
import { Device } from '../../../client/offline/device.ts'
import type { Change, Copy, KeptBoard } from '../../../client/offline/kept-board.ts'
import { Owner } from '../../../client/offline/owner.ts'
import { epoch } from '../../../shared/ids.ts'
import { anna } from '../../shared/support/board.ts'
import { head, karin, kungsbacka, leaveUntil, loot, sara } from './stage.ts'

const HOUR = 3_600_000
const NOW = 1_000 * HOUR
const bytes = (text: string) => new TextEncoder().encode(text)

const copy: Copy = { parts: [bytes('Astrid'), bytes('Dahl')], at: NOW, clockAhead: 5 }
const change = (text: string): Change => ({
  update: bytes(text),
  changes: [{ kind: 'text', case: anna, part: text }],
  at: NOW,
})

let device = new Device()

async function takeFor(who = karin, board = kungsbacka, until = NOW + HOUR): Promise<KeptBoard> {
  const kept = await device.take(head(who, board), leaveUntil(until))
  if (kept === null) throw new Error('nothing is kept here')
  return kept
}

/** What a page left that is gone. */
async function leave(kept: KeptBoard, ...texts: string[]): Promise<void> {
  const owner = new Owner()
  for (const text of texts) await kept.add(owner, change(text))
  owner.leave()
}

/** The copy, all of its parts. */
async function wholeOf(kept: KeptBoard | null): Promise<Copy | null> {
  const copy = await kept?.copy()
  if (!copy) return null
  const { first, rest, ...sight } = copy
  return { ...sight, parts: [first, ...((await rest) ?? [])] }
}

const textsOf = (changes: readonly Change[]) => changes.map(({ changes: [one] }) => one)

beforeEach(async () => {
  await device.wipe()
  device = new Device()
})

describe('what a device keeps', () => {
  test('[O3] comes back as it was', async () => {
    const kept = await takeFor()
    await kept.writeCopy(copy)
    await leave(kept, 'first', 'second')
    const again = await new Device().find(head(karin))
    expect(await wholeOf(again)).toEqual(copy)
    const orphans = (await again?.orphans()) ?? []
    expect(orphans).toMatchObject([change('first'), change('second')])
    await again?.remove(orphans.slice(0, 1).map(({ number }) => number))
    expect(textsOf((await again?.orphans()) ?? [])).toEqual(change('second').changes)
  })

  test('[O3] a copy takes the place of one that had more parts', async () => {
    const kept = await takeFor()
    await kept.writeCopy(copy)
    const smaller = { ...copy, parts: [bytes('Astrid')] }
    await kept.writeCopy(smaller)
    expect(await wholeOf(kept)).toEqual(smaller)
    expect(await loot()).not.toContain(' rest')
  })

  test('[O5] of a copy that is removed no part is left', async () => {
    const kept = await takeFor()
    await kept.writeCopy(copy)
    expect(await loot()).toContain(' rest')
    await kept.removeCopy()
    expect(await loot()).not.toContain(' rest')
    await kept.writeCopy(copy)
    await kept.forget()
    expect(await loot()).not.toContain(' rest')
  })

  test('[O3] a thief finds no name, no word and no key', async () => {
    const kept = await takeFor()
    await kept.writeCopy(copy)
    await leave(kept, 'feber sedan i går')
    const found = await loot()
    expect(found).toContain('a key')
    expect(found).not.toMatch(/Astrid|Dahl|Karin|karin|Lindqvist|Kungsbacka|kungsbacka|feber/)
  })

  test('[O3] cannot be opened as anything else', async () => {
    const [one, other] = [await takeFor(karin), await takeFor(sara)]
    await leave(one, 'mine')
    expect(await other.orphans()).toEqual([])
    await one.writeCopy(copy)
    expect(await other.copy()).toBeNull()
  })

  test('[O2] one session has one key to a board, and the next another', async () => {
    const first = await takeFor()
    expect((await takeFor()).id).toBe(first.id)
    expect((await takeFor(karin, kungsbacka, NOW + 2 * HOUR)).id).not.toBe(first.id)
  })

  test('[O6] what a page that lives has made is not taken from it', async () => {
    const kept = await takeFor()
    const owner = new Owner()
    await kept.add(owner, change('mine'))
    expect(await kept.orphans()).toEqual([])
    owner.leave()
    await expect.poll(async () => (await kept.orphans()).length).toBe(1)
  })
})

describe('what is removed', () => {
  test('[O5] everything of others when somebody signs in, and nothing of theirs', async () => {
    const [hers, his] = [await takeFor(karin), await takeFor(sara)]
    await hers.writeCopy(copy)
    await leave(hers, 'hers')
    await leave(his, 'his')
    await device.keepOnly(sara.id)
    expect((await device.boards()).map(({ head }) => head.who.name)).toEqual(['Sara Holm'])
    expect(await hers.copy()).toBeNull()
    expect(await hers.waiting()).toBe(0)
    expect(await his.waiting()).toBe(1)
  })

  test('[O5] all there is, at once', async () => {
    const kept = await takeFor()
    await kept.writeCopy(copy)
    await leave(kept, 'mine')
    await device.wipe()
    expect(await loot()).toBe('')
  })

  test('[O5] and what was about to be written then is not', async () => {
    const kept = await takeFor()
    await kept.forget()
    await kept.writeCopy(copy)
    expect(await loot()).toBe('')
  })

  test('[O5] the picture when nobody is signed in; what waits stays for its author', async () => {
    const kept = await takeFor()
    await kept.writeCopy(copy)
    await leave(kept, 'mine')
    await device.hide()
    expect(await device.shown(NOW)).toEqual([])
    expect(await kept.waiting()).toBe(1)
  })
})

describe('without the server', () => {
  test('[O4] the boards that a person has seen are shown, the latest first', async () => {
    const halmstad = { ...kungsbacka, name: 'Team Halmstad', epoch: epoch.parse(2) }
    await (await takeFor(karin)).writeCopy(copy)
    await (await takeFor(karin, halmstad)).writeCopy({ ...copy, at: NOW + 1 })
    const shown = await device.shown(NOW + 2)
    expect(shown.map(({ board }) => board.name)).toEqual(['Team Halmstad', 'Team Kungsbacka'])
  })

  test('[O4] nothing is shown that was never seen', async () => {
    await takeFor()
    expect(await device.shown(NOW)).toEqual([])
  })

  test('[O4] nothing is shown after its time, and the picture is removed', async () => {
    const kept = await takeFor()
    await kept.writeCopy(copy)
    await leave(kept, 'mine')
    expect(await device.shown(NOW + HOUR - 1)).toHaveLength(1)
    expect(await device.shown(NOW + HOUR)).toEqual([])
    expect(await kept.copy()).toBeNull()
    expect(await kept.waiting()).toBe(1)
  })
})
