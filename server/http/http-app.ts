import express, { type Express } from 'express'
import type { Registry } from 'prom-client'
import type { Accounts } from '../identity/accounts.ts'
import type { BoardSessions } from '../identity/board-sessions.ts'
import type { Boards } from '../identity/boards.ts'
import type { SessionLock } from '../identity/session-lock.ts'
import type { Sessions } from '../identity/sessions.ts'
import type { SignIn } from '../identity/sign-in.ts'
import type { SignOut } from '../identity/sign-out.ts'
import type { Log } from '../log.ts'
import { alertsRouter, type AlertsParts } from './alerts-router.ts'
import { archiveRouter, type ArchiveParts } from './archive-router.ts'
import { boardSessionsRouter } from './board-sessions-router.ts'
import { boardsRouter } from './boards-router.ts'
import { clientRouter } from './client-router.ts'
import { copiesRouter } from './copies-router.ts'
import { dayListRouter, type DayListParts } from './day-list-router.ts'
import { dutyRouter, type DutyParts } from './duty-router.ts'
import { displaysRouter } from './displays-router.ts'
import { answerErrors, notFound } from './errors.ts'
import { importRouter, type ImportParts } from './import-router.ts'
import { handoversRouter, type HandoverParts } from './handovers-router.ts'
import { historyRouter, type HistoryParts } from './history-router.ts'
import { healthRouter } from './health-router.ts'
import { lockRouter, unlockedOnly } from './lock-router.ts'
import { meetingsRouter, type MeetingsParts } from './meetings-router.ts'
import { measureRequests, metricsRouter } from './metrics-router.ts'
import { noticesRouter, type NoticesParts } from './notices-router.ts'
import { offlineRouter, type OfflineParts } from './offline-router.ts'
import { openapiRouter } from './openapi-router.ts'
import { ownOriginOnly } from './own-origin.ts'
import { pushRouter, type PushRouterParts } from './push-router.ts'
import { rechecksRouter, type RechecksParts } from './rechecks-router.ts'
import { patientsRouter, type PatientsParts } from './patients-router.ts'
import type { Readiness } from './readiness.ts'
import { securityHeaders } from './security-headers.ts'
import { serverRouter } from './server-router.ts'
import { SessionCookie } from './session-cookie.ts'
import { sessionRouter } from './session-router.ts'

export type HttpParts = HistoryParts &
  MeetingsParts &
  OfflineParts &
  ArchiveParts &
  RechecksParts &
  AlertsParts &
  NoticesParts &
  PushRouterParts &
  PatientsParts &
  DayListParts &
  DutyParts &
  HandoverParts &
  ImportParts & {
    readonly accounts: Accounts
    readonly boards: Boards
    readonly boardSessions: BoardSessions
    readonly sessions: Sessions
    readonly signIn: SignIn
    readonly signOut: SignOut
    readonly sessionLock: SessionLock
    readonly readiness: Readiness
    readonly pingDatabase: () => Promise<void>
    readonly registry: Registry
    readonly log: Log
    readonly publicUrl: URL | null
    readonly demo: boolean
    readonly build: string
    readonly clientDir: string
  }

/** Everything that is answered over plain HTTP. */
export function createHttpApp(parts: HttpParts): Express {
  const { gate, boards, registry, publicUrl, log, build, clientDir } = parts
  const cookie = new SessionCookie(publicUrl)
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', 'loopback')

  app.use(securityHeaders(publicUrl), measureRequests(registry), ownOriginOnly(publicUrl))
  app.use('/api', neverStored, express.json({ limit: '64kb' }))
  const locked = ['/api/boards', '/api/alerts', '/api/notices', '/api/push', '/api/session/lock']
  app.use(locked, unlockedOnly(gate))
  app.use(
    healthRouter(parts),
    metricsRouter(registry),
    openapiRouter(build),
    serverRouter(parts),
    sessionRouter({ ...parts, cookie }),
    lockRouter(parts),
    boardsRouter(gate, boards),
    displaysRouter({ ...parts, cookie }),
    boardSessionsRouter(parts),
    historyRouter(parts),
    meetingsRouter(parts),
    copiesRouter(parts),
    offlineRouter(parts),
    archiveRouter(parts),
    rechecksRouter(parts),
    alertsRouter(parts),
    dutyRouter(parts),
    noticesRouter(parts),
    pushRouter(parts),
    patientsRouter(parts),
    importRouter(parts),
    dayListRouter(parts),
    handoversRouter(parts),
  )
  app.use(['/api', '/sync', '/live'], notFound)
  app.use(clientRouter(clientDir), notFound, answerErrors(log))
  return app
}

/** Answers are about the person who asks: no cache, shared or not, may keep them. */
const neverStored: express.RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'no-store')
  next()
}
