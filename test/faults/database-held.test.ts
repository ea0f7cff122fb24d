import { expect, test } from 'vitest'
import { Close } from '../../shared/wire.ts'
import { holdDatabase } from '../support/hold-database.ts'
import { signIn } from '../support/session.ts'
import { expectWholeStore } from '../support/store-on-disk.ts'
import { FaultStage, reasonIn } from './stage.ts'

test.concurrent(
  '[D4] while somebody holds the database the server goes on, and says that it saves nothing',
  async () => {
    await using stage = await FaultStage.start()
    const karin = await stage.author()
    const other = await stage.join()
    const letGo = holdDatabase(stage.folder)
    karin.write()
    await other.until(() => other.frames('ruling').length > 0)
    const pulses = other.frames('pulse').length

    const text = karin.write()
    const waiting = Promise.all([signIn(stage.server.url, 'amina'), stage.join()])
    await other.until(() => other.frames('pulse').length > pulses)
    expect([await stage.status('/healthz'), await stage.status('/readyz')]).toEqual([200, 503])
    await other.sync()
    expect(reasonIn(other, karin.case)).toBe('Feber, misstänkt pneumoni')
    expect(karin.hasAllSaved).toBe(false)

    letGo()
    await karin.saved()
    const [, late] = await waiting
    await other.until(() => reasonIn(other, karin.case) === text)
    expect(reasonIn(late, karin.case)).toBe(text)
    for (const peer of [karin.peer, other])
      expect(peer.frames('ruling').map(({ kind }) => kind)).toEqual(['not-saving', 'saving-again'])
    expect(await stage.status('/readyz')).toBe(200)
    await expectWholeStore(stage.folder)
  },
)

test.concurrent.each([
  ['stopped in order', 'stop', Close.shuttingDown.code],
  ['killed', 'kill', 1006],
] as const)(
  '[D5] a server that is %s while somebody holds the database for good has lost nothing acknowledged',
  async (_how, end, code) => {
    await using stage = await FaultStage.start()
    const karin = await stage.author()
    const kept = karin.write()
    await karin.saved()
    const letGo = holdDatabase(stage.folder)
    const unsaved = karin.write()
    await karin.peer.until(() => karin.rulings.includes('not-saving'))
    await stage.server[end]()
    expect(await karin.peer.closed).toBe(code)
    expect(karin.hasAllSaved).toBe(false)

    letGo()
    await stage.server.startAgain()
    expect(reasonIn(await stage.join(), karin.case)).toBe(kept)
    await expectWholeStore(stage.folder)
    await karin.comeBack(stage)
    await karin.saved()
    expect(reasonIn(await stage.join(), karin.case)).toBe(unsaved)
    await expectWholeStore(stage.folder)
  },
)
