import { describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { Close, encodeFrame, syncFrame, SyncType } from '../../../shared/wire.ts'
import { connected, LONGEST_PAUSE_MS, pulse, write } from './connected.ts'
import { StagedSocket } from './staged-socket.ts'

describe('a board’s connection', () => {
  test('[W1] asks for what it lacks and says when it is here', () => {
    const { doc, told, answer } = connected()
    expect(StagedSocket.latest.url).toMatch(/^ws:.*\/sync\/kungsbacka@3\?frames=1$/)
    StagedSocket.latest.accept()
    expect(StagedSocket.latest.sent).toEqual([
      { type: SyncType.step1, payload: Y.encodeStateVector(new Y.Doc()) },
    ])
    answer()
    expect(doc.getMap('board').get('name')).toBe('Kungsbacka')
    expect(told).toEqual([['synced']])
  })

  test('[W4] counts its update messages as the server does, each told before it goes', () => {
    const { doc, server, told, arrive, askForWhole } = connected()
    arrive()
    write(doc, 'Norr')
    askForWhole()
    expect(told).toEqual([['changed'], ['sent', 'update', 2], ['sent', 'whole', 3]])
    for (const { payload } of StagedSocket.latest.sent.slice(1)) Y.applyUpdate(server, payload)
    expect(server.getMap('board').get('team')).toBe('Norr')
  })

  test('[W4] what is changed before the server has asked goes with all that waits', () => {
    const { doc, told, arrive, askForWhole } = connected()
    arrive()
    StagedSocket.latest.end(1006)
    write(doc, 'Norr')
    vi.advanceTimersByTime(LONGEST_PAUSE_MS)
    StagedSocket.latest.accept()
    write(doc, 'Söder')
    expect(told).toEqual([['dropped'], ['changed'], ['changed']])
    askForWhole()
    expect(told.slice(3)).toEqual([['sent', 'whole', 1]])
  })

  test('takes in what others do, and sends it to nobody', () => {
    const { doc, server, told, arrive } = connected()
    arrive()
    server.on('update', (update: Uint8Array) =>
      StagedSocket.latest.say(syncFrame(SyncType.update, update)),
    )
    write(server, 'Söder')
    expect(doc.getMap('board').get('team')).toBe('Söder')
    expect(told).toEqual([])
    expect(StagedSocket.latest.sent).toHaveLength(2)
  })

  test('[W2] hands on frames that it knows and passes over others', () => {
    const { told, arrive } = connected()
    arrive()
    StagedSocket.latest.say(encodeFrame(pulse))
    StagedSocket.latest.say(Uint8Array.of(1, 1, 0))
    StagedSocket.latest.say(Uint8Array.of(110, 0))
    expect(told).toEqual([['frame', pulse]])
  })

  test('[W6] comes back after a loss, and counts the new socket’s messages afresh', () => {
    const { doc, told, arrive } = connected()
    arrive()
    write(doc, 'Norr')
    StagedSocket.latest.end(Close.shuttingDown.code)
    write(doc, 'Söder')
    vi.advanceTimersByTime(LONGEST_PAUSE_MS)
    expect(StagedSocket.opened).toHaveLength(2)
    StagedSocket.latest.accept()
    StagedSocket.latest.say(syncFrame(SyncType.step1, Y.encodeStateVector(new Y.Doc())))
    expect(told).toEqual([
      ['changed'],
      ['sent', 'update', 2],
      ['dropped'],
      ['changed'],
      ['sent', 'whole', 1],
    ])
  })

  test('[W6] tries again for as long as it takes, with ever longer pauses', () => {
    connected()
    const pauses = Array.from({ length: 8 }, () => {
      StagedSocket.latest.end(1006)
      const [sockets, since] = [StagedSocket.opened.length, Date.now()]
      while (StagedSocket.opened.length === sockets) vi.advanceTimersByTime(10)
      return Date.now() - since
    })
    expect(pauses[0]).toBeLessThan(400)
    expect(pauses[7]).toBeGreaterThan(1_500)
    expect(Math.max(...pauses)).toBeLessThan(LONGEST_PAUSE_MS)
  })

  test('[W6] comes back within ten seconds of a restart, as the dice fall', () => {
    vi.spyOn(Math, 'random').mockReturnValue(0.9)
    const { arrive } = connected()
    arrive()
    StagedSocket.latest.end(Close.shuttingDown.code)
    vi.advanceTimersByTime(8_999)
    expect(StagedSocket.opened).toHaveLength(1)
    vi.advanceTimersByTime(1)
    expect(StagedSocket.opened).toHaveLength(2)
  })

  test('[W6] who is sent away each time they are in comes back ever later', () => {
    const { arrive } = connected()
    const loops = () => {
      const before = StagedSocket.opened.length
      for (let ms = 0; ms < 60_000; ms += 10) {
        if (StagedSocket.latest.readyState === 0) arrive()
        if (StagedSocket.latest.readyState === 1) StagedSocket.latest.end(1013)
        vi.advanceTimersByTime(10)
      }
      return StagedSocket.opened.length - before
    }
    expect(loops()).toBeLessThan(30)
    vi.advanceTimersByTime(LONGEST_PAUSE_MS)
    arrive()
    StagedSocket.latest.say(encodeFrame(pulse))
    StagedSocket.latest.end(1013)
    vi.advanceTimersByTime(400)
    expect(StagedSocket.latest.readyState).toBe(0)
  })

  test('[W6] does not come back after a final code, and says which', () => {
    const { told } = connected()
    StagedSocket.latest.end(Close.noSuchBoard.code)
    vi.advanceTimersByTime(LONGEST_PAUSE_MS)
    expect(told).toEqual([['dropped'], ['ended', 4404]])
    expect(StagedSocket.opened).toHaveLength(1)
  })

  test('[W5] takes a socket that is silent past three pulses for dead', () => {
    const { told, arrive } = connected()
    arrive()
    const [silent] = StagedSocket.opened
    vi.advanceTimersByTime(29_000)
    expect(told).toEqual([])
    vi.advanceTimersByTime(1_000 + LONGEST_PAUSE_MS)
    expect(told).toEqual([['dropped']])
    expect(silent?.readyState).toBe(3)
    expect(StagedSocket.opened).toHaveLength(2)
  })

  test('is over once destroyed', () => {
    const { doc, told, connection, arrive } = connected()
    arrive()
    connection.destroy()
    write(doc, 'Norr')
    StagedSocket.latest.end(1006)
    vi.advanceTimersByTime(60_000)
    expect(told).toEqual([])
    expect(StagedSocket.opened).toHaveLength(1)
  })
})
