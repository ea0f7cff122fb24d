import type { CDPSession, Locator, Page } from 'playwright'
import { expect } from './expect.ts'

type Point = { readonly x: number; readonly y: number }
type Lane = { readonly name: string; readonly count: number; readonly titles: string[] }

/** The board as a person sees and handles it: lanes and cards by their names. */
export class BoardPage {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  lane(name: string): Locator {
    return this.page.getByRole('region', { name, exact: true })
  }

  card(title: string): Locator {
    return this.page.getByRole('article').filter({ has: this.link(title) })
  }

  cardIn(lane: string, title: string): Locator {
    return this.lane(lane)
      .getByRole('article')
      .filter({ has: this.link(title) })
  }

  link(title: string): Locator {
    return this.page.getByRole('link', { name: title, exact: true })
  }

  get saved(): Locator {
    return this.page.getByText(/Allt sparat \d\d:\d\d:\d\d/)
  }

  /** The cards of each lane from top to bottom, once as many are drawn as the lane counts. */
  async layout(): Promise<Record<string, readonly string[]>> {
    let lanes: Lane[] = []
    const undrawn = async () => {
      lanes = await this.#lanes()
      return lanes.map(({ count, titles }) => count - titles.length)
    }
    await expect.poll(undrawn).toEqual([0, 0, 0, 0, 0])
    return Object.fromEntries(lanes.map(({ name, titles }) => [name, titles]))
  }

  /** Lets no time pass here from now on: what is offered for seconds only, stays. */
  async stopTime(): Promise<void> {
    await this.page.clock.install()
    await this.page.reload() // all of a page's clocks have to be the same kind from its start
    await this.layout()
    // The server sets right what is far ahead, so the moment is near; who comes late for it fails.
    const pause = () => this.page.clock.pauseAt(Date.now() + 1_000)
    await expect(pause).toPass({ timeout: 30_000 })
  }

  /** "Flytta till…", from the card's own menu. */
  async moveTo(title: string, lane: string): Promise<void> {
    await this.card(title)
      .getByRole('button', { name: /Åtgärder|Flytta/ })
      .click()
    await this.page.getByRole('menuitem', { name: lane }).click()
    await expect(this.cardIn(lane, title)).toBeVisible()
  }

  /** Drags a card into a lane, with everything but the last gesture. */
  async carryByMouse(title: string, to: string): Promise<void> {
    const [from, target] = await this.#way(title, to)
    await this.page.mouse.move(from.x, from.y)
    await this.page.mouse.down()
    await this.page.mouse.move(target.x, target.y, { steps: 8 })
    await this.#slotOpensIn(to)
  }

  async dragByMouse(title: string, to: string): Promise<void> {
    await this.carryByMouse(title, to)
    await this.page.mouse.up()
  }

  /** Long press, drag, lift: what a finger does, by the browser's own touch events. */
  async dragByTouch(title: string, to: string): Promise<void> {
    const [from, target] = await this.#way(title, to)
    const finger = await this.page.context().newCDPSession(this.page)
    await touch(finger, 'touchStart', from)
    await expect(this.page.locator('#dnd-action-dragged-el')).toBeVisible()
    await touch(finger, 'touchMove', { x: (from.x + target.x) / 2, y: target.y })
    await touch(finger, 'touchMove', target)
    await this.#slotOpensIn(to)
    await touch(finger, 'touchEnd')
  }

  /** Tab to the lane, arrows to the card, space to pick it up, arrows to carry it, space. */
  async carryByKeyboard(title: string, ...arrows: readonly string[]): Promise<void> {
    await this.focusByKeyboard(title)
    for (const key of ['Space', ...arrows, 'Space']) await this.page.keyboard.press(key)
  }

  /** Tab stops once in each lane; arrows lead from card to card. */
  async focusByKeyboard(title: string): Promise<void> {
    const wanted = this.link(title)
    await expect(wanted).toBeVisible()
    const list = this.page.getByRole('list').filter({ has: wanted })
    const focus = this.page.locator(':focus')
    for (let stops = 0; (await list.locator(focus).count()) === 0; stops++) {
      if (stops > 60) throw new Error(`Tab does not lead to the lane of ${title}`)
      await this.page.keyboard.press('Tab')
    }
    await this.page.keyboard.press('Home')
    for (let cards = 0; (await wanted.and(focus).count()) === 0; cards++) {
      if (cards > 60) throw new Error(`the arrows do not lead to ${title}`)
      await this.page.keyboard.press('ArrowDown')
    }
  }

  /** All lanes at one moment; as `textContent`, since what is out of sight has no `innerText`. */
  #lanes(): Promise<Lane[]> {
    return this.page.locator('section.lane').evaluateAll((lanes) =>
      lanes.map((lane) => {
        const textsOf = (part: string) =>
          [...lane.querySelectorAll(part)].map(({ textContent }) => textContent)
        return {
          name: textsOf('h2').join(),
          count: Number(textsOf('.count').join()),
          titles: textsOf('article a'),
        }
      }),
    )
  }

  async #way(title: string, to: string): Promise<[Point, Point]> {
    await this.layout() // nothing more will be drawn while it is dragged
    const card = this.card(title)
    await expect(this.page.getByRole('listitem').filter({ has: card })).toHaveCSS('cursor', 'grab')
    await card.scrollIntoViewIfNeeded()
    const lane = this.lane(to).getByRole('list', { name: to })
    return [await spotOn(card), await spotOn(lane)]
  }

  async #slotOpensIn(lane: string): Promise<void> {
    await expect(this.lane(lane).getByText('Släpp här')).toBeVisible()
  }
}

/** Near the top and towards the left, away from buttons. */
async function spotOn(element: Locator): Promise<Point> {
  const box = await element.boundingBox()
  if (!box) throw new Error('it is not on the page')
  return { x: box.x + box.width / 3, y: box.y + Math.min(40, box.height / 2) }
}

async function touch(
  finger: CDPSession,
  type: 'touchStart' | 'touchMove' | 'touchEnd',
  at?: Point,
): Promise<void> {
  await finger.send('Input.dispatchTouchEvent', { type, touchPoints: at ? [at] : [] })
}
