import { Registry } from 'prom-client'
import { expect, test } from 'vitest'
import { gauge } from '../../server/gauge.ts'

test('[H7] a figure is read when somebody asks, and one that fails takes no other with it', async () => {
  const registry = new Registry()
  let waiting = 3
  gauge(registry, { name: 'waiting', help: 'Waiting', read: async () => waiting })
  gauge(registry, { name: 'broken', help: 'Broken', read: () => Promise.reject(new Error('no')) })
  expect(await registry.metrics()).toMatch(/^waiting 3$/m)
  waiting = 0
  const later = await registry.metrics()
  expect(later).toMatch(/^waiting 0$/m)
  expect(later).toMatch(/^broken Nan$/im)
})
