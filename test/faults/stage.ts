import * as Y from 'yjs'
import type { Stamp } from '../../shared/access.ts'
import { readCase } from '../../shared/read-case.ts'
import { addComment } from '../../shared/commands/add-comment.ts'
import { createCase } from '../../shared/commands/create-case.ts'
import { editField } from '../../shared/commands/edit-field.ts'
import { newCaseId, newCommentId, type CaseId } from '../../shared/ids.ts'
import { SyncType } from '../../shared/wire.ts'
import { Peer } from '../server/sync/support/peer.ts'
import { asKarin, requestFor } from '../shared/support/board.ts'
import { ServerProcess } from '../support/server-process.ts'
import { boardNamed, signIn } from '../support/session.ts'
import type { StoreFault } from '../support/store-faults.ts'

const STORE_FAULTS = `${import.meta.dirname}/../support/store-faults.ts`

type Name = 'karin' | 'amina'
type Joining = { readonly who?: Name; readonly doc?: Y.Doc; readonly address?: string }

/** A server whose store fails as a test orders, and who works on one of its boards. */
export class FaultStage implements AsyncDisposable {
  readonly server: ServerProcess
  /** Where the board is, for our own client. */
  readonly address: string
  readonly cookies: Readonly<Record<Name, string>>

  private constructor(server: ServerProcess, address: string, cookies: Record<Name, string>) {
    this.server = server
    this.address = address
    this.cookies = cookies
  }

  static async start(): Promise<FaultStage> {
    const server = await ServerProcess.start({ LOG_LEVEL: 'silent' }, [STORE_FAULTS])
    const [karin, amina] = [await signIn(server.url, 'karin'), await signIn(server.url, 'amina')]
    const { id, epoch } = await boardNamed(server.url, karin, 'kungsbacka')
    const address = `${server.url.replace('http', 'ws')}/sync/${id}@${epoch}?frames=1`
    return new FaultStage(server, address, { karin, amina })
  }

  get folder(): string {
    return this.server.folder
  }

  /** Karin or Amina, at one more device. */
  join({ who = 'karin', doc = new Y.Doc(), address = this.address }: Joining = {}): Promise<Peer> {
    return new Peer(address, this.cookies[who], {}, doc).sync()
  }

  /** Karin, with a case of hers that is on disk. */
  async author(address = this.address): Promise<Author> {
    const author = new Author(await this.join({ address }))
    await author.saved()
    return author
  }

  fault = (fault: StoreFault): Promise<void> => this.server.tell(fault)

  /** What it answers to whoever watches over it. */
  async status(path: '/healthz' | '/readyz'): Promise<number> {
    return (await fetch(`${this.server.url}${path}`)).status
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.server[Symbol.asyncDispose]()
  }
}

/** Somebody who writes one reason after the other into a case of their own. */
export class Author {
  readonly case: CaseId = newCaseId()
  peer: Peer
  #sent = 0
  #written = 0

  constructor(peer: Peer) {
    this.peer = peer
    this.#edit((doc, stamp) => createCase(doc, requestFor(this.case), stamp))
  }

  /** Writes the next reason, and gives it. */
  write(): string {
    const value = { text: `reason ${++this.#written}` }
    this.#edit((doc, stamp) => editField(doc, { case: this.case, field: 'reason', value }, stamp))
    return value.text
  }

  /** Does something to the board, in one update. */
  does(task: (doc: Y.Doc) => void): void {
    this.#edit(task)
  }

  comment(text: string): void {
    this.#edit((doc, stamp) =>
      addComment(doc, { case: this.case, comment: newCommentId(), text }, stamp),
    )
  }

  /** Resolves when all that it sent on this socket is acknowledged. */
  saved = (): Promise<true | undefined> =>
    this.peer.until(() => this.#acknowledged >= this.#sent || undefined)

  get hasAllSaved(): boolean {
    return this.#acknowledged >= this.#sent
  }

  /** Comes back on a new socket with all it has, as a client does. */
  async comeBack(stage: FaultStage): Promise<void> {
    this.peer = await stage.join({ doc: this.peer.doc })
    this.#sent = 1
    this.peer.send(SyncType.step2, Y.encodeStateAsUpdate(this.peer.doc, await this.peer.asked()))
  }

  /** What it has been told of the saving. */
  get rulings(): string[] {
    return this.peer.frames('ruling').map(({ kind }) => kind)
  }

  #edit(task: (doc: Y.Doc, stamp: Stamp) => unknown): void {
    this.#sent++
    this.peer.edit((doc) => task(doc, asKarin(Date.now())))
  }

  get #acknowledged(): number {
    return this.peer.frames('saved').at(-1)?.received ?? 0
  }
}

/** The reason that a peer sees in a case. */
export const reasonIn = (peer: Peer, id: CaseId): string | null =>
  readCase(peer.doc, id)?.reason.text ?? null
