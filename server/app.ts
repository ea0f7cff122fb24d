import { sql } from 'kysely'
import { createServer, type Server } from 'node:http'
import { collectDefaultMetrics, Registry } from 'prom-client'
import type { BoardId, CaseId, UserId } from '../shared/ids.ts'
import { AlertKeeper } from './alerts/alert-keeper.ts'
import { Alerts } from './alerts/alerts.ts'
import { watchAlerts } from './alerts/prometheus.ts'
import { tellAlerts } from './alerts/tell-alerts.ts'
import { DaysOff } from './calendar/days-off.ts'
import type { Config } from './config.ts'
import { DayListCopies } from './day-list/copies.ts'
import { sealFor } from './day-list/seal.ts'
import { seedDemo } from './demo/seed.ts'
import { DutyImport } from './duty/duty-import.ts'
import { Roster } from './duty/roster.ts'
import { Rechecks } from './evaluation/rechecks.ts'
import { buildName, CLIENT_DIR } from './http/client-build.ts'
import { createHttpApp } from './http/http-app.ts'
import { Readiness } from './http/readiness.ts'
import { Accounts } from './identity/accounts.ts'
import { BoardSessions } from './identity/board-sessions.ts'
import { Boards } from './identity/boards.ts'
import { SessionLock } from './identity/session-lock.ts'
import { Sessions } from './identity/sessions.ts'
import { SignIn } from './identity/sign-in.ts'
import { SignOut } from './identity/sign-out.ts'
import { SignInThrottle } from './identity/sign-in-throttle.ts'
import { SqlGate } from './identity/sql-gate.ts'
import { assertCanListen, listen } from './listen.ts'
import { createLog } from './log.ts'
import { LiveServer } from './live/live-server.ts'
import { watchLive } from './live/prometheus.ts'
import { Meetings } from './meetings/meetings.ts'
import { casesAtRest } from './notices/cases-at-rest.ts'
import { Inbox } from './notices/inbox.ts'
import { Notifier } from './notices/notifier.ts'
import { NoticeTimekeeper } from './notices/timekeeper.ts'
import { PatientImport } from './patients/patient-import.ts'
import { PatientStore } from './patients/patient-store.ts'
import { Register } from './patients/register.ts'
import { SearchThrottle } from './patients/search-throttle.ts'
import { openPush } from './push/open-push.ts'
import { Rounds } from './rounds.ts'
import { openDatabase } from './store/database.ts'
import { SqlArchive } from './store/sql-archive.ts'
import { SqlAuditReader } from './store/sql-audit-reader.ts'
import { SqlUpdateLog } from './store/sql-update-log.ts'
import { prometheusMeter, watchSync } from './sync/prometheus.ts'
import type { SyncParts } from './sync/sync-parts.ts'
import { SyncServer } from './sync/sync-server.ts'

const SWEEP_EVERY_MS = 60_000
/** How late the clock may be in doing what has fallen due. */
const KEEP_TIME_EVERY_MS = 30_000
/** How long requests under way may take before a shutdown cuts them off. */
const FAREWELL_MS = 3_000

export type RunningServer = {
  readonly url: string
  readonly port: number
  /** Takes no more connections, writes what is left, and closes everything. */
  close(): Promise<void>
}

