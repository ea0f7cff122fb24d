import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { endpointOf } from '../../../server/push/endpoint.ts'
import { isPublic, publicLookup } from '../../../server/push/public-lookup.ts'

describe('where messages may be posted', () => {
  test.each([
    'https://fcm.googleapis.com/fcm/send/abc',
    'https://updates.push.services.mozilla.com/wpush/v2/abc',
    'https://web.push.apple.com/abc',
    'https://wns2-par02p.notify.windows.com/w/?token=abc',
  ])('[Z10] %s is a browser’s', (address) => {
    expect(endpointOf(address, [])).toEqual({ url: new URL(address), isOurs: false })
  })

  test.each([
    'http://fcm.googleapis.com/fcm/send/abc',
    'https://fcm.googleapis.com:8443/fcm/send/abc',
    'https://someone:secret@fcm.googleapis.com/abc',
    'https://fcm.googleapis.com.evil.example/abc',
    'https://evil.example/fcm.googleapis.com',
    'https://evilpush.apple.com.evil.example/',
    'https://notpush.apple.com/',
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://169.254.169.254/latest/meta-data',
    'https://localhost/',
    'file:///etc/passwd',
    'ftp://fcm.googleapis.com/',
    'nonsense',
  ])('[Z10] %s is refused', (address) => {
    expect(endpointOf(address, [])).toBeNull()
  })

  test('[Z10] services that the settings name take the known ones’ place', () => {
    const ours = ['https://push.region.example']
    expect(endpointOf('https://push.region.example/abc', ours)?.isOurs).toBe(true)
    expect(endpointOf('https://push.region.example:444/abc', ours)).toBeNull()
    expect(endpointOf('https://fcm.googleapis.com/fcm/send/abc', ours)).toBeNull()
  })

  test.each([
    ['8.8.8.8', true],
    ['2a00:1450:4001::8a', true],
    ['127.0.0.1', false],
    ['10.1.2.3', false],
    ['172.31.0.1', false],
    ['192.168.1.1', false],
    ['169.254.169.254', false],
    ['100.100.0.1', false],
    ['0.0.0.0', false],
    ['::1', false],
    ['::ffff:127.0.0.1', false],
    ['fd00::1', false],
    ['fe80::1', false],
  ])('[Z10] %s is on the public internet: %s', (address, expected) => {
    expect(isPublic(address)).toBe(expected)
  })

  test('[Z10] a name that leads to a private address leads nowhere', async () => {
    const lookUp = promisify(publicLookup)
    await expect(lookUp('localhost', {})).rejects.toThrow('localhost has no public address')
  })
})
