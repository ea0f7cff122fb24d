import { describe, test } from 'vitest'
import { expect } from './support/expect.ts'
import { DEVICES, Stage } from './support/stage.ts'

describe('handover', () => {
  const stage = new Stage()

  test('[F2] [F3] [F5] an evening is handed over on paper; what came back is looked at by one tap', async () => {
    const karin = await stage.person('karin', '/handover/kungsbacka', DEVICES.pc)
    const evening = karin.getByRole('region', { name: /^Kväll och natt/ })
    const opened = karin.waitForEvent('popup')
    await evening.getByRole('button', { name: 'Skriv ut' }).click()
    const paper = await opened
    await expect(paper.getByRole('heading', { name: /^Överlämning till kväll/ })).toBeVisible()
    await expect(paper.getByRole('cell', { name: /Ring om blödning eller fall/ })).toBeVisible()
    await evening.getByText('På papper').click()
    await evening.getByRole('button', { name: 'Överlämnat (1)' }).click()
    await expect(evening.getByText(/av Karin Lindqvist \(på papper\)$/)).toBeVisible()

    const sara = await stage.person('sara', '/day?board=kungsbacka', DEVICES.tablet)
    const night = sara.getByRole('region', { name: /^Från natten/ })
    await expect(night).toContainText('Ring om två kilo upp')
    await night.getByRole('button', { name: 'Tittat på Sixten V.' }).tap()
    await expect(night).toBeHidden()
    await sara.getByRole('button', { name: /^Ångra/ }).tap()
    await expect(night).toBeVisible()
  })
})
