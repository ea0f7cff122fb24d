import type { Registry } from 'prom-client'
import { gauge } from '../gauge.ts'
import type { Alerts } from './alerts.ts'

/** The alerts' figure for Prometheus. */
export function watchAlerts(registry: Registry, alerts: Pick<Alerts, 'countRunning'>): void {
  gauge(registry, {
    name: 'samtavlan_alerts_waiting',
    help: 'Alerts of acute cases that no doctor has answered',
    read: () => alerts.countRunning(),
  })
}
