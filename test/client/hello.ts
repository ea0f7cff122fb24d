/** A server's first word to somebody who may write. */
export const hello = (serverTime: number) =>
  ({ type: 'hello', protocol: 1, schema: 1, build: '', access: 'write', serverTime }) as const
