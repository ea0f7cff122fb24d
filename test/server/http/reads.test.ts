import { expect, test } from 'vitest'
import { z } from 'zod'
import { demoTime } from '../../../server/demo/demo-time.ts'
import { DEMO_PATIENTS } from '../../../server/demo/register/register.ts'
import { DEMO_CASES, seedDemo } from '../../../server/demo/seed.ts'
import { openDatabase } from '../../../server/store/database.ts'
import { archivePage } from '../../../shared/archive.ts'
import { readCases } from '../../../shared/read-case.ts'
import { enteredMeeting } from '../../../shared/meeting-api.ts'
import { ASTRID, details, PROTECTED, typed } from '../../support/register.ts'
import { signIn } from '../../support/session.ts'
import { joinBoard } from '../../support/stock-client.ts'
import { auditRows } from '../../support/store-on-disk.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { startTestServer } from '../../support/test-server.ts'

const THREE_DAYS_MS = 3 * 86_400_000

/** Every address that answers something: the log's line of it, or null as it speaks of no patient. */
const ANSWERS: Readonly<Record<string, string | null>> = {
  'get /api/alerts': null,
  'get /api/boards': null,
  'get /api/boards/{board}/archive': 'archive-searched',
  'get /api/boards/{board}/archive/{case}': 'archived-case-read',
  'get /api/boards/{board}/cases/{case}/history': 'case-opened',
  'get /api/boards/{board}/duty': null,
  'get /api/boards/{board}/meetings': null,
  'get /api/boards/{board}/meetings/{meeting}': 'minutes-read',
  'get /api/boards/{board}/patients/{patient}': 'patient-opened',
  'get /api/boards/{board}/rechecks': 'rechecks-read',
  'get /api/boards/{board}/rechecks/count': null,
  'get /api/boards/{board}/sessions': null,
  'get /api/notices': null,
  'get /api/notices/settings': null,
  'get /api/openapi.json': null,
  'get /api/push/key': null,
  'get /api/server': null,
  'get /api/session': null,
  'get /healthz': null,
  'get /metrics': null,
  'get /readyz': null,
  'post /api/boards/{board}/day-list': 'day-list-printed',
  'post /api/boards/{board}/duty/import': null,
  'post /api/boards/{board}/handovers': 'handover-printed',
  'post /api/boards/{board}/import': 'import-checked',
  'post /api/boards/{board}/meetings': 'meeting-started',
  'post /api/boards/{board}/offline': 'board-taken-offline',
  'post /api/boards/{board}/patients': 'patient-enrolled',
  'post /api/boards/{board}/patients/search': 'patients-searched',
  'post /api/boards/{board}/patients/{patient}/number': 'patient-number-shown',
  'put /api/boards/{board}/patients/{patient}': 'patient-changed',
  'put /api/boards/{board}/patients/{patient}/enrolment': 'patient-enrolled',
}

/** What each is sent, where it needs more than its address. */
const SENT: Readonly<Record<string, unknown>> = {
  'post /api/boards/{board}/duty/import': 'datum;namn;från;till\n2026-03-10;sara;08:00;12:00\n',
  'post /api/boards/{board}/handovers': { to: 'evening', for: 'paper' },
  'post /api/boards/{board}/import': 'förnamn;efternamn\nRut;Påhittad\n',
  'post /api/boards/{board}/patients': typed(),
  'post /api/boards/{board}/patients/search': { words: 'dahlk' },
  'put /api/boards/{board}/patients/{patient}': {
    ...{ version: 1, number: null, enrolment: typed().enrolment },
    details: { ...details, givenName: 'Astrid', familyName: 'Dahlkvist' },
  },
  'put /api/boards/{board}/patients/{patient}/enrolment': typed().enrolment,
}

const registered = DEMO_PATIENTS.map(({ details }) => details)
const names = registered.flatMap(({ familyName, street, phone }) => [familyName, street, phone])
const labels = Object.values(DEMO_CASES)
  .flatMap((cases) => cases(demoTime(Date.now())))
  .flatMap(({ patient }) => (patient.protected ? [] : [patient.label]))
