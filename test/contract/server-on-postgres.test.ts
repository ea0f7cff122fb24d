import { describe, expect, inject, test } from 'vitest'
import { caseIds } from '../../shared/board-document.ts'
import { readCase, readCases } from '../../shared/read-case.ts'
import { moveCase } from '../../shared/commands/move-case.ts'
import { userId } from '../../shared/ids.ts'
import { startServer } from '../../server/app.ts'
import { readConfig } from '../../server/config.ts'
import { signIn } from '../support/session.ts'
import { connectBoard } from '../support/stock-client.ts'
import { temporaryPostgres } from '../support/temporary-postgres.ts'

const server = inject('postgresUrl')
const karin = userId.parse('karin')

describe.runIf(server !== null)('with a PostgreSQL', () => {
  test('[D9] a move on one server is there on the next one over the same database', async () => {
    const DATABASE_URL = await temporaryPostgres(server ?? '')
    const start = () => startServer(readConfig({ PORT: '0', LOG_LEVEL: 'error', DATABASE_URL }))

    const first = await start()
    const cookie = await signIn(first.url, 'karin')
    using before = await connectBoard(first.url, cookie, 'kungsbacka')
    using witness = await connectBoard(first.url, cookie, 'kungsbacka')
    await expect.poll(() => before.provider.synced && witness.provider.synced).toBe(true)
    const moved = readCases(before.doc).find(({ lane }) => lane === 'incoming')
    if (!moved) throw new Error('the demo has nothing incoming')
    const stamp = { by: karin, role: 'nurse', at: Date.now() } as const
    const command = { case: moved.id, to: 'acute', before: null } as const
    expect(before.doc.transact(() => moveCase(before.doc, command, stamp))).toEqual({ ok: true })
    await expect.poll(() => readCase(witness.doc, moved.id)?.lane).toBe('acute')
    await first.close()

    const second = await start()
    using after = await connectBoard(second.url, cookie, 'kungsbacka')
    await expect.poll(() => readCase(after.doc, moved.id)?.lane).toBe('acute')
    expect(caseIds(after.doc).sort()).toEqual(caseIds(before.doc).sort())
    await second.close()
  })
})
