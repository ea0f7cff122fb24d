import { describe, expect, test } from 'vitest'
import { boardId, newPatientId, userId, type PatientId } from '../../shared/ids.ts'
import { PatientStore } from '../../server/patients/patient-store.ts'
import { rowOf } from '../../server/patients/patient-row.ts'
import { Register } from '../../server/patients/register.ts'
import { openDatabase } from '../../server/store/database.ts'
import { createBoard } from '../support/store.ts'
import { details } from '../support/register.ts'
import { anEntry, MemoryAudit } from '../support/audit.ts'
import type { Subject } from './subject.ts'

const TODAY = '2026-03-10'
const halmstad = boardId.parse('halmstad')

/** What the register asks of its tables, run against real databases. */
export function patientsContract({ name, fresh }: Subject): void {
  describe(`patients on ${name}`, () => {
    async function open() {
      const db = await openDatabase(await fresh())
      await createBoard(db, 'halmstad')
      const store = new PatientStore(db)
      const add = async (number: string, until: string | null = null) => {
        const row = rowOf(newPatientId(), number, TODAY, { ...details, givenName: 'Åsa-Lill' })
        const days = { patient: row.id, board: halmstad, from_day: '2026-01-01', until_day: until }
        const log = [{ chain: halmstad, entry: anEntry({ patient: row.id }) }]
        return { ...row, written: await store.add([row], [days], log) }
      }
      return { db, store, add, [Symbol.asyncDispose]: () => db.destroy() }
    }

    test.each(['åsa', 'lill', 'ÅSA påh', '350312', '19350312-23'])(
      '[R3] %j finds a patient until the enrolment ends',
      async (words) => {
        await using register = await open()
        const { id } = await register.add('19350312-2388', TODAY)
        const found = async (day: string) =>
          (await register.store.search([halmstad], day, words, 9)).map((row) => row.id)
        expect(await found(TODAY)).toEqual([id])
        expect(await found('2026-03-11')).toEqual([])
        expect(await found('2025-12-31')).toEqual([])
        expect(await register.store.search([], TODAY, words, 9)).toEqual([])
      },
    )

    test('[R6] a personal number is one person’s, a reserve number may be several’s', async () => {
      await using register = await open()
      await register.add('19350312-2388')
      expect((await register.add('350312-2388')).written).toBe('number-taken')
      await register.add('55R19480722X')
      await register.add('55R19480722X')
      const all = await register.store.search([halmstad], TODAY, 'åsa', 9)
      expect(all).toHaveLength(3)
    })

    test('[R6] those who enter one number at the same moment enter one patient', async () => {
      await using register = await open()
      const audit = new MemoryAudit()
      const parts = { store: register.store, audit, casesOf: () => Promise.resolve([]) }
      const entering = new Register({ ...parts, now: () => Date.parse(`${TODAY}T09:00Z`) })
      const enrolment = { from: TODAY, until: null }
      const karin = { id: userId.parse('karin'), name: 'Karin Lindqvist', initials: 'KL' }
      const person = { ...karin, role: 'nurse' as const }
      const viewer = { person, board: halmstad, boards: [halmstad] }
      const typed = { number: '350312-2388', details, enrolment, knowing: true }
      const answers = await Promise.all([1, 2, 3].map(() => entering.enrol(viewer, typed)))
      const ids = answers.map((answer) => (answer.kind === 'enrolled' ? answer.patient.id : null))
      expect(new Set(ids).size).toBe(1)
      expect(await register.store.byNumbers(['193503122388'])).toMatchObject([{ id: ids[0] }])
    })

    test('[U52] those of some patients who were born the same day are found, none protected', async () => {
      await using register = await open()
      const numbers = ['19350312-2388', '19350312-2396', '19520303-2387']
      const ids: PatientId[] = []
      for (const number of numbers) ids.push((await register.add(number)).id)
      const found = (await register.store.bornAlike(ids)).map((group) => group.toSorted())
      expect(found).toEqual([ids.slice(0, 2).toSorted()])
      expect(await register.store.bornAlike(ids.slice(1))).toEqual([])
      await register.db.updateTable('patients').set({ protected: 1 }).execute()
      expect(await register.store.bornAlike(ids)).toEqual([])
    })

    test('[R9] [R10] of two who change one version the first does, with its row of the log', async () => {
      await using register = await open()
      const { id, version } = await register.add('19350312-2388')
      const days = { patient: id, board: halmstad, from_day: '2026-01-01', until_day: null }
      const change = (street: string) =>
        register.store.change({ id, version, street }, days, [
          { chain: halmstad, entry: anEntry({ action: 'patient-changed' }) },
        ])
      expect([await change('Första gatan'), await change('Andra gatan')]).toEqual([
        'done',
        'changed-since',
      ])
      expect((await register.store.find(halmstad, TODAY, id))?.street).toBe('Första gatan')
      const log = register.db.selectFrom('audit').select('action')
      expect(await log.where('action', '=', 'patient-changed').execute()).toHaveLength(1)
    })
  })
}
