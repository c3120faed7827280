import type { CustodyEvent } from '@jiju/orders/contract/samples'
import { expect, test } from 'vitest'
import { groupEvents } from './group-events.ts'

const event = (over: Partial<CustodyEvent>): CustodyEvent => ({
  id: 'e',
  sampleId: 's',
  sampleNumber: 'S1',
  kind: 'sent',
  side: 'client',
  personName: '陈思远',
  at: '2026-11-10T07:30:00.000Z',
  from: '陈思远',
  to: '顺达冷链',
  place: null,
  quantity: null,
  unit: '件',
  celsius: 4,
  condition: null,
  words: null,
  trackingNumber: 'SD1',
  correctsId: null,
  files: [],
  ...over,
})

test('one act on several samples is one row; other moments and other words are rows of their own', () => {
  const groups = groupEvents([
    event({}),
    event({ sampleNumber: 'S2' }),
    event({ kind: 'received', celsius: 4.6, files: [{ fileId: 'f', name: 'a.png', isImage: true, url: '/f' }] }),
    event({ kind: 'received', celsius: 4.6, sampleNumber: 'S2', files: [{ fileId: 'f', name: 'a.png', isImage: true, url: '/f' }] }),
    event({ kind: 'received', celsius: 9.1, sampleNumber: 'S3' }),
  ])
  expect(groups.map(({ event: { kind }, samples, files }) => `${kind} ${samples.join(' ')} ${files.length}`)).toEqual([
    'sent S1 S2 0',
    'received S1 S2 1',
    'received S3 0',
  ])
})

test('a split is told once, by what it was taken from', () => {
  const groups = groupEvents([
    event({ kind: 'split', sampleNumber: 'S1-1', from: 'S1', to: 'S1-1' }),
    event({ kind: 'split', sampleNumber: 'S1', from: '王蔚', to: 'S1-1、S1-2' }),
  ])
  expect(groups.map(({ samples, event: { to } }) => [samples, to])).toEqual([[['S1'], 'S1-1、S1-2']])
  // On the part's own page it is all that there is.
  expect(groupEvents([event({ kind: 'split', sampleNumber: 'S1-1', from: 'S1', to: 'S1-1' })])).toHaveLength(1)
})
