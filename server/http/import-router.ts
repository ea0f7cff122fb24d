import express, { Router } from 'express'
import { z } from 'zod'
import type { ZodOpenApiPathsObject } from 'zod-openapi'
import { boardId } from '../../shared/ids.ts'
import { IMPORT_BYTES_MAX } from '../../shared/limits.ts'
import { importReport } from '../../shared/import-report.ts'
import type { Boards } from '../identity/boards.ts'
import type { Gate } from '../identity/gate.ts'
import type { PatientImport } from '../patients/patient-import.ts'
import { json, problems } from './describe.ts'
import { sendProblem } from './problems.ts'
import { registerViewer } from './register-access.ts'

export type ImportParts = {
  readonly gate: Gate
  readonly boards: Boards
  readonly patientImport: PatientImport
}

const query = z.object({ dry: z.enum(['0', '1']) })
const csv = express.text({ type: 'text/csv', limit: IMPORT_BYTES_MAX })

/** Patients from a CSV file, for managers. */
export function importRouter(parts: ImportParts): Router {
  const router = Router()

  router.post('/api/boards/:board/import', async (request, response, next) => {
    const viewer = await registerViewer(parts, request, response, 'settings')
    if (viewer === null) return
    csv(request, response, (error?: unknown) => {
      if (error !== undefined) return next(error)
      const asked = query.safeParse(request.query).data
      if (asked === undefined || typeof request.body !== 'string')
        return sendProblem(response, 'invalid-body')
      parts.patientImport
        .run(viewer, request.body, asked.dry === '1')
        .then((report) => response.json(report), next)
    })
  })

  return router
}

export const importPaths: ZodOpenApiPathsObject = {
  '/api/boards/{board}/import': {
    post: {
      summary: 'Take patients from a CSV file',
      description:
        'For managers. A dry run only says what is wrong with which row; else all valid rows are ' +
        'taken at once, or none.',
      requestParams: { path: z.object({ board: boardId }), query },
      requestBody: { content: { 'text/csv': { schema: z.string() } } },
      responses: {
        200: json('What the file holds, and what came of it', importReport),
        ...problems('invalid-body', 'signed-out', 'forbidden', 'not-found', 'too-large'),
      },
    },
  },
}
