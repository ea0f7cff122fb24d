import fc from 'fast-check'
import { inject } from 'vitest'

declare module 'vitest' {
  interface ProvidedContext {
    seed: number
  }
}

/** Every run of the tests draws the same values, so that none fails by chance; fuzzing draws others. */
fc.configureGlobal({ seed: inject('seed') })

export { default } from 'fast-check'
