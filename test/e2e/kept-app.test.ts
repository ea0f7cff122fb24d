import { describe, test } from 'vitest'
import { expect } from './support/expect.ts'
import { appIsKept, isSecondBuild, makeSecondBuild, newerIsReady } from './support/second-build.ts'
import { DEVICES, Stage } from './support/stage.ts'

const KEEPS = { serviceWorkers: 'allow' } as const

describe('the kept app', () => {
  const stage = new Stage()

  test('[H5] a second visit paints the app with the server gone, and no answer of its', async () => {
    const page = await stage.visitor(DEVICES.tablet, KEEPS)
    await page.goto('/')
    await appIsKept(page)
    await stage.server.kill()
    for (const path of ['/', '/board/kungsbacka', '/day?board=halmstad', '/wall/kungsbacka']) {
      await page.goto(path)
      await expect(page.getByText('Servern svarar inte.')).toBeVisible()
    }
    const answers = ['/api/session', '/api/boards', '/healthz', '/readyz', '/metrics']
    const kept = await page.evaluate(
      (paths) => Promise.all(paths.map((path) => fetch(path).then(Boolean, () => false))),
      answers,
    )
    expect(kept).toEqual(answers.map(() => false))
    for (const path of ['/healthz', '/api/openapi.json', '/metrics?x'])
      await expect(page.goto(path)).rejects.toThrow('ERR_CONNECTION_REFUSED')
    await stage.server.startAgain()
  })

  test('[H6] a new build is offered until somebody takes it, and never forced', async () => {
    const page = await stage.person('karin', '/board/kungsbacka', DEVICES.pc, KEEPS)
    await appIsKept(page)
    const other = await page.context().newPage()
    await other.goto('/board/kungsbacka')
    await expect(other.getByText('Allt sparat')).toBeVisible()

    await stage.server.stop()
    await makeSecondBuild()
    await stage.server.startAgain()
    for (const one of [page, other])
      await expect(one.getByText('En ny version finns')).toBeVisible()
    await page.reload()
    await expect(page.getByText('En ny version finns')).toBeVisible()
    await expect(isSecondBuild(page)).toHaveCount(0)

    await page.getByRole('button', { name: 'Hämta den' }).click()
    await expect(isSecondBuild(page)).toHaveCount(1)
    await expect(page.getByText('Allt sparat')).toBeVisible()
    await expect(page.getByText('En ny version finns')).toBeHidden()

    await expect(isSecondBuild(other)).toHaveCount(0)
    await other.getByRole('link', { name: 'Min dag' }).click()
    await expect(other.getByRole('button', { name: 'Hämta den' })).toBeVisible()
    await other.getByRole('button', { name: 'Hämta den' }).click()
    await expect(isSecondBuild(other)).toHaveCount(1)
  })

  test('[H6] words that are not sent are asked for before a new build replaces their page', async () => {
    const page = await stage.person('karin', '/board/kungsbacka', DEVICES.pc, KEEPS)
    await appIsKept(page)
    await page.getByRole('button', { name: 'Ny vårdbegäran' }).click()
    await page.getByLabel('Patient').fill('Gunvor')
    await stage.server.stop()
    await makeSecondBuild()
    await stage.server.startAgain()
    const [question] = await Promise.all([
      page.waitForEvent('dialog'),
      page.getByRole('button', { name: 'Hämta den' }).click(),
    ])
    await question.dismiss()
    await expect(page.getByLabel('Patient')).toHaveValue('Gunvor')
    await expect(page.getByRole('button', { name: 'Hämta den' })).toBeVisible()
  })

  test('[H6] a wall takes a new build by itself when nothing would be missed', async () => {
    const wall = await stage.wall('halmstad', KEEPS)
    await wall.addInitScript(() => (Math.random = () => 0))
    await wall.reload()
    await appIsKept(wall)
    await expect(wall.getByText(/Bekräftad/)).toBeVisible()
    await stage.server.stop()
    await makeSecondBuild()
    await stage.server.startAgain()
    const jonas = await stage.person('jonas', '/day?board=halmstad', DEVICES.tablet)
    await expect(wall.getByText(/Bekräftad/)).toBeVisible()
    await newerIsReady(wall)
    await expect(isSecondBuild(wall)).toHaveCount(0) // an acute case that nobody has seen
    await jonas.getByRole('button', { name: 'Sedd', exact: true }).tap()
    await expect(isSecondBuild(wall)).toHaveCount(1)
    await expect(wall.getByText(/Bekräftad/)).toBeVisible()
  })
})
