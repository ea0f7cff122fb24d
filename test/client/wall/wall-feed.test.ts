import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { ServerClock } from '../../../client/net/server-clock.ts'
import { WallFeed, type WallSurroundings } from '../../../client/surfaces/wall/wall-feed.svelte.ts'
import { boardId, epoch } from '../../../shared/ids.ts'
import { wallBoardOf, wallCardsOf } from '../../../shared/wall.ts'
import { Close } from '../../../shared/wire.ts'
import { cardWith, codes, team } from './cards.ts'
import { FakeLink } from './fake-link.ts'

const id = boardId.parse('kungsbacka')
const summary = {
  id,
  name: 'Kungsbacka',
  epoch: epoch.parse(1),
  schema: 1,
  access: 'display' as const,
}

let links: FakeLink[] = []
let feed: WallFeed
const boards = vi.fn<WallSurroundings['boards']>()
const reload = vi.fn<() => void>()
const server = new Y.Doc()

const newest = () => {
  const link = links.at(-1)
  if (!link) throw new Error('nothing has been opened')
  return link
}

/** Time goes on with nothing said. */
const silence = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1_000)

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-03-10T10:42:07+01:00') })
  links = []
  boards.mockReset().mockResolvedValue({ ok: true, value: [summary] })
  reload.mockReset()
  wallBoardOf(server).set('board', team)
  wallCardsOf(server).clear()
  wallCardsOf(server).set('a', cardWith({ code: 'H-26' }))
  feed = new WallFeed(summary, {
    boards,
    reload,
    random: () => 0.5,
    clock: new ServerClock(),
    connect: (doc, epoch, events) => {
      const link = new FakeLink(doc, epoch, events)
      links.push(link)
      return link
    },
  })
})

afterEach(() => {
  feed.destroy()
  vi.useRealTimers()
})

describe('WallFeed', () => {
  test('[U5] it shows nothing before the whole board has arrived', () => {
    newest().hello()
    newest().send(server)
    expect([feed.status, feed.cards]).toEqual(['loading', []])
    newest().events.synced()
    expect(feed.status).toBe('showing')
    expect(codes(feed.cards)).toEqual(['H-26'])
    expect(feed.team?.phone).toBe('070-174 06 00')
  })

  test('[U5] a change shows at once and counts as a word from the server', async () => {
    newest().load(server)
    await silence(19)
    wallCardsOf(server).set('b', cardWith({ code: 'H-27' }))
    newest().send(server)
    expect(codes(feed.cards)).toEqual(['H-26', 'H-27'])
    await silence(19)
    expect(feed.freshness.state).toBe('live')
  })

  test('[U5] frozen, it opens a fresh document and shows the old one until that is whole', async () => {
    const first = newest()
    first.load(server)
    await silence(60)
    expect(feed.freshness.state).toBe('frozen')
    expect(first.open).toBe(false)
    expect(newest()).not.toBe(first)

    wallCardsOf(server).set('a', cardWith({ code: 'H-30' }))
    newest().hello()
    newest().send(server)
    newest().pulse()
    expect(feed.freshness.state).toBe('frozen')
    expect(codes(feed.cards)).toEqual(['H-26'])

    newest().events.synced()
    expect(feed.freshness.state).toBe('live')
    expect(codes(feed.cards)).toEqual(['H-30'])
  })

  test('[U5] it never gives up asking for another epoch, and holds one document at a time', async () => {
    newest().load(server)
    boards.mockResolvedValue({ ok: false, failure: 'unreachable' })
    newest().events.ended(Close.otherEpoch.code)
    await silence(600)
    expect(boards.mock.calls.length).toBeGreaterThan(15)
    boards.mockResolvedValue({ ok: true, value: [{ ...summary, epoch: epoch.parse(2) }] })
    await silence(60)
    expect(newest().epoch).toBe(2)
    newest().load(server)
    expect(feed.freshness.state).toBe('live')
    expect(links.filter((link) => link.open)).toEqual([newest()])
  })

  test('[U5] frozen, it asks for nothing on lines that may only look open', async () => {
    newest().load(server)
    await silence(60)
    expect(links.filter((link) => link.open)).toEqual([newest()])
    expect(boards).not.toHaveBeenCalled()
  })

  test('[W6] another epoch is asked for and opened', async () => {
    newest().load(server)
    boards.mockResolvedValue({ ok: true, value: [{ ...summary, epoch: epoch.parse(2) }] })
    newest().events.ended(Close.otherEpoch.code)
    await silence(10)
    expect(newest().epoch).toBe(2)
  })

  test('[S3] when the session ends the wall says so and asks for nothing more', async () => {
    newest().load(server)
    newest().events.ended(Close.sessionEnded.code)
    expect(feed.status).toBe('signed-out')
    await silence(120)
    expect(boards).not.toHaveBeenCalled()
  })

  test.for(['signed-out', 'session-revoked'] as const)(
    '[S3] it also says so when it learns of it by asking: %s',
    async (failure) => {
      newest().load(server)
      boards.mockResolvedValue({ ok: false, failure })
      newest().events.ended(Close.otherEpoch.code)
      await silence(10)
      expect(feed.status).toBe('signed-out')
    },
  )

  test('[W6] a board that is gone is said to be gone', () => {
    newest().events.ended(Close.noSuchBoard.code)
    expect(feed.status).toBe('no-such-board')
  })

  test('[U5] nothing ticks on after it has been destroyed', () => {
    feed.destroy()
    expect(vi.getTimerCount()).toBe(0)
    expect(newest().open).toBe(false)
  })
})

describe('a newer build', () => {
  const again = (build: string) => newest().load(server, build)

  test('[U5] the page starts anew within a minute, once', async () => {
    again('one')
    again('two')
    await silence(29)
    expect(reload).not.toHaveBeenCalled()
    newest().pulse()
    await silence(2)
    expect(reload).toHaveBeenCalledOnce()
    newest().pulse()
    await silence(10)
    expect(reload).toHaveBeenCalledOnce()
  })

  test('[U5] not while an acute case is unseen', async () => {
    wallCardsOf(server).set('a', cardWith({ lane: 'acute', seenAt: null }))
    again('one')
    again('two')
    for (let i = 0; i < 12; i++) {
      newest().pulse()
      await silence(10)
    }
    expect(reload).not.toHaveBeenCalled()
    wallCardsOf(server).set('a', cardWith({ lane: 'acute' }))
    newest().send(server)
    await silence(1)
    expect(reload).toHaveBeenCalledOnce()
  })

  test('[H6] one that lies ready in this browser is taken as well, once', async () => {
    again('one')
    feed.renew()
    await silence(19)
    newest().pulse()
    await silence(12)
    expect(reload).toHaveBeenCalledOnce()
  })

  test('[U5] the same build again changes nothing', async () => {
    again('one')
    again('one')
    await silence(19)
    expect(reload).not.toHaveBeenCalled()
  })

  test('[W6] a page that the server cannot serve any more starts anew in any case', async () => {
    newest().events.ended(Close.reloadNeeded.code)
    await silence(31)
    expect(reload).toHaveBeenCalledOnce()
  })
})
