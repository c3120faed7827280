import { expect, test } from 'vitest'
import { EMPTY_HASH, signRequest } from './s3-signature.ts'

// Amazon S3 API reference, "Authenticating Requests: Using the Authorization Header", examples "GET Object" and "PUT Object".
const credentials = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  region: 'us-east-1',
}
const now = new Date('2013-05-24T00:00:00Z')

test('signs the published example of GET', () => {
  const url = new URL('https://examplebucket.s3.amazonaws.com/test.txt')
  const { authorization } = signRequest({ method: 'GET', url, headers: { range: 'bytes=0-9' }, bodyHash: EMPTY_HASH, now }, credentials)
  expect(authorization).toContain('SignedHeaders=host;range;x-amz-content-sha256;x-amz-date')
  expect(authorization).toContain('Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41')
})

test('signs the published example of PUT', () => {
  const url = new URL('https://examplebucket.s3.amazonaws.com/test%24file.text')
  const headers = { date: 'Fri, 24 May 2013 00:00:00 GMT', 'x-amz-storage-class': 'REDUCED_REDUNDANCY' }
  const bodyHash = '44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072'
  const { authorization } = signRequest({ method: 'PUT', url, headers, bodyHash, now }, credentials)
  expect(authorization).toContain('Signature=98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd')
})
