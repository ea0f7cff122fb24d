import { mount, unmount, type ComponentProps } from 'svelte'
import { afterEach, vi } from 'vitest'
import '../../../client/styles/base.css'
import '../../../client/styles/tokens.css'
import type CaseCard from '../../../client/ui/CaseCard.svelte'
import type { Case, CaseFields } from '../../../shared/case.ts'
import { EMPTY_FIELDS } from '../../../shared/empty-case.ts'
import type { Lane } from '../../../shared/lane.ts'
import { anna } from '../../shared/support/board.ts'
import { aPerson } from '../../support/person.ts'
import CardStage from './CardStage.svelte'

/** Tuesday 10 March 2026, 09:42 in Stockholm. */
export const NOW = Date.parse('2026-03-10T09:42:00+01:00')
export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const today = (clock: string) => Date.parse(`2026-03-10T${clock}:00+01:00`)

export const karin = aPerson('karin', 'nurse', 'Karin Lindqvist')
export const sara = aPerson('sara', 'doctor', 'Sara Lindgren')
const people = new Map([karin, sara].map((one) => [one.id, one]))

export type Facts = { [F in keyof CaseFields]?: Partial<CaseFields[F]> } & {
  age?: number
  lane?: Lane
}

/** Anna, born 1935, for whom Karin asked `age` ago; what is given differs. */
export function caseWith({ age = 12 * MINUTE, lane = 'incoming', ...facts }: Facts): Case {
  const patient = { label: 'Anna D.', birthYear: 1935, ...facts.patient }
  const given: Facts = {
    nurse: { id: karin.id },
    reason: { text: 'Andnöd, KOL' },
    ...facts,
    patient,
  }
  const fields = Object.fromEntries(
    Object.entries(EMPTY_FIELDS).map(([name, empty]) => [
      name,
      { ...empty, ...given[name as keyof CaseFields] },
    ]),
  ) as unknown as CaseFields
  const at = NOW - age
  const by = karin.id
  return {
    id: anna,
    ...fields,
    lane: fields.closed.how === null ? lane : 'done',
    sbar: { situation: '', background: '', assessment: '', recommendation: '' },
    tasks: [],
    comments: [],
    meta: {
      code: 'H-07',
      createdAt: at,
      createdBy: by,
      movedAt: at,
      movedBy: by,
      touchedAt: at,
      touchedBy: by,
    },
  }
}

let shown: Record<string, unknown> | null = null

/** Shows a card to Sara, unless `more` says otherwise. */
export function show(one: Case, more: Partial<ComponentProps<typeof CaseCard>> = {}) {
  const card = { case: one, viewer: sara, people, href: '/board/x', onopen: vi.fn(), ...more }
  shown = mount(CardStage, { target: document.body, props: { at: NOW, card } })
  return card
}

export async function hide(): Promise<void> {
  if (shown) await unmount(shown)
  shown = null
}

afterEach(hide)
