import { SvelteMap } from 'svelte/reactivity'
import type { BoardId, CaseId } from '../../../shared/ids.ts'
import type { Agreement, EnteredMeeting } from '../../../shared/meeting-api.ts'
import type { Api } from '../../net/api.ts'
import type { Drafts } from '../../state/drafts.svelte.ts'

/** What becomes of one's word on a case. */
export type WordState = 'none' | 'waiting' | 'saved' | 'over'

/**
 * One's own words for a meeting's minutes. What the server does not have waits here and is sent
 * again; a note's words stay in its draft until the server has them.
 */
export class Words {
  readonly #api: Pick<Api, 'agree'>
  readonly #board: BoardId
  readonly #meeting: EnteredMeeting['meeting']
  readonly #drafts: Drafts
  readonly #waiting = new SvelteMap<CaseId, Agreement>()
  readonly #notes: SvelteMap<CaseId, string>
  /** Cases on which the meeting took no more words. */
  readonly #over = new SvelteMap<CaseId, true>()
  /** Whether the last try to send did not get through. */
  #isStuck = $state(false)
  #sending: Promise<void> | null = null

  constructor(api: Pick<Api, 'agree'>, board: BoardId, entered: EnteredMeeting, drafts: Drafts) {
    this.#api = api
    this.#board = board
    this.#meeting = entered.meeting
    this.#drafts = drafts
    this.#notes = new SvelteMap(entered.notes.map((one) => [one.case, one.note]))
  }

  get waiting(): number {
    return this.#waiting.size
  }

  /** What one has noted, as the minutes have it. */
  noteOn(id: CaseId): string {
    return this.#notes.get(id) ?? ''
  }

  stateOf(id: CaseId): WordState {
    if (this.#over.has(id)) return 'over'
    if (this.#waiting.has(id)) return this.#isStuck ? 'waiting' : 'none'
    return this.#notes.has(id) ? 'saved' : 'none'
  }

  /** Something was agreed on the board about a case: the minutes tell of it. */
  agree(id: CaseId): Promise<void> {
    return this.#say(id, {})
  }

  note(id: CaseId, note: string): Promise<void> {
    return this.#say(id, { note })
  }

  /** Sends what waits, one after the other; what cannot be sent stays. */
  async send(): Promise<void> {
    if (this.#waiting.size > 0) await (this.#sending ??= this.#sendAll())
  }

  async #sendAll(): Promise<void> {
    for (;;) {
      const [next] = this.#waiting // what was said while another was sent waits there too
      this.#isStuck = next !== undefined && !(await this.#sent(...next))
      if (next === undefined || this.#isStuck) break
    }
    this.#sending = null
  }

  #say(id: CaseId, agreed: Agreement): Promise<void> {
    this.#over.delete(id)
    this.#waiting.set(id, { ...this.#waiting.get(id), ...agreed })
    return this.send()
  }

  /** Whether the server has answered, be it that it takes no more. */
  async #sent(id: CaseId, agreed: Agreement): Promise<boolean> {
    const answer = await this.#api.agree(this.#board, this.#meeting.id, id, agreed)
    if (!answer.ok && answer.failure !== 'not-found') return false
    if (this.#waiting.get(id) === agreed) this.#waiting.delete(id)
    if (!answer.ok) this.#over.set(id, true)
    else this.#keep(id, agreed.note)
    return true
  }

  #keep(id: CaseId, note = this.noteOn(id)): void {
    this.#notes.set(id, note)
    const draft = this.#drafts.of(id, 'minutes')
    if (draft.text.trim() === note) draft.text = ''
  }
}
