import { expect, test } from 'vitest'
import { auditRows, expectWholeStore } from '../support/store-on-disk.ts'
import type { Moment } from '../support/store-faults.ts'
import { FaultStage, reasonIn } from './stage.ts'

const WRITES = 3

test.each<[Moment['when'], Moment['statement'], 'lost' | 'kept']>([
  ['before', 'begin', 'lost'],
  ['after', 'insert into "updates"', 'lost'],
  ['after', 'insert into "audit" ', 'lost'],
  ['before', 'commit', 'lost'],
  ['after', 'commit', 'kept'],
])(
  '[D5] a server killed just %s “%s” has lost nothing acknowledged, nor kept half a change',
  async (when, statement, fate) => {
    await using stage = await FaultStage.start()
    const authors = [await stage.author(), await stage.author()]
    const acknowledged = authors.map((author) => author.write())
    await Promise.all(authors.map((author) => author.saved()))

    await stage.fault({ kind: 'die', at: { when, statement } })
    for (let i = 1; i < WRITES; i++) authors.forEach((author) => author.write())
    const last = authors.map((author) => author.write())
    await stage.server.ended()
    await Promise.all(authors.map(({ peer }) => peer.closed))
    expect(authors.map(({ hasAllSaved }) => hasAllSaved)).toEqual([false, false])

    await stage.server.startAgain()
    await expectWholeStore(stage.folder)
    const reader = await stage.join()
    const onDisk = authors.map((author) => reasonIn(reader, author.case))
    if (fate === 'lost') expect(onDisk).toEqual(acknowledged)
    else expect(onDisk).not.toEqual(acknowledged)

    for (const author of authors) await author.comeBack(stage)
    await Promise.all(authors.map((author) => author.saved()))
    const after = await stage.join()
    expect(authors.map((author) => reasonIn(after, author.case))).toEqual(last)
    await expectWholeStore(stage.folder)
    const rows = await auditRows(stage.folder, 'kungsbacka')
    for (const author of authors) {
      const values = rows.filter((row) => row.case_id === author.case).map(({ after }) => after)
      expect(values).toEqual([...new Set(values)])
    }
  },
)
