/** One line of a table. */
export const say = (...columns: string[]): void =>
  void process.stdout.write(
    `${columns.map((text, i) => text.padEnd(i === 0 ? 34 : 16)).join('')}\n`,
  )

export const ms = (value: number): string => `${value.toFixed(2)} ms`