/** Builds the server from its parts and starts it; throws a StartupError when it cannot start. */
export async function startServer(config: Config): Promise<RunningServer> {
  const log = createLog(config.logLevel)
  const { dayListRecipient } = config
  const seal = dayListRecipient === null ? null : sealFor(dayListRecipient)
  await assertCanListen(config.host, config.port)
  const db = await openDatabase(config)
  if (config.demo) await seedDemo(db)

  const accounts = new Accounts(db, config.demoSignIn)
  const sessions = new Sessions(db, accounts)
  const boards = new Boards(db)
  const gate = new SqlGate(sessions, boards)
  const readiness = new Readiness()
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const build = buildName(CLIENT_DIR)

  const store = new SqlUpdateLog(db)
  const meter = prometheusMeter(registry)
  const onSaving = (saving: boolean) => readiness.report('saving', saving ? 'ok' : 'failing')
  const { publicUrl } = config
  const onSettings: SyncParts['onSettings'] = (board, settings) =>
    void boards.rename(board, settings).catch((error: unknown) => {
      log.warn({ error, board }, 'a board was not renamed')
    })
  const { push, devices } = await openPush(config, { db, gate, log })
  const inbox = new Inbox(db)
  const ring = (people: readonly UserId[]) => live.ring('notices', people)
  const wake = (person: UserId, count: number) =>
    void push.send([person], { kind: 'notices', count })
  const notifier = new Notifier({ inbox, ring, wake, log })
  const onNotices = (people: readonly UserId[]) => void notifier.tell(people)
  const serving = { publicUrl, build, log, meter }
  const daysOff = new DaysOff()
  const roster = new Roster(db, daysOff)
  const dutyOf = roster.dutyOf.bind(roster)
  const onAlerts = tellAlerts({
    ring: (people) => live.ring('alerts', people),
    wake: (person, count) => void push.send([person], { kind: 'acute', count }),
  })
  const patientStore = new PatientStore(db)
  const bornAlike = patientStore.bornAlike.bind(patientStore)
  const told = { onSaving, onSettings, onAlerts, onNotices }
  const sync = new SyncServer({ store, gate, ...serving, ...told, dutyOf, bornAlike })
  watchSync(registry, sync)

  const { audit } = sync
  const throttle = new SignInThrottle()
  const signIn = new SignIn(accounts, sessions, throttle, audit)
  const signOut = new SignOut(sessions, audit)
  const sessionLock = new SessionLock(accounts, sessions, throttle, audit)
  const pingDatabase = async () => void (await sql`select 1`.execute(db))
  const clientDir = CLIENT_DIR
  const boardSessions = new BoardSessions(db, sessions, audit)
  const people = { gate, accounts, boards, sessions, boardSessions, signIn, signOut, sessionLock }
  const archive = new SqlArchive(db)
  const findCase = async (board: BoardId, id: CaseId) =>
    (await sync.read.findCase(board, id)) ?? (await archive.findCase(board, id))
  const catchUp = sync.read.catchUp.bind(sync.read)
  const keepableCases = sync.read.keepableCases.bind(sync.read)
  const caseRows = new SqlAuditReader(db)
  const casesOf = sync.read.casesOf.bind(sync.read)
  const meetings = new Meetings({ db, audit, daysOff, casesOf, findCase })
  const rechecks = new Rechecks(db)
  const alerts = new Alerts(db)
  watchAlerts(registry, alerts)
  const advance = sync.advanceAlerts.bind(sync)
  const alertKeeper = new AlertKeeper({ alerts, advance, log })
  const teamOf = boards.members.bind(boards)
  const dutyImport = new DutyImport({ roster, teamOf, now: Date.now })
  const duty = { roster, dutyImport, refreshDuty: sync.refreshDuty }
  const dayListOf = sync.read.dayListOf.bind(sync.read)
  const handoverListOf = sync.read.handoverListOf.bind(sync.read)
  const cases = { findCase, keepableCases, dayListOf, handoverListOf, caseRows }
  const reads = { ...duty, audit, archive, catchUp, meetings, rechecks, alerts, ...cases }
  const casesOfPatient = sync.read.casesOfPatient.bind(sync.read)
  const patients = { store: patientStore, audit, casesOf: casesOfPatient, now: Date.now }
  const register = new Register(patients)
  const patientImport = new PatientImport(patients)
  const registers = { register, patientImport, searchThrottle: new SearchThrottle() }
  const notices = { inbox, ring, devices, push }
  const about = { readiness, pingDatabase, registry, log, build, clientDir }
  const parts = { ...people, ...reads, ...registers, ...notices, ...about }
  const server = createServer(createHttpApp({ ...parts, ...config }))
  sync.attach(server)
  const live = new LiveServer(server, { gate, publicUrl, log, findCase })
  watchLive(registry, live)

  const copies =
    seal &&
    new DayListCopies({ ...config, boards: () => boards.all(), dayListOf, seal, audit, log })

  const noticeTime = new NoticeTimekeeper({
    ...{ inbox, onNotices, log, boards: () => boards.all() },
    casesAtRest: (board) => casesAtRest(store, board),
    tidy: () => devices.tidy(),
  })

  const sweep = () =>
    sessions.sweep().catch((error: unknown) => log.error({ error }, 'sessions were not swept'))
  /** What is done now and then while the server is up; each says how to stop it. */
  const startRounds = () => [
    new Rounds(sweep).every(SWEEP_EVERY_MS),
    new Rounds(() => sync.keepTime()).every(KEEP_TIME_EVERY_MS),
    alertKeeper.start(),
    noticeTime.start(),
    ...(copies ? [copies.start()] : []),
  ]
  let stops: ReturnType<typeof startRounds> = []
  const close = async () => {
    const closed = closeConnections(server)
    for (const stop of stops) await stop()
    live.close()
    await sync.close()
    await closed
    await sweep()
    await db.destroy()
  }

  try {
    const port = await listen(server, config.host, config.port)
    log.info({ port, build }, 'the server is up')
    if (copies === null) log.info('DAY_LIST_RECIPIENT is not set: day lists are not copied')
    stops = startRounds()
    return { url: addressOf(config, port), port, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** Requests under way are answered first, but nobody is waited for long. */
async function closeConnections(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  const cutOff = setTimeout(() => server.closeAllConnections(), FAREWELL_MS)
  await closed
  clearTimeout(cutOff)
}

/** Where people find it: a server that listens everywhere is also at localhost. */
function addressOf({ host, publicUrl }: Config, port: number): string {
  if (publicUrl !== null) return publicUrl.origin
  if (host === '0.0.0.0' || host === '::') return `http://localhost:${port}`
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}
