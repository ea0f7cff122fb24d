import {
  DAY_LIST_SECTIONS,
  type DayList,
  type DayListRow,
  type DayListSection,
} from '../../shared/day-list.ts'
import type { Language } from '../../shared/language.ts'
import { clockOf, dayOf } from '../../shared/team-time.ts'
import { filled, wordsIn, type Words } from './words.ts'

const titlesOf = (
  { labels }: DayList['board'],
  words: Words,
): Readonly<Record<DayListSection, string>> => ({
  visits: labels.today ?? words.visits,
  acute: labels.acute ?? words.acute,
  incoming: labels.incoming ?? words.incoming,
  followUps: words.followUps,
  handbacks: words.handbacks,
})
const headsOf = (words: Words) => [
  ...[words.time, words.code, words.patient, words.area, words.reason, words.priority, words.pair],
]

const STYLE = `
  @page { size: A4; margin: 14mm 12mm }
  body { font: 10pt/1.3 system-ui, sans-serif; color: #000; background: #fff }
  h1 { font-size: 15pt } h2 { margin: 5mm 0 1mm; font-size: 11pt }
  table { width: 100%; border-collapse: collapse }
  tr { break-inside: avoid }
  th, td { padding: 1.5mm; border: 0.3mm solid #888; text-align: left; vertical-align: top }`

export type PaperOptions = {
  readonly demo: boolean
  /** Paper has one language: the team's. */
  readonly language: Language
}

/** A page of its own that any browser shows and prints, with nothing to fetch. */
export function asHtml(
  { board, madeAt, sections }: DayList,
  { demo, language }: PaperOptions,
): string {
  const words = wordsIn[language]
  const made = `${dayOf(madeAt)} ${clockOf(madeAt)}`
  const name = [board.name, board.team].filter(Boolean).join(' · ')
  const title = filled(words.dayList, { board: name })
  const said = filled(words.asTheBoardWas, { made, phone: board.phone || '–' })
  const titles = titlesOf(board, words)
  const tables = DAY_LIST_SECTIONS.map((section) =>
    tableOf(titles[section], sections[section], madeAt, words),
  )
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<title>${plain(title)} ${made}</title>
<style>${STYLE}</style>
<h1>${plain(title)}${demo ? ' · DEMO' : ''}</h1>
<p>${plain(said)}</p>
${tables.join('\n')}
</html>
`
}

function tableOf(title: string, rows: readonly DayListRow[], now: number, words: Words): string {
  if (rows.length === 0) return `<h2>${plain(title)}</h2>\n<p>${words.none}</p>`
  const head = headsOf(words)
    .map((text) => `<th>${text}</th>`)
    .join('')
  const lines = rows.map((row) => `<tr>${cells(row, now, words)}</tr>`)
  return `<h2>${plain(title)} (${rows.length})</h2>\n<table><tr>${head}</tr>\n${lines.join('\n')}</table>`
}

function cells(row: DayListRow, now: number, words: Words): string {
  const patient = row.protected
    ? words.protected
    : [row.name, row.birthYear].filter((part) => part !== null).join(', ')
  const time = [row.time === null ? '' : timeOf(row.time, now), statusOf(row, words)]
  const people = [row.nurse || '–', row.doctor || '–'].join(' · ')
  return [
    time.filter(Boolean).join(' '),
    ...[row.code, patient, row.area, row.reason, words[row.priority], people],
  ]
    .map((text) => `<td>${plain(text)}</td>`)
    .join('')
}

const statusOf = ({ status }: DayListRow, words: Words): string =>
  status === 'none' || status === 'planned' ? '' : words[status]

const timeOf = (time: number, now: number): string =>
  dayOf(time) === dayOf(now) ? clockOf(time) : `${dayOf(time)} ${clockOf(time)}`

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const plain = (text: string): string => text.replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign)
