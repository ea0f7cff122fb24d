import { accessOf, type Access } from '../../shared/access.ts'
import { NO_SETTINGS } from '../../shared/board.ts'
import type { BoardId, Epoch, UserId } from '../../shared/ids.ts'
import type { Person } from '../../shared/person.ts'
import type { Database } from '../store/schema.ts'
import type { Team } from './gate.ts'
import type { Principal } from './principal.ts'

export type Board = {
  readonly id: BoardId
  readonly name: string
  readonly team: string
  readonly phone: string
  readonly epoch: Epoch
}

export type OpenBoard = Board & { readonly access: Access }

const COLUMNS = ['id', 'name', 'team', 'phone', 'epoch'] as const

/** The boards of this server and who belongs to them. */
export class Boards {
  readonly #db: Database

  constructor(db: Database) {
    this.#db = db
  }

  async find(id: BoardId): Promise<Board | null> {
    const found = this.#db.selectFrom('boards').select(COLUMNS).where('id', '=', id)
    return (await found.executeTakeFirst()) ?? null
  }

  async all(): Promise<Board[]> {
    return await this.#db.selectFrom('boards').select(COLUMNS).orderBy('id').execute()
  }

  /** What stands open to a principal: a person's boards, first joined first, or a display's one. */
  async openTo(principal: Principal): Promise<OpenBoard[]> {
    if (principal.kind === 'display') {
      const board = await this.find(principal.board)
      return board === null ? [] : [{ ...board, access: 'display' }]
    }
    const { id, role } = principal.person
    const boards = await this.#db
      .selectFrom('boards')
      .innerJoin('memberships', 'memberships.board', 'boards.id')
      .where('memberships.account', '=', id)
      .select(COLUMNS)
      .orderBy('memberships.place')
      .execute()
    return boards.map((board) => ({ ...board, access: accessOf(role) }))
  }

  async members(board: BoardId): Promise<Person[]> {
    return await this.#db
      .selectFrom('accounts')
      .innerJoin('memberships', 'memberships.account', 'accounts.id')
      .where('memberships.board', '=', board)
      .select(['id', 'name', 'initials', 'role'])
      .orderBy('id')
      .execute()
  }

  async team(id: BoardId): Promise<Team> {
    const board = await this.find(id)
    if (board === null) throw new Error(`There is no board ${id}`)
    const { name, team, phone } = board
    return { settings: { ...NO_SETTINGS, name, team, phone }, people: await this.members(id) }
  }

  /** What the board calls itself now is what lists of boards and the log call it. */
  async rename(id: BoardId, { name, team, phone }: Team['settings']): Promise<void> {
    if (name === '') return // a document that does not know its name
    await this.#db.updateTable('boards').set({ name, team, phone }).where('id', '=', id).execute()
  }

  async create(board: Board): Promise<void> {
    await this.#db.insertInto('boards').values(board).execute()
  }

  async addMember(board: BoardId, account: UserId): Promise<void> {
    const { joined } = await this.#db
      .selectFrom('memberships')
      .where('account', '=', account)
      .select((of) => of.fn.countAll<number>().as('joined'))
      .executeTakeFirstOrThrow()
    await this.#db.insertInto('memberships').values({ board, account, place: joined }).execute()
  }
}
