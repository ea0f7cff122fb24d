import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { caseAsText } from '../../../client/surfaces/case/case-as-text.ts'
import { peopleOf } from '../../../shared/board-document.ts'
import { addTask } from '../../../shared/commands/add-task.ts'
import { editField } from '../../../shared/commands/edit-field.ts'
import { editSbar } from '../../../shared/commands/edit-sbar.ts'
import { finishCase } from '../../../shared/commands/finish-case.ts'
import { markSeen } from '../../../shared/commands/mark-seen.ts'
import { planVisit } from '../../../shared/commands/plan-visit.ts'
import { setTaskDone } from '../../../shared/commands/set-task-done.ts'
import { setVisitStatus } from '../../../shared/commands/set-visit-status.ts'
import type { Stamp } from '../../../shared/access.ts'
import { anna, caseIn, taskNumber } from '../../shared/support/board.ts'
import { asAmina, boardOfAnna, NOW, people, show } from './stage.ts'

const button = (name: string) => page.getByRole('button', { name })
const today = (clock: string) => Date.parse(`2026-03-10T${clock}:00+01:00`)
const asSara = (clock: string): Stamp => ({ by: people.sara.id, role: 'doctor', at: today(clock) })

function boardWithSbar() {
  const doc = boardOfAnna()
  editSbar(doc, { case: anna, part: 'situation', text: 'Ökad andnöd.\n' }, asAmina())
  editSbar(doc, { case: anna, part: 'recommendation', text: 'Besök i dag.' }, asAmina())
  return doc
}

const copied: string[] = []
beforeEach(() => {
  copied.length = 0
  const write = vi.spyOn(navigator.clipboard, 'write').mockImplementation(async ([item]) => {
    const blob = await item?.getType('text/plain')
    copied.push((await blob?.text()) ?? '')
  })
  onTestFinished(() => write.mockRestore())
})

describe('copying', () => {
  test('[U38] SBAR is copied as plain text, without what is empty, and the log has it', async () => {
    const copies = vi.fn(() => new Response(null, { status: 204 }))
    const { notices } = show(people.karin, { doc: boardWithSbar(), copies })
    await button('Kopiera SBAR').click()
    await expect.poll(() => notices.toast?.text).toBe('SBAR är kopierad.')
    expect(copied).toEqual(['Situation: Ökad andnöd.\n\nRekommendation: Besök i dag.'])
    const path = `/api/boards/kungsbacka/cases/${anna}/copies`
    expect(copies).toHaveBeenCalledExactlyOnceWith(path, { what: 'sbar' })
    await button('Kopiera ärendet').click()
    await expect.poll(() => notices.toast?.text).toBe('Ärendet är kopierat.')
    expect(copied[1]).toContain(
      'Rekommendation: Besök i dag.\n\nKopierat från Samtavlan 2026-03-10',
    )
    expect(copies).toHaveBeenLastCalledWith(path, { what: 'case' })
  })

  test('[U38] without the server nothing is copied, and it says so', async () => {
    const copies = () => {
      throw new TypeError('no network')
    }
    const { notices } = show(people.karin, { copies })
    await button('Kopiera SBAR').click()
    await expect
      .poll(() => notices.toast?.text)
      .toBe(
        'Inget kopierades, för kopieringen kunde inte loggas. Servern svarar inte. Kontrollera nätet.',
      )
    expect(copied).toEqual([])
  })

  test('[U38] where the browser does not allow it, it says so', async () => {
    vi.spyOn(navigator.clipboard, 'write').mockRejectedValue(new Error('denied'))
    const { notices } = show(people.karin)
    await button('Kopiera SBAR').click()
    await expect.poll(() => notices.toast?.text).toMatch(/gick inte att kopiera/)
  })

  test('[U38] a protected identity is copied by its pair alone, and goes by its code', async () => {
    const doc = boardOfAnna()
    const about = { label: 'Anna Hemlig', birthYear: 1935, area: 'Åsa', protected: true }
    editField(doc, { case: anna, field: 'patient', value: about }, asAmina())
    const text = caseAsText(caseIn(doc, anna), { people: new Map(), me: people.karin, now: NOW })
    expect(text).toMatch(/^H-07\nKontaktorsak: /)
    for (const word of ['Hemlig', '1935', 'Åsa ·']) expect(text).not.toContain(word)
    show(people.amina, { doc })
    await expect.element(page.getByText('Dokumenterat', { exact: true })).toBeVisible()
    await expect.element(button('Kopiera SBAR')).not.toBeInTheDocument()
  })
})

test('[U38] a case reads as text: who, when, and everything as it was typed', () => {
  const doc = boardWithSbar()
  const sara = people.sara.id
  markSeen(doc, { case: anna }, asSara('09:35'))
  const start = today('10:30')
  planVisit(doc, { case: anna, start, joint: true, crew: [people.karin.id, sara] }, asSara('09:36'))
  for (const [status, clock] of [
    ['underway', '10:05'],
    ['arrived', '10:31'],
    ['finished', '11:20'],
  ] as const)
    setVisitStatus(doc, { case: anna, status }, asSara(clock))
  const vitals = { rr: 28, spo2: 86, temperature: 37.4, takenAt: today('10:40') }
  const none = { pulse: null, bloodPressure: null, news2: null }
  editField(doc, { case: anna, field: 'vitals', value: { ...vitals, ...none } }, asSara('10:41'))
  for (const [number, text] of [
    [1, 'EKG'],
    [2, 'Dropp'],
  ] as const)
    addTask(doc, { case: anna, task: taskNumber(number), text }, asSara('10:42'))
  setTaskDone(doc, { case: anna, task: taskNumber(1), done: true }, asSara('10:50'))
  finishCase(doc, { case: anna, outcome: 'hospital-avoided' }, asSara('11:25'))

  const team = new Map(Object.values(people).map((one) => [one.id, one]))
  expect(peopleOf(doc).size).toBe(team.size)
  const text = caseAsText(caseIn(doc, anna), { people: team, me: people.sara, now: today('11:30') })
  expect(text).toBe(
    `H-07 · Anna · 1935 · Åsa
Kontaktorsak: Feber, misstänkt pneumoni
Vårdbegäran: 2026-03-10 09:30, Karin Lindqvist, sjuksköterska
Sedan när: i går
Listad vårdcentral: Åsa vårdcentral
Sedd: 2026-03-10 09:35, Sara Lindgren, läkare

Situation: Ökad andnöd.

Rekommendation: Besök i dag.

Mätvärden (2026-03-10 10:40, Sara Lindgren, läkare): AF 28, SpO₂ 86 %, Temp 37,4
Gemensamt besök: planerat 2026-03-10 10:30, på väg 2026-03-10 10:05, framme 2026-03-10 10:31, klar 2026-03-10 11:20
Med på besöket: Karin Lindqvist, sjuksköterska; Sara Lindgren, läkare

Behandling hemma:
- EKG (2026-03-10 10:50, Sara Lindgren, läkare)

Utfall vid avslut: Sjukhusvård undviken (2026-03-10 11:25, Sara Lindgren, läkare)
Avslutad 2026-03-10 11:25 av Sara Lindgren, läkare

Kopierat från Samtavlan 2026-03-10 11:30 av Sara Lindgren, läkare.`,
  )
})
