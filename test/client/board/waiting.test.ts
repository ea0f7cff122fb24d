import { describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { addComment } from '../../../shared/commands/add-comment.ts'
import { editField } from '../../../shared/commands/edit-field.ts'
import { editSbar } from '../../../shared/commands/edit-sbar.ts'
import { moveCase } from '../../../shared/commands/move-case.ts'
import { observeChanges, type CaseChange } from '../../../shared/changes.ts'
import { anna, berit, caseIn, cleo, commentNumber } from '../../shared/support/board.ts'
import { amina, NOW, showBoard } from './stage.ts'

const hello = { type: 'hello', protocol: 1, schema: 1, build: '', access: 'write' } as const
const mark = () => page.getByRole('banner').getByRole('button', { name: /väntar|Allt sparat/ })
const list = page.getByRole('dialog', { name: 'Ändringar utan kontakt' })
const back = (what: string) => list.getByRole('button', { name: `Ta tillbaka, ${what}` })

/** Karin's board, which has lost its server at 09:42: what she does waits. */
function showOffline() {
  const shown = showBoard()
  const { doc, saved } = shown
  let changes: readonly CaseChange[] = []
  observeChanges(doc, (made) => (changes = made), 'own')
  doc.on('update', (update: Uint8Array) => saved.changed({ at: NOW, changes, update }))
  saved.frame({ ...hello, serverTime: NOW })
  saved.dropped()
  const moves = () =>
    shown.board.run(moveCase, { case: anna, to: 'today', before: null }, 'Flyttad')
  /** The server is back, and has it all on disk at 10:42. */
  const arrives = () => {
    saved.frame({ ...hello, serverTime: NOW + 3_600_000 })
    saved.outbox.sent('whole', 1)
    saved.frame({ type: 'saved', received: 1, seq: 1, time: NOW + 3_600_000 })
  }
  return { ...shown, moves, arrives }
}

describe('[O8] what waits for the server', () => {
  test('is listed by case, what and when', async () => {
    const { board, moves } = showOffline()
    moves()
    board.run(editField, { case: berit, field: 'reason', value: { text: 'Fall i hemmet' } })
    await mark().click()
    await expect.element(list).toMatchTextContent(/Anna · Kolumn Dagens besök Gjord 09:42\. Väntar/)
    await expect.element(list).toMatchTextContent(/Berit · Kontaktorsak .*Fall i hemmet/)
  })

  test('a word that two of its parts have in common stands there once', async () => {
    const { board } = showOffline()
    board.run(moveCase, { case: anna, to: 'acute', before: null }) // which makes its priority acute
    await mark().click()
    await expect.element(list).toMatchTextContent(/Anna · Kolumn Akut Gjord/)
  })

  test('can be taken back, and then says so in one line', async () => {
    const { doc, moves } = showOffline()
    moves()
    await mark().click()
    await back('Anna · Kolumn').click()
    expect(caseIn(doc, anna).lane).toBe('incoming')
    await expect.element(list).toMatchTextContent(/Anna · Kolumn .*Tillbakatagen/)
    await expect.element(back('Anna · Kolumn')).not.toBeInTheDocument()
    expect(list.getByRole('listitem').elements()).toHaveLength(1)
  })

  test('a text that is typed in several pauses is one change', async () => {
    const { board } = showOffline()
    for (const text of ['Feber', 'Feber sedan', 'Feber sedan i går'])
      board.run(editSbar, { case: anna, part: 'situation', text })
    await expect.element(mark()).toMatchTextContent(/1 ändring väntar/)
    await mark().click()
    await expect.element(list).toMatchTextContent(/Anna · Situation .*Feber sedan i går/)
    expect(list.getByRole('listitem').elements()).toHaveLength(1)
  })

  test('words that others may build on are not taken back, and it says so', async () => {
    const { board } = showOffline()
    board.run(addComment, { case: cleo, comment: commentNumber(1), text: 'Ringt sonen' })
    await mark().click()
    await expect.element(list).toMatchTextContent(/Ringt sonen .*tas inte tillbaka här/)
    await expect.element(back('Cleo · Kommentarer')).not.toBeInTheDocument()
  })

  test('says afterwards when each was saved, until the list is closed', async () => {
    const { moves, arrives } = showOffline()
    moves()
    await mark().click()
    arrives()
    await expect.element(list).toMatchTextContent(/Anna · Kolumn .*Sparad 10:42/)
    await userEvent.keyboard('{Escape}')
    await expect.element(list).not.toBeInTheDocument()
    await expect.element(mark()).not.toBeInTheDocument()
    await expect.element(page.getByRole('banner')).toMatchTextContent(/Allt sparat 10:42/)
  })

  test('says what stands instead, who decided it and when, also when that has been read', async () => {
    const { doc, moves, arrives, setbacks } = showOffline()
    moves()
    const yours = { value: { ...caseIn(doc, anna).place }, at: caseIn(doc, anna).place.at }
    const kept = { value: { lane: 'acute', rank: 'a0', at: NOW + 60_000 }, at: NOW + 60_000 }
    const because = 'newer' as const
    setbacks.supersede({
      ...{ kind: 'superseded', because, case: anna, part: 'place', yours },
      kept: { ...kept, by: amina.id },
    })
    setbacks.dismissSuperseded()
    arrives()
    await mark().click()
    await expect.element(list).toMatchTextContent(/Amina flyttade kortet 09:43 till Akut/)
  })
})
