// Runs in the page before its own scripts, because only there is it known when a frame is drawn.
// `expectedCards` is set beforehand; `visit` becomes the milestones' times.

const links = () => document.querySelectorAll('[data-case] a')

/** The time when the first frame that shows it has been drawn. */
async function drawn(shown) {
  while (!shown()) await new Promise(requestAnimationFrame)
  await new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = resolve // the next task begins when the frame's work is over
    port2.postMessage(null)
  })
  return performance.now()
}

async function visitBoard() {
  const allCards = drawn(() => links().length >= globalThis.expectedCards)
  const firstCards = await drawn(() => links().length > 0)
  const [first, second] = links()
  first.focus()
  first.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }))
  const keyAnswered = await drawn(() => document.activeElement === second)
  second.click()
  const caseOpen = await drawn(() => document.querySelector('[role=dialog] h2') !== null)
  const [paint] = performance.getEntriesByName('first-contentful-paint')
  const firstPaint = paint.startTime
  return { firstPaint, firstCards, keyAnswered, caseOpen, allCards: await allCards }
}

globalThis.visit = visitBoard()
