import { execFileSync } from 'node:child_process'

/** Vitest's global set-up: end-to-end tests see the client as it is shipped. */
export default function setup(): void {
  execFileSync('npm', ['run', '--silent', 'build'], {
    cwd: `${import.meta.dirname}/../..`,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
}
