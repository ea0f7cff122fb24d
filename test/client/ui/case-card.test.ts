import { describe, expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { caseWith, HOUR, karin, MINUTE, NOW, sara, show, today, type Facts } from './cards.ts'

/** What the browser makes of a colour. */
function colourOf(value: string): string {
  const probe = document.body.appendChild(document.createElement('i'))
  probe.style.color = value
  const { color } = getComputedStyle(probe)
  probe.remove()
  return color
}

const article = () => page.getByRole('article')

describe('a card', () => {
  test('names the patient, the reason, the priority, the pair and the time', async () => {
    show(
      caseWith({
        priority: { level: 'today' },
        doctor: { id: sara.id },
        visit: { start: today('10:30') },
      }),
    )
    await expect.element(page.getByRole('heading', { name: 'Anna D. · 1935' })).toBeVisible()
    await expect.element(article()).toMatchTextContent(/Andnöd, KOL/)
    await expect.element(article()).toMatchTextContent(/Idag/)
    await expect
      .element(page.getByRole('img', { name: 'Karin Lindqvist, sjuksköterska' }))
      .toBeVisible()
    await expect.element(page.getByRole('img', { name: 'Sara Lindgren, läkare' })).toBeVisible()
    await expect.element(article()).toMatchTextContent(/10:30/)
  })

  test('without a doctor says so', async () => {
    show(caseWith({}))
    await expect.element(page.getByRole('img', { name: 'Ingen läkare ännu' })).toBeVisible()
  })

  test('opens its case wherever it is clicked', async () => {
    const { onopen } = show(caseWith({}))
    await article().click({ position: { x: 120, y: 60 } })
    expect(onopen).toHaveBeenCalledOnce()
  })

  test('[U3] has "Flytta till…" beside it', async () => {
    const onmenu = vi.fn()
    const { onopen } = show(caseWith({}), { onmenu })
    await page.getByRole('button', { name: 'Flytta Anna D. till…' }).click()
    expect(onmenu).toHaveBeenCalledOnce()
    expect(onopen).not.toHaveBeenCalled()
  })

  test('that is open in the panel says so', async () => {
    show(caseWith({}), { selected: true })
    await expect.element(page.getByRole('link')).toHaveAttribute('aria-current', 'true')
  })
})

describe('an acute card', () => {
  const acute = { priority: { level: 'acute' as const }, lane: 'acute' as const }

  test('[B21] that nobody has seen counts, and a doctor sees it in one tap', async () => {
    const onseen = vi.fn()
    const { onopen } = show(caseWith({ ...acute, age: 12 * MINUTE + 7_000 }), { onseen })
    await expect.element(page.getByText('Ej sedd')).toBeVisible()
    await expect.element(page.getByRole('timer')).toHaveTextContent('12:07')
    await page.getByRole('button', { name: 'Sedd' }).click()
    expect(onseen).toHaveBeenCalledOnce()
    expect(onopen).not.toHaveBeenCalled()
  })

  test('[P2] offers "Sedd" only to those who may', async () => {
    show(caseWith(acute))
    await expect.element(page.getByText('Ej sedd')).toBeVisible()
    await expect.element(page.getByRole('button', { name: 'Sedd' })).not.toBeInTheDocument()
  })

  test('[B13] that is seen says by whom and when', async () => {
    show(caseWith({ ...acute, seen: { by: sara.id, at: today('09:31') } }))
    await expect.element(page.getByText('Sedd av Sara Lindgren 09:31')).toBeVisible()
  })

  test('[B13] is past that once the doctor is there', async () => {
    show(
      caseWith({
        ...acute,
        seen: { by: sara.id, at: today('09:31') },
        visitStatus: { status: 'arrived', arrived: today('09:40') },
      }),
    )
    await expect.element(page.getByText('Framme')).toBeVisible()
    await expect.element(page.getByText(/^Sedd av/)).not.toBeInTheDocument()
  })
})

describe('a card says', () => {
  test.each([
    ['30 min', 'acute', 30 * MINUTE],
    ['4 tim', 'today', 4 * HOUR],
    ['1 dygn', 'within48h', 24 * HOUR],
    ['1 dygn', 'planned', 24 * HOUR],
  ] as const)(
    '[U22] after %s without a change that %s information is old',
    async (age, level, ms) => {
      show(caseWith({ priority: { level }, age: ms }))
      await expect
        .element(page.getByTitle(`Gammal information, senast ändrad för ${age} sedan`))
        .toBeVisible()
    },
  )

  test('[U22] in words, with an alarm clock and in amber, that nobody has touched it', async () => {
    show(caseWith({ priority: { level: 'today' }, age: 5 * HOUR }))
    const word = page.getByText('Orörd i 5 tim')
    await expect.element(word).toBeVisible()
    const mark = page.getByTitle(/^Gammal information/)
    expect(mark.element().querySelector('svg')).not.toBeNull()
    const amber = colourOf('var(--late)')
    expect(getComputedStyle(word.element()).color).toBe(amber)
    expect(amber).not.toBe(colourOf('var(--ink-3)'))
  })

  test.each([
    [59, 'Senast ändrad för 59 min sedan'],
    [60, 'Gammal information, senast ändrad för 1 tim sedan'],
  ])('[U22] after %i min of a limit of 60: "%s"', async (minutes, title) => {
    show(caseWith({ priority: { level: 'acute' }, age: minutes * MINUTE }), { staleAfter: 60 })
    await expect.element(page.getByTitle(title, { exact: true })).toBeVisible()
  })

  test.each<[string, Facts]>([
    ['closed', { closed: { how: 'closed', at: today('09:40') } }],
    ['finished', { visitStatus: { status: 'finished', finished: today('09:40') } }],
  ])('[U22] only its age once it is %s', async (_how, facts) => {
    show(caseWith({ ...facts, age: 50 * HOUR }))
    await expect.element(page.getByTitle('Senast ändrad för 2 dygn sedan')).toBeVisible()
  })

  test('[B19] [U22] how old its information is', async () => {
    show(caseWith({ priority: { level: 'acute' }, age: 29 * MINUTE }))
    await expect.element(page.getByTitle('Senast ändrad för 29 min sedan')).toBeVisible()
  })

  test.each<[string, Facts]>([
    ['På väg', { visitStatus: { status: 'underway', underway: today('09:40') } }],
    ['Framme', { visitStatus: { status: 'arrived', arrived: today('09:40') } }],
    ['Klar 09:40', { visitStatus: { status: 'finished', finished: today('09:40') } }],
    ['Gemensamt', { visit: { joint: true } }],
    ['Samtycke saknas', { consent: { state: 'missing' } }],
    ['Spärrad', { consent: { state: 'blocked' } }],
    ['Hemgång', { mission: { id: 'supported-discharge' } }],
    ['Skickad till vårdcentral', { handback: { sentAt: NOW - 18 * HOUR } }],
    ['Ej kvitterad 4 dygn', { handback: { sentAt: NOW - 98 * HOUR } }],
    ['Kvitterad', { handback: { sentAt: NOW - 50 * HOUR, receivedAt: NOW - HOUR } }],
    ['Avslutad 09:40', { closed: { how: 'closed', at: today('09:40') } }],
    ['Makulerad', { closed: { how: 'voided', at: today('09:40') } }],
  ])('"%s"', async (text, facts) => {
    show(caseWith(facts))
    await expect.element(page.getByText(text, { exact: true })).toBeVisible()
  })

  test('[K4] in amber, with an alarm clock, how long its follow-up is overdue', async () => {
    show(caseWith({ lane: 'followup', followUp: { due: NOW - 42 * MINUTE } }))
    const mark = page.getByText('Försenad 42 min')
    await expect.element(mark).toBeVisible()
    expect(mark.element().querySelector('svg')).not.toBeNull()
    expect(getComputedStyle(mark.element()).color).toBe(colourOf('var(--late)'))
  })

  test('[U50] "Samma namn" when another one has it', async () => {
    show(caseWith({}), { likeness: 'name' })
    await expect.element(page.getByText('Samma namn')).toBeVisible()
  })

  test('[U49] a way to close it when its visit is done', async () => {
    const onfinish = vi.fn()
    const done = { status: 'finished', finished: today('09:40') } as const
    show(caseWith({ visitStatus: done }), { onfinish })
    await page.getByRole('button', { name: 'Avsluta…' }).click()
    expect(onfinish).toHaveBeenCalledOnce()
  })

  test('[U45] that its visit clashes with another, and when that begins', async () => {
    show(caseWith({}), { clash: today('10:30') })
    const mark = page.getByText('Krockar 10:30')
    await expect.element(mark).toBeVisible()
    expect(mark.element().querySelector('svg')).not.toBeNull()
  })

  test('[U4] that it waits when others cannot see its change yet', async () => {
    show(caseWith({}), { queued: true })
    await expect.element(page.getByText('Väntar offline')).toBeVisible()
  })

  test('[L2] who is moving it', async () => {
    show(caseWith({}), { holder: karin })
    await expect.element(page.getByText('Karin flyttar…')).toBeVisible()
  })

  test('at most three marks, and counts the rest', async () => {
    const facts: Facts = {
      consent: { state: 'missing' },
      visit: { joint: true },
      visitStatus: { status: 'underway' },
      mission: { id: 'supported-discharge' },
    }
    show(caseWith(facts), { likeness: 'name' })
    await expect.element(page.getByText('+2')).toHaveAttribute('title', 'Gemensamt, Hemgång')
  })
})

describe('a protected identity', () => {
  const hidden: Facts = { patient: { protected: true, label: 'Anna D.' }, doctor: { id: null } }

  test('shows its code and no word about the patient', async () => {
    show(caseWith(hidden))
    await expect.element(page.getByRole('heading', { name: 'H-07' })).toBeVisible()
    await expect.element(page.getByText('Skyddad identitet')).toBeVisible()
    await expect.element(article()).toMatchTextContent(/Visas bara för ansvarigt par/)
    for (const word of [/Anna/, /1935/, /Andnöd/])
      await expect.element(article()).not.toMatchTextContent(word)
  })

  test('shows its reason to the pair that answers for it', async () => {
    show(caseWith({ ...hidden, doctor: { id: sara.id } }))
    await expect.element(article()).toMatchTextContent(/Andnöd, KOL/)
    await expect.element(article()).not.toMatchTextContent(/Anna/)
  })
})