const numbers = DEMO_PATIENTS.map(({ number }) => number.replace(/\D/g, '').slice(-10))
const { familyName, street, phone } = registered[DEMO_PATIENTS.findIndex(isProtected)] ?? details
const secrets = [familyName, street, phone]

function isProtected({ id }: { id: string }): boolean {
  return id === PROTECTED
}

/** Maria, who is nobody's nurse, on a server whose demo team was last at work three days ago. */
async function openServer() {
  const folder = temporaryFolder()
  const seeded = await openDatabase({ dataDir: folder, databaseUrl: null })
  await seedDemo(seeded, Date.now() - THREE_DAYS_MS)
  await seeded.destroy()
  const { url } = await startTestServer({ DATA_DIR: folder })
  const cookie = await signIn(url, 'maria')
  const request = (method: string, path: string, sent?: unknown) => {
    const isText = typeof sent === 'string'
    const type = isText ? 'text/csv' : 'application/json'
    const headers = { cookie, 'content-type': type }
    const body = sent === undefined ? null : isText ? sent : JSON.stringify(sent)
    return fetch(`${url}${path}`, { method: method.toUpperCase(), headers, body })
  }
  return { folder, url, cookie, request }
}

type Server = Awaited<ReturnType<typeof openServer>>

/** What stands for each part of an address: a live case of a plain patient, an ended one, and so on. */
async function partsOf({ url, cookie, request }: Server) {
  const archive = await request('get', '/api/boards/kungsbacka/archive')
  const ended = archivePage.parse(await archive.json()).hits.find(({ label }) => label !== null)
  using stock = await joinBoard(url, cookie, 'kungsbacka')
  const live = readCases(stock.doc).find(({ patient }) => !patient.protected)
  const entered = await request('post', '/api/boards/kungsbacka/meetings')
  const { meeting } = enteredMeeting.parse(await entered.json())
  await request('post', `/api/boards/kungsbacka/meetings/${meeting.id}/end`)
  return (address: string) =>
    address
      .replace('{board}', 'kungsbacka')
      .replace('archive/{case}', `archive/${ended?.case}`)
      .replace('{case}', live?.id ?? '')
      .replace('{meeting}', meeting.id)
      .replace('{patient}', ASTRID)
      .replace(/import$/, 'import?dry=1')
      .replace(/duty$/, 'duty?from=2026-03-10&until=2026-03-12')
}

test('[J11] whatever tells of patients has its line in the log, and hides what it must', async () => {
  const server = await openServer()
  const fill = await partsOf(server)
  for (const [address, action] of Object.entries(ANSWERS)) {
    const [method = '', path = ''] = address.split(' ')
    const before = (await auditRows(server.folder, 'kungsbacka')).length
    const response = await server.request(method, fill(path), SENT[address])
    expect([address, response.status]).toEqual([address, 200])
    const text = await response.text()
    const lines = (await auditRows(server.folder, 'kungsbacka')).slice(before)
    const told = lines.map((line) => line.action)
    expect([address, told]).toEqual([address, action === null ? [] : [action]])
    if (action === null) expect(found(text, [...names, ...labels]), address).toEqual([])
    if (!address.endsWith('/number')) expect(found(text, numbers), address).toEqual([])
    expect(found(text, secrets), address).toEqual([])
  }
})

test('[J11] every address that answers something is among them', async () => {
  const { request } = await openServer()
  const responses = z.record(z.string(), z.looseObject({ content: z.unknown().optional() }))
  const paths = z.record(z.string(), z.record(z.string(), z.looseObject({ responses })))
  const document = await (await request('get', '/api/openapi.json')).json()
  const answering = Object.entries(z.looseObject({ paths }).parse(document).paths).flatMap(
    ([path, item]) =>
      Object.entries(item).flatMap(([method, { responses }]) =>
        responses['200']?.content === undefined ? [] : [`${method} ${path}`],
      ),
  )
  expect(answering.sort()).toEqual(Object.keys(ANSWERS).sort())
})

/** Those of some words that a text holds, with its dashes and dots aside for numbers. */
const found = (text: string, words: readonly string[]): string[] =>
  words.filter((word) => text.includes(word) || text.replace(/[-•]/g, '').includes(word))
