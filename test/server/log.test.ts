import { expect, test } from 'vitest'
import { createLog } from '../../server/log.ts'

function logged(write: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = []
  write(createLog('debug', { write: (line) => void lines.push(line) }))
  return lines.join('')
}

test('[S12] secrets and what people wrote never reach the log', () => {
  const line = logged((log) =>
    log.info({
      board: 'kungsbacka',
      token: 'secret-1',
      body: { text: 'secret-2' },
      request: { headers: { cookie: 'secret-3', authorization: 'secret-4' } },
      batch: { board: 'kungsbacka', updates: ['secret-5'] },
      account: { password: 'secret-6' },
    }),
  )
  expect(line).toContain('kungsbacka')
  expect(line).not.toContain('secret')
})

test('[S12] an error is logged with its stack but without the row that it came with', () => {
  const error = Object.assign(new Error('duplicate key'), {
    code: '23505',
    detail: 'Key (name)=(Karin Andersson) already exists.',
  })
  const line = logged((log) => log.error({ error }, 'failed'))
  expect(line).toContain('duplicate key')
  expect(line).toContain('23505')
  expect(line).toContain('log.test.ts')
  expect(line).not.toContain('Andersson')
})
