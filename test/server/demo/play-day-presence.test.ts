import { io, type Socket } from 'socket.io-client'
import { expect, test } from 'vitest'
import { playDay } from '../../../server/demo/day/play.ts'
import { boardId } from '../../../shared/ids.ts'
import {
  LIVE_PATH,
  type ClientEvents,
  type Present,
  type ServerEvents,
} from '../../../shared/live.ts'
import { signIn } from '../../support/session.ts'
import { startTestServer } from '../../support/test-server.ts'

const board = boardId.parse('kungsbacka')

test('[T5] while the day is played others see who is here and who drags a card', async () => {
  const { url } = await startTestServer()
  let present: Present[] = []
  const extraHeaders = { cookie: await signIn(url, 'maria') }
  const socket: Socket<ServerEvents, ClientEvents> = io(url, { path: LIVE_PATH, extraHeaders })
  socket.on('connect', () => socket.emit('join', board))
  socket.on('present', (_board, people) => (present = people))
  const names = () => present.map(({ id }) => id).toSorted()
  const everybody = ['amina', 'jonas', 'karin', 'maria', 'sara']

  /** What has happened last; before the drag at 08:09 the day pauses twice, holding in between. */
  let last = '07:45'
  let pausesBeforeDrag = 0
  const pause = async () => {
    if (last === '07:45') await expect.poll(() => names()).toEqual(everybody)
    if (last !== '08:07' || ++pausesBeforeDrag < 2) return
    const held = () => present.find(({ id }) => id === 'amina')?.holds
    await expect.poll(() => held()).toEqual(expect.any(String))
  }
  const onEvent = ({ clock }: { clock: string }) => void (last = clock)
  await playDay({ url: new URL(url), board, seed: 1, minuteMs: 1_000, pause, onEvent })
  await expect.poll(() => names()).toEqual(['maria'])
  socket.disconnect()
})
