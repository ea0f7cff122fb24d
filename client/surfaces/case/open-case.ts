import { createContext } from 'svelte'
import type * as Y from 'yjs'
import { accessOf, may, mayShow } from '../../../shared/access.ts'
import { isSeen } from '../../../shared/acute.ts'
import { entryOf, sbarText } from '../../../shared/board-document.ts'
import type { Case, SbarPart } from '../../../shared/case.ts'
import {
  editField,
  type EditableField,
  type EditField,
} from '../../../shared/commands/edit-field.ts'
import { markSeen } from '../../../shared/commands/mark-seen.ts'
import type { CaseId } from '../../../shared/ids.ts'
import { m } from '../../i18n/paraglide/messages.js'
import { refusalWords } from '../../i18n/words.ts'
import type { BoardState, Command } from '../../state/board.svelte.ts'
import type { Draft, DraftKind, Drafts } from '../../state/drafts.svelte.ts'
import { caseTitle } from '../../ui/card-text.ts'

type ValueOf<F extends EditableField> = Extract<EditField, { field: F }>['value']

/** The case that a panel shows, and the changes that its user may make to it. */
export class OpenCase {
  readonly board: BoardState
  readonly id: CaseId
  readonly #drafts: Drafts

  constructor(board: BoardState, drafts: Drafts, id: CaseId) {
    this.board = board
    this.#drafts = drafts
    this.id = id
  }

  get one(): Case {
    const one = this.board.case(this.id)
    if (!one) throw new Error('an open case has left the board')
    return one
  }

  /** Whether this person changes anything on this board; comments and receipts need no more. */
  get writable(): boolean {
    return accessOf(this.board.me.role) === 'write'
  }

  get editable(): boolean {
    return this.writable && this.one.closed.how === null
  }

  /** Whether this person is a doctor to whom nobody has come first. */
  get maySee(): boolean {
    return this.editable && !isSeen(this.one) && may(this.board.me.role, 'seen')
  }

  /** Whether this person may see who the patient is. */
  get revealed(): boolean {
    return mayShow(this.one, this.board.me)
  }

  /** One of its texts, for places in it; what it says is read from `one`. */
  textOf(part: SbarPart): Y.Text | null {
    const entry = entryOf(this.board.doc, this.id)
    return entry && sbarText(entry, part)
  }

  /** What to call it where others may read along. */
  get name(): string {
    return caseTitle(this.one)
  }

  /** What is being written about this case, and not sent yet. */
  draft(kind: DraftKind): Draft {
    return this.#drafts.of(this.id, kind)
  }

  /**
   * Does a command on this case.
   * @returns why it was not done, in words; null when it was, or when there was nothing to do
   */
  run<P extends { case: CaseId }>(
    command: Command<P>,
    props: Omit<P, 'case'>,
    said: string | null = null,
  ): string | null {
    const outcome = this.board.run(command, { ...props, case: this.id } as P, said)
    return outcome.ok || outcome.reason === 'nothing-changed'
      ? null
      : refusalWords[outcome.reason]()
  }

  see(): void {
    this.run(markSeen, {}, m.said_seen({ case: this.name }))
  }

  /** @param what the field's name, for the undo toast: "Du ändrade kontaktorsak för Astrid D." */
  edit<F extends EditableField>(field: F, value: ValueOf<F>, what: string): string | null {
    const said = m.said_edit({ what: what.toLowerCase(), case: this.name })
    return this.run(editField, { field, value } as Omit<EditField, 'case'>, said)
  }
}

export const [getOpenCase, setOpenCase] = createContext<OpenCase>()
