import { describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { editField } from '../../../shared/commands/edit-field.ts'
import { setVisitStatus } from '../../../shared/commands/set-visit-status.ts'
import { scheduleVisit } from '../../../shared/commands/schedule-visit.ts'
import { anna, berit, caseIn } from '../../shared/support/board.ts'
import { amina, asAmina, elsewhere, NOW, sara } from '../board/stage.ts'
import { StagedPresence } from '../board/staged-presence.svelte.ts'
import {
  aDay,
  column,
  drag,
  drawing,
  jonas,
  release,
  showPlan,
  spotIn,
  today,
  visitsOf,
} from './stage.ts'

const unplanned = page.getByRole('region', { name: 'Utan tid' })

describe('the day’s plan', () => {
  test('[U43] each doctor has a column, nobody has one, and what has no time stands beside', async () => {
    showPlan()
    await expect.element(column('Sara Lindgren, 1 besök')).toBeVisible()
    expect(visitsOf('Sara Lindgren')).toEqual(['10:30 Berit'])
    expect(visitsOf('Jonas Ekberg')).toEqual([])
    expect(visitsOf('Utan läkare')).toEqual([])
    await expect.element(unplanned).toMatchTextContent(/Anna.*Åsa/)
    await expect.element(page.getByLabelText('Klockan är 09:42')).toBeInTheDocument()
  })

  test('[U43] a drawing opens its case', async () => {
    showPlan()
    await drawing('Berit').click()
    await expect.poll(() => location.search).toBe(`?case=${berit}`)
  })

  test('[P4] of a protected identity it shows the code alone', async () => {
    const doc = aDay()
    for (const id of [anna, berit])
      editField(doc, { case: id, field: 'patient', value: { protected: true } }, asAmina())
    showPlan({ doc })
    await expect.element(unplanned).toMatchTextContent(/H-07/)
    expect(document.querySelector('main')?.textContent).not.toMatch(/Anna|Berit|Åsa|1935|Feber/)
  })
})

describe('dragging', () => {
  test('[U44] a case lands at the quarter and in the column where it is dropped', async () => {
    const { doc, notices, presence } = showPlan()
    await expect.element(drawing('Anna')).toBeVisible()
    await drag(anna, spotIn('Jonas Ekberg', '13:20'))
    await expect.element(column('Jonas Ekberg')).toMatchTextContent(/13:15 Anna/)
    expect(presence.holds).toEqual([anna])
    release()
    await expect.poll(() => visitsOf('Jonas Ekberg')).toEqual(['13:15 Anna'])
    expect(caseIn(doc, anna)).toMatchObject({
      visit: { start: today('13:15') },
      visitStatus: { status: 'planned' },
      doctor: { id: jonas.id },
    })
    expect(notices.toast?.text).toBe('Anna: 13:15, Jonas Ekberg')
    expect(presence.holds).toEqual([anna, null])
    await userEvent.keyboard('z')
    await expect.poll(() => caseIn(doc, anna).visit.start).toBeNull()
    expect(caseIn(doc, anna).doctor.id).toBeNull()
  })

  test('[B23] dropped in another column at the same time it is handed over', async () => {
    const { doc, notices } = showPlan()
    await expect.element(drawing('Berit')).toBeVisible()
    await drag(berit, spotIn('Jonas Ekberg', '10:30'))
    release()
    await expect.poll(() => visitsOf('Jonas Ekberg')).toEqual(['10:30 Berit'])
    expect(caseIn(doc, berit).doctor.id).toBe(jonas.id)
    expect(notices.toast?.text).toBe('Du lämnade över Berit till Jonas Ekberg')
  })

  test('[U44] the plan stands still meanwhile, and a visit that others changed is left to them', async () => {
    const { doc, notices } = showPlan()
    await expect.element(drawing('Berit')).toBeVisible()
    await drag(berit, spotIn('Jonas Ekberg', '13:00'))
    const theirs = { case: berit, start: today('15:00'), doctor: sara.id }
    elsewhere(doc, (copy) => scheduleVisit(copy, theirs, asAmina(NOW + 1_000)))
    await expect.element(column('Jonas Ekberg')).toMatchTextContent(/13:00 Berit/)
    expect(visitsOf('Sara Lindgren')).toEqual(['10:30 Berit'])
    release()
    await expect.poll(() => visitsOf('Sara Lindgren')).toEqual(['15:00 Berit'])
    expect(notices.toast?.text).toMatch(/Berit: någon annan har ändrat besöket/)
  })

  test('[U44] dropped outside, or let go by Escape, nothing changes and no case opens', async () => {
    const { doc } = showPlan()
    await expect.element(drawing('Anna')).toBeVisible()
    await drag(anna, { x: 5, y: 5 })
    release()
    await drag(anna, spotIn('Sara Lindgren', '13:00'))
    await userEvent.keyboard('{Escape}')
    release()
    expect(caseIn(doc, anna).visit.start).toBeNull()
    expect(location.search).toBe('')
  })

  test('[U46] without contact a visit changes its time, not its doctor', async () => {
    const { doc, notices } = showPlan({ reachable: false })
    await expect.element(drawing('Berit')).toBeVisible()
    await drag(berit, spotIn('Jonas Ekberg', '10:30'))
    release()
    expect(notices.toast?.text).toMatch(/Du kan inte lämna över besök utan nät/)
    await drag(berit, spotIn('Sara Lindgren', '14:00'))
    release()
    await expect.poll(() => visitsOf('Sara Lindgren')).toEqual(['14:00 Berit'])
    expect(caseIn(doc, berit).doctor.id).toBe(sara.id)
  })

  test('[L2] what somebody else holds, and what is under way, stays', async () => {
    const doc = aDay()
    setVisitStatus(doc, { case: berit, status: 'underway' }, asAmina())
    const presence = new StagedPresence()
    presence.held = { card: anna, by: amina }
    showPlan({ doc, presence })
    await expect.element(drawing('Anna')).toBeVisible()
    for (const id of [anna, berit]) {
      await drag(id, spotIn('Jonas Ekberg', '13:00'))
      release()
    }
    expect(presence.holds).toEqual([])
    expect(visitsOf('Jonas Ekberg')).toEqual([])
  })
})

describe('without dragging', () => {
  test('[U44] space picks up, arrows move by a quarter and by a doctor, Enter puts down', async () => {
    const { doc, notices } = showPlan()
    await expect.element(drawing('Berit')).toBeVisible()
    drawing('Berit').element().focus()
    await userEvent.keyboard(' {ArrowDown}{ArrowDown}{ArrowUp}{ArrowLeft}')
    expect(notices.polite).toBe('10:45, Jonas Ekberg')
    expect(caseIn(doc, berit).visit.start).toBe(today('10:30'))
    await userEvent.keyboard('{Enter}')
    await expect.poll(() => visitsOf('Jonas Ekberg')).toEqual(['10:45 Berit'])
    await expect.element(drawing('Berit')).toHaveFocus()
  })

  test('[U44] “Planera till…” offers the quarters from now on, and marks those that clash', async () => {
    const { doc } = showPlan()
    await page.getByRole('button', { name: 'Planera Anna till…' }).click()
    const menu = page.getByRole('dialog', { name: 'Planera Anna till…' })
    await expect.element(menu.getByRole('button', { name: '09:00', exact: true })).toBeVisible()
    expect(menu.getByRole('button', { name: '08:45' }).elements()).toEqual([])
    await menu.getByLabelText('Läkare').selectOptions('Sara Lindgren')
    await expect.element(menu.getByRole('button', { name: '11:00, krockar' })).toBeVisible()
    await expect.element(menu.getByRole('button', { name: '11:15', exact: true })).toBeVisible()
    await menu.getByRole('button', { name: '11:00, krockar' }).click()
    await expect.poll(() => visitsOf('Sara Lindgren')).toEqual(['10:30 Berit', '11:00 Anna'])
    expect(caseIn(doc, anna).doctor.id).toBe(sara.id)
    await expect.element(column('Sara Lindgren')).toMatchTextContent(/SL krockar 11:00/)
    await expect.element(drawing('Anna')).toHaveFocus()
  })

  test('[U44] in the menu arrows move by a quarter and by an hour, and a time can be removed', async () => {
    const { doc } = showPlan()
    await expect.element(drawing('Berit')).toBeVisible()
    drawing('Berit').element().focus()
    await userEvent.keyboard('m')
    const menu = page.getByRole('dialog', { name: 'Planera Berit till…' })
    await expect.element(menu.getByRole('button', { name: '10:30', exact: true })).toHaveFocus()
    await userEvent.keyboard('{ArrowDown}{ArrowLeft}{Enter}')
    await expect.poll(() => visitsOf('Sara Lindgren')).toEqual(['11:15 Berit'])
    await userEvent.keyboard('m')
    await page.getByRole('button', { name: 'Ta bort tiden' }).click()
    await expect.element(unplanned).toMatchTextContent(/Berit/)
    expect(caseIn(doc, berit).visit.start).toBeNull()
  })

  test('[P1] an observer reads the plan', async () => {
    showPlan({ link: { begun: true, synced: true, access: 'read', ended: null } })
    await expect.element(drawing('Berit')).toBeVisible()
    expect(page.getByRole('button', { name: /^Planera/ }).elements()).toEqual([])
  })
})
