import type { UserId } from '../../shared/ids.ts'
import { initialsOf, ROLES, type Person, type Role } from '../../shared/person.ts'
import type { Database } from '../store/schema.ts'
import { decoyHash, hashPassword, passwordFits } from './passwords.ts'

export type NewAccount = {
  /** Also the name to sign in with: lower case. */
  readonly id: UserId
  readonly name: string
  readonly role: Role
  readonly password: string
  readonly demo: boolean
}

/** People who sign in with a name and a password of this server's own. */
export class Accounts {
  readonly #db: Database
  readonly #demoSignIn: boolean
  readonly #decoy = decoyHash()

  /** @param demoSignIn whether demo accounts, whose password everybody knows, may sign in */
  constructor(db: Database, demoSignIn: boolean) {
    this.#db = db
    this.#demoSignIn = demoSignIn
  }

  async create({ id, name, role, password, demo }: NewAccount): Promise<void> {
    await this.#db
      .insertInto('accounts')
      .values({
        id,
        name,
        initials: initialsOf(name),
        role,
        password_hash: await hashPassword(password),
        demo: demo ? 1 : 0,
      })
      .execute()
  }

  /** The account that fits; null alike, and after the same work, for a wrong name and password. */
  async verify(username: string, password: string): Promise<UserId | null> {
    const account = await this.#db
      .selectFrom('accounts')
      .select(['id', 'password_hash', 'demo'])
      .where('id', '=', username.toLowerCase() as UserId)
      .executeTakeFirst()
    const fits = await passwordFits(account?.password_hash ?? (await this.#decoy), password)
    if (account === undefined || !fits) return null
    return account.demo === 1 && !this.#demoSignIn ? null : account.id
  }

  /** Null for an account that is gone, or whose kind may not be signed in here. */
  async person(id: UserId): Promise<Person | null> {
    const account = await this.#db
      .selectFrom('accounts')
      .select(['id', 'name', 'initials', 'role', 'demo'])
      .where('id', '=', id)
      .executeTakeFirst()
    if (account === undefined) return null
    const { demo, ...person } = account
    return demo === 1 && !this.#demoSignIn ? null : person
  }

  /** Accounts to offer for signing in with one tap; none where they may not. */
  async demoAccounts(): Promise<Person[]> {
    if (!this.#demoSignIn) return []
    const people = await this.#db
      .selectFrom('accounts')
      .select(['id', 'name', 'initials', 'role'])
      .where('demo', '=', 1)
      .orderBy('id')
      .execute()
    return people.sort((a, b) => ROLES.indexOf(a.role) - ROLES.indexOf(b.role))
  }
}
