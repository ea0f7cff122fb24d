import type { Clash } from '../../shared/clashes.ts'
import type { Timestamp } from '../../shared/clock.ts'
import { listText, whenText } from '../i18n/format.ts'
import { m } from '../i18n/paraglide/messages.js'
import type { BoardState } from '../state/board.svelte.ts'
import { caseTitle } from './card-text.ts'

type Board = Pick<BoardState, 'people' | 'case'>

/** Who is wanted elsewhere, a line for each other visit: "Sara Lindgren har redan Elsa M. 10:30". */
export function clashTexts(clashes: readonly Clash[], board: Board, now: Timestamp): string[] {
  const byVisit = Map.groupBy(clashes, (clash) => clash.with)
  return [...byVisit].map(([id, same]) => {
    const other = board.case(id)
    const names = same.map(({ person }) => board.people.get(person)?.name ?? m.person_unknown())
    return m.clash_with({
      person: listText(names),
      case: other ? caseTitle(other) : '',
      time: whenText(same[0]?.start ?? now, now),
    })
  })
}
