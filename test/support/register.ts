import { patientHits, type NewPatient, type PatientDetails } from '../../shared/patient.ts'
import { signIn } from './session.ts'
import { auditRows } from './store-on-disk.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { startTestServer } from './test-server.ts'

/** Patients of the demo register: two of Kungsbacka, the second protected, and one of Halmstad. */
export const ASTRID = '00000000-0000-4000-8000-000000000100'
export const PROTECTED = '00000000-0000-4000-8000-000000000110'
export const EVERT = '00000000-0000-4000-8000-000000000200'

/** A server with the demo team, as somebody asks its register. */
export async function openRegister() {
  const folder = temporaryFolder()
  const { url } = await startTestServer({ DATA_DIR: folder })
  const ask = (
    cookie: string,
    method: string,
    path: string,
    body?: unknown,
    board = 'kungsbacka',
  ) =>
    fetch(`${url}/api/boards/${board}/patients${path}`, {
      method,
      headers: { cookie, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
  const search = async (cookie: string, words: string, board?: string) => {
    const response = await ask(cookie, 'POST', '/search', { words }, board)
    return patientHits.parse(await response.json())
  }
  const log = async (board = 'kungsbacka') =>
    (await auditRows(folder, board)).filter(({ action }) => /patient|import/.test(action))
  return { url, ask, search, log, karin: await signIn(url, 'karin') }
}

export const details: PatientDetails = {
  givenName: 'Signhild',
  familyName: 'Påhittad',
  birthDate: null,
  street: 'Påhittade vägen 1',
  area: 'Särö',
  phone: '070-174 06 60',
  relatives: [],
  notes: [],
  healthCentre: 'Vårdcentralen Norrvik',
  provider: 'municipality',
  protected: false,
}
export const typed = (differs: Partial<NewPatient> = {}): NewPatient => ({
  number: '',
  details,
  enrolment: { from: '2026-03-10', until: null },
  knowing: false,
  ...differs,
})
