import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { startTestServer } from '../../support/test-server.ts'

const FILE = `${import.meta.dirname}/../../../server/http/grafana-dashboard.json`
const HISTOGRAM_PARTS = /_(bucket|sum|count)$/

const datasource = z.object({ type: z.literal('prometheus'), uid: z.literal('${datasource}') })
const panel = z.object({
  id: z.int().positive(),
  type: z.literal('timeseries'),
  title: z.string().min(1),
  datasource,
  gridPos: z.object({ h: z.int(), w: z.int().max(24), x: z.int().min(0).max(23), y: z.int() }),
  fieldConfig: z.object({
    defaults: z.object({ unit: z.string() }),
    overrides: z.array(z.never()),
  }),
  targets: z
    .array(z.object({ refId: z.string(), datasource, expr: z.string(), legendFormat: z.string() }))
    .min(1),
})
/** What Grafana 12 wants of a dashboard that is imported as JSON. */
const dashboard = z.object({
  uid: z.string().max(40),
  title: z.string().min(1),
  schemaVersion: z.int().min(41),
  time: z.object({ from: z.string(), to: z.string() }),
  templating: z.object({
    list: z.tuple([
      z.object({
        name: z.literal('datasource'),
        type: z.literal('datasource'),
        query: z.literal('prometheus'),
      }),
    ]),
  }),
  panels: z.array(panel).min(1),
})

const read = () => dashboard.parse(JSON.parse(readFileSync(FILE, 'utf8')))
const namesIn = (expr: string) => expr.match(/\b(samtavlan|nodejs|process)_\w+/g) ?? []

test('[H9] the dashboard can be imported: panels of their own id and place, one data source', () => {
  const { panels } = read()
  expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length)
  const cells = panels.flatMap(({ gridPos: { x, y, w, h } }) =>
    Array.from({ length: w * h }, (_, i) => `${x + (i % w)} ${y + Math.floor(i / w)}`),
  )
  expect(new Set(cells).size).toBe(cells.length)
  expect(panels.every(({ gridPos: { x, w } }) => x + w <= 24)).toBe(true)
})

test('[H9] it names only figures that the server tells, and each of the server’s own', async () => {
  const { url } = await startTestServer()
  const text = await (await fetch(`${url}/metrics`)).text()
  const types = new Map(
    [...text.matchAll(/^# TYPE (\w+) (\w+)$/gm)].map(([, ...of]) => of) as [string, string][],
  )
  const named = read().panels.flatMap(({ targets }) => targets.flatMap(({ expr }) => namesIn(expr)))
  const told = named.map((name) => (types.has(name) ? name : name.replace(HISTOGRAM_PARTS, '')))
  expect(told.filter((name) => !types.has(name))).toEqual([])
  for (const [i, name] of named.entries())
    expect(types.get(told[i] ?? '') === 'histogram', name).toBe(HISTOGRAM_PARTS.test(name))
  const own = [...types.keys()].filter((name) => name.startsWith('samtavlan_'))
  expect(own.filter((name) => !told.includes(name))).toEqual([])
})
