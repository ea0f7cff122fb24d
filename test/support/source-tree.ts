import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import ts from 'typescript'

const root = `${import.meta.dirname}/../..`

/** Files of the repository as git knows them, new ones too; paths from its top. */
export function repositoryFiles(): string[] {
  const listed = execFileSync('git', ['ls-files', '-z', '-co', '--exclude-standard'], { cwd: root })
  return [...new Set(listed.toString().split('\0'))]
    .filter((path) => path !== '' && existsSync(`${root}/${path}`))
    .sort()
}

export const isCode = (path: string): boolean => /\.(ts|js|svelte)$/.test(path)
export const lineCount = (path: string): number => textOf(path).trimEnd().split('\n').length

/** What a file imports: other files by path from the top, packages by specifier. */
export function importsOf(path: string): string[] {
  return ts
    .preProcessFile(codeOf(path), true, true)
    .importedFiles.map(({ fileName }) => resolve(path, fileName))
}

const textOf = (path: string) => readFileSync(`${root}/${path}`, 'utf8')

function codeOf(path: string): string {
  const text = textOf(path)
  if (!path.endsWith('.svelte')) return text
  return [...text.matchAll(/<script[^>]*>(.*?)<\/script>/gs)].map(([, script]) => script).join('\n')
}

function resolve(from: string, specifier: string): string {
  if (!specifier.startsWith('.')) return specifier
  return posix.normalize(posix.join(posix.dirname(from), specifier))
}

/** The first import cycle found from each file, as a path that ends where it began. */
export function cyclesIn(imports: ReadonlyMap<string, readonly string[]>): string[] {
  const state = new Map<string, 'open' | 'done'>()
  const cycles: string[] = []
  const visit = (path: string, trail: readonly string[]): void => {
    if (state.get(path) === 'done') return
    if (state.get(path) === 'open') {
      cycles.push([...trail.slice(trail.indexOf(path)), path].join(' → '))
      return
    }
    state.set(path, 'open')
    for (const next of imports.get(path) ?? []) visit(next, [...trail, path])
    state.set(path, 'done')
  }
  for (const path of imports.keys()) visit(path, [])
  return cycles
}
