import type { CreateCase } from '../../shared/commands/create-case.ts'
import type { Consent } from '../../shared/case.ts'
import type { Timestamp } from '../../shared/clock.ts'
import type { OpenLane } from '../../shared/lane.ts'
import type { Deed } from './deeds.ts'
import type { Member } from './member.ts'

/** Who did what to a case, and when. */
export type Step = readonly [by: Member, at: Timestamp, deed: Deed]

/** An invented patient's case: the request as its nurse made it, and what has been done since. */
export type DemoCase = Omit<CreateCase, 'id' | 'nurse'> & {
  /** Where the team put it when it came. */
  readonly lane: OpenLane
  /** Given, unless it says otherwise. */
  readonly consent?: Consent
  readonly created: { readonly by: Member; readonly at: Timestamp }
  readonly then: readonly Step[]
}
