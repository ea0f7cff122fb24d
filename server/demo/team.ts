import { boardId, epoch, userId } from '../../shared/ids.ts'
import type { Role } from '../../shared/person.ts'
import { Accounts } from '../identity/accounts.ts'
import { Boards, type Board } from '../identity/boards.ts'
import type { Database } from '../store/schema.ts'

const PASSWORD = 'demo'

const PEOPLE: readonly { id: string; name: string; role: Role }[] = [
  { id: 'karin', name: 'Karin Lindqvist', role: 'nurse' },
  { id: 'amina', name: 'Amina Hassan', role: 'nurse' },
  { id: 'sara', name: 'Sara Lindgren', role: 'doctor' },
  { id: 'jonas', name: 'Jonas Ekberg', role: 'doctor' },
  { id: 'maria', name: 'Maria Nordin', role: 'manager' },
]

/** Numbers of a range that nobody can be given. */
const BOARDS = [
  { id: 'kungsbacka', name: 'Kungsbacka', team: 'Team Norr', phone: '070-174 06 00' },
  { id: 'halmstad', name: 'Halmstad', team: 'Team Söder', phone: '070-174 06 01' },
]

/** Creates the invented team with its boards; every one of them belongs to both. */
export async function createDemoTeam(db: Database): Promise<Board[]> {
  const [accounts, boards] = [new Accounts(db, true), new Boards(db)]
  const people = PEOPLE.map((person) => ({ ...person, id: userId.parse(person.id) }))
  for (const person of people) await accounts.create({ ...person, password: PASSWORD, demo: true })
  const first = epoch.parse(1)
  const created = BOARDS.map((board) => ({ ...board, id: boardId.parse(board.id), epoch: first }))
  for (const board of created) {
    await boards.create(board)
    for (const { id } of people) await boards.addMember(board.id, id)
  }
  return created
}
