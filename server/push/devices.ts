import type { UserId } from '../../shared/ids.ts'
import type { PushSubscriptionBody } from '../../shared/push.ts'
import type { SessionId } from '../identity/principal.ts'
import { endedRows } from '../identity/session-life.ts'
import type { Database } from '../store/schema.ts'
import { whenFree } from '../store/when-free.ts'

/** A device that asked to be woken. */
export type Device = { readonly session: string; readonly subscription: PushSubscriptionBody }

/** Which devices are to be woken: one for each session, and not for longer than that. */
export class Devices {
  readonly #db: Database
  readonly #now: () => number

  constructor(db: Database, now: () => number = Date.now) {
    this.#db = db
    this.#now = now
  }

  async keep(session: SessionId, { endpoint, keys }: PushSubscriptionBody): Promise<void> {
    const { p256dh, auth } = keys
    const row = { endpoint, p256dh, auth }
    await whenFree(() =>
      this.#db.transaction().execute(async (on) => {
        // A browser has one: whoever used it before is not woken here any more.
        await on.deleteFrom('push_subscriptions').where('endpoint', '=', endpoint).execute()
        await on
          .insertInto('push_subscriptions')
          .values({ session, ...row })
          .onConflict((conflict) => conflict.column('session').doUpdateSet(row))
          .execute()
      }),
    )
  }

  async has(session: SessionId): Promise<boolean> {
    const found = this.#db.selectFrom('push_subscriptions').where('session', '=', session)
    return (await found.select('session').executeTakeFirst()) !== undefined
  }

  async forget(session: string): Promise<void> {
    const gone = this.#db.deleteFrom('push_subscriptions').where('session', '=', session)
    await whenFree(() => gone.execute())
  }

  /** Those of people who are still signed in on them. */
  async of(people: readonly UserId[]): Promise<Device[]> {
    if (people.length === 0) return []
    const rows = await this.#db
      .selectFrom('push_subscriptions')
      .innerJoin('sessions', 'sessions.id', 'push_subscriptions.session')
      .where('sessions.account', 'in', people)
      .where('sessions.revoked_at', 'is', null)
      .where((where) => where.not(endedRows(this.#now())))
      .select(['session', 'endpoint', 'p256dh', 'auth'])
      .execute()
    return rows.map(({ session, endpoint, p256dh, auth }) => ({
      session,
      subscription: { endpoint, keys: { p256dh, auth } },
    }))
  }

  /** Forgets those whose session nobody has seen end, as while the server was down. */
  async tidy(): Promise<void> {
    const alive = this.#db
      .selectFrom('sessions')
      .select('id')
      .where('revoked_at', 'is', null)
      .where((where) => where.not(endedRows(this.#now())))
    const gone = this.#db.deleteFrom('push_subscriptions').where('session', 'not in', alive)
    await whenFree(() => gone.execute())
  }
}
