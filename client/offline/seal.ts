/** Something encrypted, and the number that was used for it once. */
export type Sealed = { readonly iv: Uint8Array<ArrayBuffer>; readonly bytes: ArrayBuffer }

const ALGORITHM = 'AES-GCM'
const IV_BYTES = 12

/** A key that this page can use and nobody can read. @param bytes 32 of them, base64url */
export async function importKey(bytes: string): Promise<CryptoKey> {
  const raw = Uint8Array.from(atob(bytes.replaceAll('-', '+').replaceAll('_', '/')), (char) =>
    char.charCodeAt(0),
  )
  return await crypto.subtle.importKey('raw', raw, ALGORITHM, false, ['encrypt', 'decrypt'])
}

/** @param about what it is: sealed as one thing, it cannot be opened as another */
export async function seal(key: CryptoKey, about: string, plain: Uint8Array): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES))
  const bytes = await crypto.subtle.encrypt(parameters(iv, about), key, new Uint8Array(plain))
  return { iv, bytes }
}

/** Null when it is something else, or was sealed with another key, or has been altered. */
export async function open(
  key: CryptoKey,
  about: string,
  { iv, bytes }: Sealed,
): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await crypto.subtle.decrypt(parameters(iv, about), key, bytes))
  } catch {
    return null
  }
}

const parameters = (iv: Uint8Array<ArrayBuffer>, about: string): AesGcmParams => ({
  name: ALGORITHM,
  iv,
  additionalData: new TextEncoder().encode(about),
})
