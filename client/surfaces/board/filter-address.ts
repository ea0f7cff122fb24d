import { z } from 'zod'
import { PRIORITIES } from '../../../shared/case.ts'
import { userId } from '../../../shared/ids.ts'
import { AREA_MAX } from '../../../shared/limits.ts'
import { MISSIONS } from '../../../shared/mission.ts'
import { DUES } from './due.ts'

const on = z.literal('1').transform((): true => true)

/** What can be chosen, by its name in the address. */
const choices = {
  mine: on,
  unseen: on,
  /** 'none' is cases without a doctor. */
  doctor: z.union([z.literal('none'), userId]),
  area: z.string().min(1).max(AREA_MAX),
  priority: z.enum(PRIORITIES),
  mission: z.enum(MISSIONS),
  due: z.enum(DUES),
}
export type Choices = { readonly [C in keyof typeof choices]: z.infer<(typeof choices)[C]> | null }

const NAMES = Object.keys(choices) as (keyof Choices)[]

export const NO_CHOICES = Object.fromEntries(NAMES.map((name) => [name, null])) as Choices

/** What an address says of them; a value that means nothing counts as none. */
export function choicesIn(address: string): Choices {
  const { searchParams } = new URL(address, 'http://here')
  const read = NAMES.map((name) => [
    name,
    choices[name].safeParse(searchParams.get(name)).data ?? null,
  ])
  return Object.fromEntries(read) as Choices
}

/** The same address with these choices; whatever else it says stays. */
export function withChoices(address: string, chosen: Choices): string {
  const url = new URL(address, 'http://here')
  for (const name of NAMES) {
    const value = chosen[name]
    if (value === null) url.searchParams.delete(name)
    else url.searchParams.set(name, value === true ? '1' : value)
  }
  return url.pathname + url.search
}
