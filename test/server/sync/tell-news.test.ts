import { expect, test, vi } from 'vitest'
import { tellNews } from '../../../server/sync/tell-news.ts'
import type { AlertChange, NoticeNews } from '../../../server/store/update-log.ts'
import { boardId } from '../../../shared/ids.ts'
import { anna, jonas, karin, sara } from '../../shared/support/board.ts'

const room = { board: boardId.parse('kungsbacka') }
const alert: AlertChange = {
  ...{ case: anna, code: 'H-01', requester: karin, since: 1, at: 1, step: 'raised', next: 2 },
  ...{ call: null, to: [sara], ended: null },
}
const notice = (to: NoticeNews['to']): NoticeNews => ({
  ...{ to, kind: 'handed', case: anna, code: 'H-01', event: 'doctor 1', by: karin, at: 1 },
})

function ears() {
  const [onAlerts, onNotices, refresh] = [vi.fn(), vi.fn(), vi.fn(async () => undefined)]
  const tell = tellNews({ onAlerts, onNotices, refreshBirths: refresh })
  return { tell, heard: () => [onAlerts, onNotices, refresh].map(({ mock }) => mock.calls) }
}

test('[Q3] [Z7] [U52] a room’s news reach those whom they are for', () => {
  const { tell, heard } = ears()
  tell(room, { alerts: [alert], notices: [notice(sara), notice(jonas)], patients: true })
  expect(heard()).toEqual([[[[alert]]], [[[sara, jonas]]], [[room.board]]])
})

test('[Z7] where there are none, nobody is rung for and the register is not asked', () => {
  const { tell, heard } = ears()
  tell(room, { alerts: [], notices: [], patients: false })
  expect(heard()).toEqual([[], [], []])
})
