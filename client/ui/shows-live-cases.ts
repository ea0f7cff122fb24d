import type { Place } from '../state/place.ts'

/** Whether a surface opens a case of its board beside what is worked on; from others one goes to the board. */
export const showsLiveCases = ({ surface }: Place): boolean =>
  surface === 'board' || surface === 'day' || surface === 'plan' || surface === 'handover'
