import { Encrypter } from 'age-encryption'
import { StartupError } from '../startup-error.ts'

/** Turns a text into what only the holder of the recipient's key can read. */
export type Seal = (text: string) => Promise<Uint8Array>

/**
 * Sealed as `age` (age-encryption.org) opens it: with a standard tool, also when this server is gone.
 * @param recipient a public key, "age1…"
 */
export function sealFor(recipient: string): Seal {
  const encrypter = new Encrypter()
  try {
    encrypter.addRecipient(recipient)
  } catch (cause) {
    throw new StartupError('DAY_LIST_RECIPIENT is not valid: expected an age public key, age1….', {
      cause,
    })
  }
  return (text) => encrypter.encrypt(text)
}
