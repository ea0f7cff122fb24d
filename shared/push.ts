import { z } from 'zod'

/** All that leaves the house when a device is woken: no name, no code, no board. */
export const pushPayload = z.strictObject({
  kind: z.enum(['acute', 'notices']),
  count: z.int().positive(),
})
export type PushPayload = Readonly<z.infer<typeof pushPayload>>

/** Where a browser wants to be woken, and the keys that only it can open a message with. */
export const pushSubscription = z.strictObject({
  endpoint: z.url().max(2_048),
  keys: z.strictObject({
    /** A point on P-256, 65 bytes. */
    p256dh: z.base64url().length(87),
    /** 16 bytes. */
    auth: z.base64url().length(22),
  }),
})
export type PushSubscriptionBody = Readonly<z.infer<typeof pushSubscription>>

/** The server's VAPID key, for browsers to bind their subscription to. */
export const pushKey = z.strictObject({
  key: z.string(),
  /** Whether this browser's session is to be woken already. */
  on: z.boolean(),
})
export type PushKey = Readonly<z.infer<typeof pushKey>>
