import { expect, test } from 'vitest'
import { importReport } from '../../../shared/import-report.ts'
import { expectProblem } from '../../support/http.ts'
import { openRegister } from '../../support/register.ts'
import { signIn } from '../../support/session.ts'

const CSV = `personnummer;förnamn;efternamn;område
19300614-2396;Ruben;Påhittad;Särö
;;Namnlös;
19350312-2388;Astrid;Dahlkvist;Särö
300614-2396;Ruben;Igen;Särö
`

test('[R12] a dry run tells the faults and takes nothing; then all valid rows are taken', async () => {
  const { url, search, log } = await openRegister()
  const maria = await signIn(url, 'maria')
  const run = async (dry: 0 | 1, cookie = maria, body = CSV) =>
    await fetch(`${url}/api/boards/kungsbacka/import?dry=${dry}`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'text/csv' },
      body,
    })
  const expected = {
    rows: 4,
    valid: 1,
    faults: [
      { row: 3, column: 'förnamn', fault: 'missing' },
      { row: 4, column: 'personnummer', fault: 'already-here' },
      { row: 5, column: 'personnummer', fault: 'repeated' },
    ],
  }
  const dry = importReport.parse(await (await run(1)).json())
  expect(dry).toMatchObject({ ...expected, imported: false })
  expect((await search(maria, 'ruben')).hits).toEqual([])
  const real = importReport.parse(await (await run(0)).json())
  expect(real).toMatchObject({ ...expected, imported: true })
  const { hits } = await search(maria, 'ruben')
  expect(hits).toMatchObject([{ label: 'Ruben P.', here: true }])
  const lines = (await log()).filter(({ action }) => action.includes('import'))
  expect(lines.map(({ action, patient }) => [action, patient])).toEqual([
    ['import-checked', null],
    ['patient-imported', hits[0]?.id],
  ])
  await expectProblem(await run(1, await signIn(url, 'karin')), 403, 'forbidden')
  await expectProblem(await run(1, maria, 'x'.repeat(1024 * 1024 + 1)), 413, 'too-large')
})
