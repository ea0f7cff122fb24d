import { config } from 'zod'

// Imported before everything else: our content security policy forbids eval, and zod would probe
// for it when the first schema is made.
config({ jitless: true })
