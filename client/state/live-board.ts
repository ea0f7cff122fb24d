import { HybridClock } from '../../shared/clock.ts'
import type { BoardId } from '../../shared/ids.ts'
import type { Person } from '../../shared/person.ts'
import type { Superseded } from '../../shared/ruling.ts'
import { m } from '../i18n/paraglide/messages.js'
import { refusalWords } from '../i18n/words.ts'
import type { ServerClock } from '../net/server-clock.ts'
import type { Alerts } from './alerts.svelte.ts'
import type { OpenLink } from './board-link.svelte.ts'
import { BoardState } from './board.svelte.ts'
import type { Notices } from './notices.svelte.ts'
import type { Now } from './now.svelte.ts'
import { PresenceState } from './presence.svelte.ts'
import { UndoState } from './undo.svelte.ts'

export type BoardParts = {
  clock: ServerClock
  now: Now
  notices: Notices
  alerts: Pick<Alerts, 'ask'>
}
export type LiveParts<L extends OpenLink = OpenLink> = ReturnType<typeof openBoard<L>>

/**
 * A board with all that belongs to it, wired together.
 * @param linkWith makes its link, which tells of own changes that did not come to stand
 */
export function openBoard<L extends OpenLink>(
  id: BoardId,
  me: Person,
  { clock, notices, alerts }: BoardParts,
  linkWith: (superseded: (ruling: Superseded) => void) => L,
) {
  const link = linkWith((ruling) => {
    if (undo.forget(ruling)) notices.withdraw(undoAction)
  })
  const board = new BoardState({ id, doc: link.doc, me }, new HybridClock(() => clock.now()), {
    done: (changes, said) => {
      // Words that several people write are not taken back; an earlier change still can be.
      if (changes.some(({ kind }) => kind !== 'text' && kind !== 'comments')) undo.record(changes)
      if (said !== null) notices.show(said, undoAction)
    },
    refused: (reason) => {
      if (reason !== 'nothing-changed') notices.show(refusalWords[reason]())
    },
    watched: () => link.watched(),
  })
  const undo = new UndoState(
    (changes) => board.revert(changes),
    () => notices.show(m.undo_done()),
  )
  const undoAction = { label: m.action_undo, key: 'Z', run: () => void undo.undo() }
  const presence = new PresenceState(id, me.id, () => void alerts.ask())

  return {
    link,
    board,
    undo,
    presence,
    destroy(): void {
      notices.withdraw(undoAction)
      undo.destroy()
      presence.destroy()
      board.destroy()
      link.destroy()
    },
  }
}
