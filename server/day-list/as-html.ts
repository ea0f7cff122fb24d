import {
  DAY_LIST_SECTIONS,
  type DayList,
  type DayListRow,
  type DayListSection,
} from '../../shared/day-list.ts'
import type { Priority, VisitStatus } from '../../shared/case.ts'
import { clockOf, dayOf } from '../../shared/team-time.ts'

/** Paper has one language: the team's. */
const titlesOf = ({ labels }: DayList['board']): Readonly<Record<DayListSection, string>> => ({
  visits: labels.today ?? 'Dagens besök',
  acute: labels.acute ?? 'Akut',
  incoming: labels.incoming ?? 'Inkommet',
  followUps: 'Uppföljning i dag',
  handbacks: 'Väntar på kvittens',
})
const PRIORITIES: Readonly<Record<Priority, string>> = {
  acute: 'Akut',
  today: 'Idag',
  within48h: 'Inom 48 h',
  planned: 'Planerad',
}
const STATUSES: Readonly<Record<VisitStatus, string>> = {
  none: '',
  planned: '',
  underway: 'På väg',
  arrived: 'Framme',
  finished: 'Klart',
}
const HEADS = ['Tid', 'Kod', 'Patient', 'Område', 'Kontaktorsak', 'Prioritet', 'PAS · läkare']

const STYLE = `
  @page { size: A4; margin: 14mm 12mm }
  body { font: 10pt/1.3 system-ui, sans-serif; color: #000; background: #fff }
  h1 { font-size: 15pt } h2 { margin: 5mm 0 1mm; font-size: 11pt }
  table { width: 100%; border-collapse: collapse }
  tr { break-inside: avoid }
  th, td { padding: 1.5mm; border: 0.3mm solid #888; text-align: left; vertical-align: top }`

/** A page of its own that any browser shows and prints, with nothing to fetch. */
export function asHtml({ board, madeAt, sections }: DayList, demo: boolean): string {
  const made = `${dayOf(madeAt)} ${clockOf(madeAt)}`
  const title = `Dagslista ${[board.name, board.team].filter(Boolean).join(' · ')}`
  const titles = titlesOf(board)
  const tables = DAY_LIST_SECTIONS.map((name) => tableOf(titles[name], sections[name], madeAt))
  return `<!doctype html>
<html lang="sv">
<meta charset="utf-8">
<title>${plain(title)} ${made}</title>
<style>${STYLE}</style>
<h1>${plain(title)}${demo ? ' · DEMO' : ''}</h1>
<p>Som tavlan var ${made}. Ring ${plain(board.phone || '–')}.</p>
${tables.join('\n')}
</html>
`
}

function tableOf(title: string, rows: readonly DayListRow[], now: number): string {
  if (rows.length === 0) return `<h2>${plain(title)}</h2>\n<p>Inga.</p>`
  const head = HEADS.map((text) => `<th>${text}</th>`).join('')
  const lines = rows.map((row) => `<tr>${cells(row, now)}</tr>`)
  return `<h2>${plain(title)} (${rows.length})</h2>\n<table><tr>${head}</tr>\n${lines.join('\n')}</table>`
}

function cells(row: DayListRow, now: number): string {
  const patient = row.protected
    ? 'Skyddad identitet'
    : [row.name, row.birthYear].filter((part) => part !== null).join(', ')
  const time = [row.time === null ? '' : timeOf(row.time, now), STATUSES[row.status]]
  const people = [row.nurse || '–', row.doctor || '–'].join(' · ')
  return [
    time.filter(Boolean).join(' '),
    ...[row.code, patient, row.area, row.reason, PRIORITIES[row.priority], people],
  ]
    .map((text) => `<td>${plain(text)}</td>`)
    .join('')
}

const timeOf = (time: number, now: number): string =>
  dayOf(time) === dayOf(now) ? clockOf(time) : `${dayOf(time)} ${clockOf(time)}`

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const plain = (text: string): string => text.replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign)
