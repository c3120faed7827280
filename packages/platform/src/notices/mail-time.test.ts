import { describe, expect, test } from 'vitest'
import { DEFAULT_SETTING, type NoticeSetting, planMail, quietUntil } from './mail-time.ts'

const night = { from: '22:00', until: '07:30' }
const at = (text: string) => new Date(text)

describe('quiet hours', () => {
  test.each([
    // zone, quiet, now, end
    ['Asia/Shanghai', night, '2026-11-23T13:59:59Z', null],
    ['Asia/Shanghai', night, '2026-11-23T14:00:00Z', '2026-11-23T23:30:00Z'],
    ['Asia/Shanghai', night, '2026-11-23T15:59:00Z', '2026-11-23T23:30:00Z'],
    ['Asia/Shanghai', night, '2026-11-23T16:00:00Z', '2026-11-23T23:30:00Z'],
    ['Asia/Shanghai', night, '2026-11-23T23:29:59Z', '2026-11-23T23:30:00Z'],
    ['Asia/Shanghai', night, '2026-11-23T23:30:00Z', null],
    ['Asia/Shanghai', { from: '12:00', until: '13:30' }, '2026-11-23T04:15:00Z', '2026-11-23T05:30:00Z'],
    ['Asia/Shanghai', { from: '12:00', until: '13:30' }, '2026-11-23T12:15:00Z', null],
    ['Asia/Shanghai', { from: '00:00', until: '06:00' }, '2026-11-23T16:00:00Z', '2026-11-23T22:00:00Z'],
    ['Asia/Shanghai', { from: '20:00', until: '00:00' }, '2026-11-23T12:00:00Z', '2026-11-23T16:00:00Z'],
    ['Asia/Kathmandu', night, '2026-11-23T16:15:00Z', '2026-11-24T01:45:00Z'],
    ['America/New_York', night, '2026-11-24T03:00:00Z', '2026-11-24T12:30:00Z'],
    // The clock goes back in the night of 1 November and forward in that of 8 March: the end is what the wall clock shows.
    ['America/New_York', night, '2026-11-01T03:00:00Z', '2026-11-01T12:30:00Z'],
    ['America/New_York', night, '2026-03-08T04:00:00Z', '2026-03-08T11:30:00Z'],
    ['UTC', null, '2026-11-23T03:00:00Z', null],
  ])('%s %j at %s end at %s', (zone, quiet, now, end) => {
    expect(quietUntil(at(now), { zone, quiet })?.toISOString() ?? null).toBe(end && at(end).toISOString())
  })
})

describe('when a mail leaves', () => {
  const day = at('2026-11-23T02:00:00Z')
  const late = at('2026-11-23T15:00:00Z')
  const setting = (change: Partial<NoticeSetting> = {}): NoticeSetting => ({ ...DEFAULT_SETTING, quiet: night, ...change })
  test.each([
    ['by day', { mail: 'at_once' }, setting(), day, { when: 'now' }],
    ['at night', { mail: 'at_once' }, setting(), late, { when: 'single', dueAt: at('2026-11-23T23:30:00Z') }],
    ['urgent at night', { mail: 'at_once', isUrgent: true }, setting(), late, { when: 'now' }],
    ['urgent with a digest', { mail: 'daily', isUrgent: true }, setting(), day, { when: 'now' }],
    ['urgent but switched off', { mail: 'at_once', isUrgent: true }, setting({ mail: { bookings: 'off' } }), day, { when: 'never' }],
    ['off by default', { mail: 'off' }, setting(), day, { when: 'never' }],
    ['off by default, but wished', { mail: 'off' }, setting({ mail: { bookings: 'at_once' } }), day, { when: 'now' }],
    ['another group off', { mail: 'at_once' }, setting({ mail: { calendar: 'off' } }), day, { when: 'now' }],
    ['in the digest of tomorrow', { mail: 'daily' }, setting(), day, { when: 'digest', dueAt: at('2026-11-24T00:00:00Z') }],
    [
      'in the digest of today',
      { mail: 'daily' },
      setting({ digestAt: '18:00' }),
      day,
      { when: 'digest', dueAt: at('2026-11-23T10:00:00Z') },
    ],
    [
      'a digest in quiet hours',
      { mail: 'daily' },
      setting({ digestAt: '05:00' }),
      day,
      { when: 'digest', dueAt: at('2026-11-23T23:30:00Z') },
    ],
  ] as const)('%s', (_, kind, wish, now, plan) => {
    expect(planMail({ group: 'bookings', ...kind }, wish, now)).toEqual(plan)
  })
})
