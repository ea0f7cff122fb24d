import { config } from 'zod'

// Imported before everything else, so that it holds while the other modules are run.

// Our content security policy forbids eval; zod would probe for it when the first schema is made.
config({ jitless: true })

// Libraries make errors while they load, to throw them later. For the first one's stack trace V8
// would read the whole program again, a tenth of a second on a slow PC. main.ts restores it.
Reflect.set(Error, 'stackTraceLimit', 0)
