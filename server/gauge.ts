import { Gauge, type Registry } from 'prom-client'

export type Figure = {
  readonly name: string
  readonly help: string
  /** Asked each time that somebody wants to know; what fails is told as not a number. */
  readonly read: () => number | Promise<number>
}

/** A figure that nobody keeps: it is read when it is wanted. */
export function gauge(registry: Registry, { name, help, read }: Figure): void {
  new Gauge({
    name,
    help,
    registers: [registry],
    async collect() {
      try {
        this.set(await read())
      } catch {
        this.set(Number.NaN)
      }
    },
  })
}
