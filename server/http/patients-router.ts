import { Router, type Response } from 'express'
import { z } from 'zod'
import type { ZodOpenApiPathsObject } from 'zod-openapi'
import { boardId, patientId } from '../../shared/ids.ts'
import {
  enrolled,
  enrolment,
  newPatient,
  patientBrief,
  patientChange,
  patientHits,
  patientNumber,
  patientRecord,
  patientSearch,
} from '../../shared/patient.ts'
import type { Boards } from '../identity/boards.ts'
import type { Gate } from '../identity/gate.ts'
import type { Answer, Register } from '../patients/register.ts'
import type { SearchThrottle } from '../patients/search-throttle.ts'
import { readBody } from './bodies.ts'
import { json, problems } from './describe.ts'
import { sendProblem } from './problems.ts'
import { registerViewer } from './register-access.ts'

export type PatientsParts = {
  readonly gate: Gate
  readonly boards: Boards
  readonly register: Register
  readonly searchThrottle: SearchThrottle
}

const ONE = '/api/boards/:board/patients/:patient'

/** The patient register, for those who write on a board. Words travel in bodies, never in addresses. */
export function patientsRouter(parts: PatientsParts): Router {
  const { register, searchThrottle } = parts
  const router = Router()

  router.post('/api/boards/:board/patients/search', async (request, response) => {
    const viewer = await registerViewer(parts, request, response)
    const asked = viewer && readBody(patientSearch, request, response)
    if (!asked) return
    if (!(await searchThrottle.take(viewer.person.id)))
      return sendProblem(response, 'too-many-attempts')
    response.json(await register.search(viewer, asked.words))
  })

  router.post('/api/boards/:board/patients', async (request, response) => {
    const viewer = await registerViewer(parts, request, response)
    const typed = viewer && readBody(newPatient, request, response)
    if (typed) response.json(await register.enrol(viewer, typed))
  })

  router.get(ONE, async (request, response) => {
    const viewer = await registerViewer(parts, request, response)
    const id = viewer && idIn(request.params.patient, response)
    if (id) answer(response, await register.read(viewer, id))
  })

  router.put(ONE, async (request, response) => {
    const viewer = await registerViewer(parts, request, response)
    const id = viewer && idIn(request.params.patient, response)
    const change = id && readBody(patientChange, request, response)
    if (change) answer(response, await register.change(viewer, id, change))
  })

  router.post(`${ONE}/number`, async (request, response) => {
    const viewer = await registerViewer(parts, request, response)
    const id = viewer && idIn(request.params.patient, response)
    if (!id) return
    const number = await register.number(viewer, id)
    answer(response, number.ok ? { ok: true, value: { number: number.value } } : number)
  })

  router.put(`${ONE}/enrolment`, async (request, response) => {
    const viewer = await registerViewer(parts, request, response)
    const id = viewer && idIn(request.params.patient, response)
    const days = id && readBody(enrolment, request, response)
    if (days) answer(response, await register.enrolHere(viewer, id, days))
  })

  return router
}

function idIn(text: string, response: Response) {
  const id = patientId.safeParse(text).data
  if (id === undefined) sendProblem(response, 'not-found')
  return id
}

function answer<T>(response: Response, given: Answer<T>): void {
  if (given.ok) response.json(given.value)
  else sendProblem(response, given.reason)
}

const ofBoard = { path: z.object({ board: boardId }) }
const ofPatient = { path: z.object({ board: boardId, patient: patientId }) }
const body = (schema: z.ZodType) => ({ content: { 'application/json': { schema } } })

export const patientsPaths: ZodOpenApiPathsObject = {
  '/api/boards/{board}/patients/search': {
    post: {
      summary: 'Search the patient register',
      description:
        'By the beginnings of names, or of a number, among the patients of one’s boards. Numbers ' +
        'are masked; protected identities are never found. Is logged.',
      requestParams: ofBoard,
      requestBody: body(patientSearch),
      responses: {
        200: json('Whom it found', patientHits),
        ...problems('invalid-body', 'signed-out', 'forbidden', 'not-found', 'too-many-attempts'),
      },
    },
  },
  '/api/boards/{board}/patients': {
    post: {
      summary: 'Enrol a new patient',
      description:
        'Answers whom the register has that look alike, unless `knowing` says otherwise.',
      requestParams: ofBoard,
      requestBody: body(newPatient),
      responses: {
        200: json('The patient, or those who look alike', enrolled),
        ...problems('invalid-body', 'signed-out', 'forbidden', 'not-found'),
      },
    },
  },
  '/api/boards/{board}/patients/{patient}': {
    get: {
      summary: 'Read a patient’s record',
      description:
        'The number is masked. Of a protected identity only the nurse and the doctor of one of ' +
        'its live cases on the board get it. Is logged.',
      requestParams: ofPatient,
      responses: {
        200: json('The record', patientRecord),
        ...problems('signed-out', 'forbidden', 'not-found'),
      },
    },
    put: {
      summary: 'Change a patient’s record',
      description: 'Only who knows the present version changes it. Is logged.',
      requestParams: ofPatient,
      requestBody: body(patientChange),
      responses: {
        200: json('The record as it is now', patientRecord),
        ...problems(
          'invalid-body',
          'signed-out',
          'forbidden',
          'not-found',
          'changed-since',
          'number-taken',
        ),
      },
    },
  },
  '/api/boards/{board}/patients/{patient}/number': {
    post: {
      summary: 'Show a patient’s whole identity number',
      description: 'A look of its own in the log.',
      requestParams: ofPatient,
      responses: {
        200: json('The number', patientNumber),
        ...problems('signed-out', 'forbidden', 'not-found'),
      },
    },
  },
  '/api/boards/{board}/patients/{patient}/enrolment': {
    put: {
      summary: 'Enrol a patient of another of one’s boards to this one too',
      requestParams: ofPatient,
      requestBody: body(enrolment),
      responses: {
        200: json('What a case takes from the register', patientBrief),
        ...problems('invalid-body', 'signed-out', 'forbidden', 'not-found'),
      },
    },
  },
}
