import { spawn, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** `npm run dev`: the server, started again on each change, and Vite with hot reload before it. */
const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))
const run = (...args: string[]): ChildProcess =>
  spawn(process.execPath, args, { cwd: at('.'), stdio: ['ignore', 'inherit', 'inherit'] })

const children = [
  run('--watch', '--watch-preserve-output', at('server/main.ts')),
  run(at('node_modules/vite/bin/vite.js')),
]

const end = () => {
  for (const child of children) child.kill('SIGTERM')
}
process.on('SIGINT', end)
process.on('SIGTERM', end)
for (const child of children) child.on('exit', end) // neither is of use without the other
