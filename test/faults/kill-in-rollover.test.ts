import { expect, test } from 'vitest'
import { boardNamed } from '../support/session.ts'
import { auditRows } from '../support/store-on-disk.ts'
import type { Moment } from '../support/store-faults.ts'
import { verifyAudit } from '../support/verify-audit.ts'
import { closeCase } from '../../shared/commands/close-case.ts'
import { setOutcome } from '../../shared/commands/set-outcome.ts'
import { caseIds } from '../../shared/board-document.ts'
import { asKarin } from '../shared/support/board.ts'
import { FaultStage, reasonIn, type Author } from './stage.ts'

const TWO_DAYS_MS = 2 * 86_400_000

test.each<[Moment['when'], Moment['statement']]>([
  ['after', 'insert into "archive"'],
  ['before', 'commit'],
  ['after', 'commit'],
])(
  '[E5] a server killed just %s “%s” of a rollover has the old epoch or the new one whole',
  async (when, statement) => {
    await using stage = await FaultStage.start()
    const [goes, stays] = [await stage.author(), await stage.author()]
    const reason = stays.write()
    goes.does((doc) => {
      const at = Date.now() - TWO_DAYS_MS
      setOutcome(doc, { case: goes.case, value: 'neither' }, asKarin(at))
      closeCase(doc, { case: goes.case }, asKarin(at))
    })
    await Promise.all([goes.saved(), stays.saved()])
    await stage.server.kill()
    await stage.server.startAgain() // the night is made up for when somebody asks

    await stage.fault({ kind: 'die', at: { when, statement } })
    await expect(search(stage, goes)).rejects.toThrow()
    await stage.server.ended()
    await stage.server.startAgain()

    expect(await search(stage, goes)).toContain(goes.case)
    expect((await boardNamed(stage.server.url, stage.cookies.karin, 'kungsbacka')).epoch).toBe(2)
    const reader = await stage.join({ address: stage.address.replace('@1', '@2') })
    expect(caseIds(reader.doc)).not.toContain(goes.case)
    expect(reasonIn(reader, stays.case)).toBe(reason)
    const rows = await auditRows(stage.folder, 'kungsbacka')
    expect(rows.filter(({ action }) => action === 'board-rolled-over')).toHaveLength(1)
    expect(await verifyAudit(stage.folder)).toMatchObject({ complained: '', code: 0 })
  },
)

async function search({ server, cookies }: FaultStage, { case: id }: Author): Promise<string> {
  const headers = { cookie: cookies.karin }
  const response = await fetch(`${server.url}/api/boards/kungsbacka/archive?q=1935`, { headers })
  const found = await response.text()
  if (!response.ok) throw new Error(`${id} is not found: ${response.status}`)
  return found
}
