import { expect, test } from 'vitest'
import { icsOf } from './calendar-file.ts'

test('an event with instants in UTC and escaped text', () => {
  const text = icsOf(
    {
      id: '1',
      number: 'BKG-1',
      version: 3,
      start: '2026-11-24T06:00:00.000Z',
      end: '2026-11-24T08:00:00.000Z',
      siteName: 'A, B',
      siteAddress: null,
      providerName: 'P',
    },
    '液相;色谱',
  )
  expect(text).toContain('DTSTART:20261124T060000Z\r\n')
  expect(text).toContain('UID:1\r\nSEQUENCE:2\r\n')
  expect(text).toContain('SUMMARY:液相\\;色谱 BKG-1')
  expect(text).toContain('LOCATION:P A\\, B')
})
