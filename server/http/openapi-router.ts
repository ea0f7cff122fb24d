import { Router } from 'express'
import { z } from 'zod'
import { createDocument, type ZodOpenApiPathsObject } from 'zod-openapi'
import {
  boardSession,
  boardSummary,
  copyBody,
  offlineLeave,
  problem,
  serverInfo,
  signInBody,
  unlockBody,
  whoAmI,
} from '../../shared/api.ts'
import { archived, archivePage } from '../../shared/archive.ts'
import { importReport } from '../../shared/import-report.ts'
import { enrolled, newPatient, patientHits, patientRecord } from '../../shared/patient.ts'
import { rosterRow, shiftBody } from '../../shared/duty-api.ts'
import { dayList } from '../../shared/day-list.ts'
import { handoverList } from '../../shared/handover-list.ts'
import { caseHistory } from '../../shared/history.ts'
import { archivePaths } from './archive-router.ts'
import { agreement, enteredMeeting, meetingList, minutes } from '../../shared/meeting-api.ts'
import { notice, noticePage, noticeSettings } from '../../shared/notices.ts'
import { pushKey, pushSubscription } from '../../shared/push.ts'
import { recheck, recheckBody, recheckCount } from '../../shared/rechecks.ts'
import { boardSessionsPaths } from './board-sessions-router.ts'
import { boardsPaths } from './boards-router.ts'
import { copiesPaths } from './copies-router.ts'
import { dayListPaths } from './day-list-router.ts'
import { json } from './describe.ts'
import { displaysPaths } from './displays-router.ts'
import { dutyPaths } from './duty-router.ts'
import { handoversPaths } from './handovers-router.ts'
import { historyPaths } from './history-router.ts'
import { healthPaths } from './health-router.ts'
import { lockPaths } from './lock-router.ts'
import { meetingsPaths } from './meetings-router.ts'
import { metricsPaths } from './metrics-router.ts'
import { noticesPaths } from './notices-router.ts'
import { offlinePaths } from './offline-router.ts'
import { alertsPaths } from './alerts-router.ts'
import { pushPaths } from './push-router.ts'
import { rechecksPaths } from './rechecks-router.ts'
import { importPaths } from './import-router.ts'
import { patientsPaths } from './patients-router.ts'
import { serverPaths } from './server-router.ts'
import { sessionPaths } from './session-router.ts'

/** The outside contract, made from the schemas that the routers check with. */
export function openapiRouter(build: string): Router {
  const router = Router()
  const document = describeApi(build)

  router.get('/api/openapi.json', (_request, response) => {
    response.json(document)
  })

  return router
}

const openapiPaths: ZodOpenApiPathsObject = {
  '/api/openapi.json': {
    get: {
      summary: 'This document',
      responses: { 200: json('OpenAPI 3.1', z.looseObject({ openapi: z.string() })) },
    },
  },
}

const describeApi = (build: string) =>
  createDocument({
    openapi: '3.1.1',
    info: {
      title: 'Samtavlan',
      version: build,
      license: { name: 'MIT', identifier: 'MIT' },
      description:
        'Sign in with POST /api/session; the session is in a cookie. Errors are problem documents (RFC 9457).',
    },
    components: {
      schemas: {
        ArchivedCase: archived,
        ArchivePage: archivePage,
        Agreement: agreement,
        BoardSession: boardSession,
        BoardSummary: boardSummary,
        CaseHistory: caseHistory,
        EnteredMeeting: enteredMeeting,
        MeetingList: meetingList,
        Minutes: minutes,
        Copy: copyBody,
        Enrolled: enrolled,
        ImportReport: importReport,
        NewPatient: newPatient,
        DayList: dayList,
        HandoverList: handoverList,
        Notice: notice,
        NoticePage: noticePage,
        NoticeSettings: noticeSettings,
        OfflineLeave: offlineLeave,
        PatientHits: patientHits,
        PatientRecord: patientRecord,
        Problem: problem,
        PushKey: pushKey,
        PushSubscription: pushSubscription,
        Recheck: recheck,
        RecheckAnswer: recheckBody,
        RecheckCount: recheckCount,
        ServerInfo: serverInfo,
        RosterRow: rosterRow,
        Shift: shiftBody,
        SignIn: signInBody,
        Unlock: unlockBody,
        WhoAmI: whoAmI,
      },
    },
    paths: {
      ...serverPaths,
      ...sessionPaths,
      ...lockPaths,
      ...boardsPaths,
      ...displaysPaths,
      ...boardSessionsPaths,
      ...historyPaths,
      ...meetingsPaths,
      ...copiesPaths,
      ...alertsPaths,
      ...rechecksPaths,
      ...dutyPaths,
      ...noticesPaths,
      ...pushPaths,
      ...offlinePaths,
      ...archivePaths,
      ...patientsPaths,
      ...importPaths,
      ...dayListPaths,
      ...handoversPaths,
      ...healthPaths,
      ...metricsPaths,
      ...openapiPaths,
    },
  })
