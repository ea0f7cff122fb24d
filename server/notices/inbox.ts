import type { BoardId, UserId } from '../../shared/ids.ts'
import {
  noticeKind,
  NOTICES_MAX,
  READ_NOTICE_DAYS,
  type Notice,
  type NoticeKind,
  type NoticePage,
  type NoticesRead,
} from '../../shared/notices.ts'
import type { Database } from '../store/schema.ts'
import type { NoticeNews } from '../store/update-log.ts'
import { whenFree } from '../store/when-free.ts'
import { writeNotices } from '../store/write-notices.ts'

const READ_NOTICE_MS = READ_NOTICE_DAYS * 24 * 3_600_000

/** What each person is told of, what of it they have read, and what they want to hear. */
export class Inbox {
  readonly #db: Database
  readonly #now: () => number

  constructor(db: Database, now: () => number = Date.now) {
    this.#db = db
    this.#now = now
  }

  /** What came after a number, the newest first. Of boards that are not theirs any more nothing. */
  async page(person: UserId, after: number): Promise<NoticePage> {
    const rows = await this.#of(person)
      .leftJoin('accounts', 'accounts.id', 'notices.caused_by')
      .selectAll('notices')
      .select('accounts.name as causer')
      .where('number', '>', after)
      .orderBy('number', 'desc')
      .limit(NOTICES_MAX)
      .execute()
    const notices = rows.map(({ board, number, code, kind, at, ...row }): Notice => ({
      ...{ board, number, code, kind, at },
      case: row.case_id,
      by:
        row.caused_by === null || row.causer === null
          ? null
          : { id: row.caused_by, name: row.causer },
      readAt: row.read_at,
    }))
    const { unread } = await this.waiting(person)
    return { notices, unread }
  }

  /** How many are unread, and the newest of these; 0 where none is. */
  async waiting(person: UserId): Promise<{ unread: number; newest: number }> {
    const { unread, newest } = await this.#of(person)
      .where('read_at', 'is', null)
      .select((of) => [
        of.fn.countAll<number>().as('unread'),
        of.fn.max<number | null>('number').as('newest'),
      ])
      .executeTakeFirstOrThrow()
    return { unread: Number(unread), newest: Number(newest ?? 0) }
  }

  async markRead(person: UserId, which: NoticesRead): Promise<void> {
    const mark = this.#db
      .updateTable('notices')
      .set({ read_at: this.#now() })
      .where('person', '=', person)
      .where('read_at', 'is', null)
    const some =
      'upTo' in which
        ? mark.where('number', '<=', which.upTo)
        : mark.where('board', '=', which.board).where('case_id', '=', which.case)
    await whenFree(() => some.execute())
  }

  async muted(person: UserId): Promise<NoticeKind[]> {
    const found = this.#db.selectFrom('inboxes').select('muted').where('person', '=', person)
    const words = (await found.executeTakeFirst())?.muted.split(' ') ?? []
    return words.flatMap((word) => noticeKind.safeParse(word).data ?? [])
  }

  /** From now on: what was written before stays. */
  async mute(person: UserId, kinds: readonly NoticeKind[]): Promise<void> {
    const muted = [...new Set(kinds)].join(' ')
    const keep = this.#db
      .insertInto('inboxes')
      .values({ person, last: 0, muted })
      .onConflict((conflict) => conflict.column('person').doUpdateSet({ muted }))
    await whenFree(() => keep.execute())
  }

  /** Tells people of what no update of a board has caused; gives those to whom it was new. */
  async tell(board: BoardId, notices: readonly NoticeNews[]): Promise<UserId[]> {
    return await whenFree(() =>
      this.#db.transaction().execute((on) => writeNotices(on, [{ board, notices }])),
    )
  }

  /** What was read long ago is gone. */
  async tidy(): Promise<void> {
    const before = this.#now() - READ_NOTICE_MS
    await whenFree(() => this.#db.deleteFrom('notices').where('read_at', '<', before).execute())
  }

  #of(person: UserId) {
    return this.#db
      .selectFrom('notices')
      .innerJoin('memberships', (join) =>
        join
          .onRef('memberships.board', '=', 'notices.board')
          .onRef('memberships.account', '=', 'notices.person'),
      )
      .where('notices.person', '=', person)
  }
}
