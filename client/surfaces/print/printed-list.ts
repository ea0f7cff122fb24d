import type { DayList } from '../../../shared/day-list.ts'
import type { HandoverList } from '../../../shared/handover-list.ts'

/** The lists that are printed. */
export type PrintedList = DayList | HandoverList
