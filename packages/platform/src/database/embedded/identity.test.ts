import { expect, test } from 'vitest'
import { serverIdentity } from './identity.ts'

const passwd = ['root:x:0:0:root:/root:/bin/bash', 'nobody:x:65534:65533:nobody:/nonexistent:/usr/sbin/nologin', ''].join('\n')

test('an ordinary user runs the server itself', () => {
  expect(serverIdentity(false, () => passwd)).toBeNull()
})

test('root runs it as nobody, with the group that passwd says', () => {
  expect(serverIdentity(true, () => passwd)).toEqual({ uid: 65_534, gid: 65_533 })
})

test('without that user in passwd it says what to do', () => {
  const missing = () => {
    throw new Error('ENOENT')
  }
  expect(() => serverIdentity(true, () => 'root:x:0:0::/root:/bin/sh')).toThrow('/etc/passwd has no user with id 65534')
  expect(() => serverIdentity(true, missing)).toThrow('DATABASE_URL')
})
