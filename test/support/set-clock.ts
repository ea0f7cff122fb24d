/**
 * Loaded into a server's process before the server (`node --import`): its clock is ahead of the
 * machine's by `CLOCK_AHEAD`, and then by as much as the test says.
 */
export type ClockOrder = { readonly ahead: number }

const now = Date.now
let ahead = Number(process.env.CLOCK_AHEAD ?? 0)
Date.now = () => now() + ahead

process.on('message', (order: ClockOrder | object) => {
  if (!('ahead' in order)) return // another preload's
  ahead = order.ahead
  process.send?.('heard')
})
process.channel?.unref()
