import type { NoticeKinds } from '@jiju/platform/notices/notice-kinds'
import type { EventHandlers } from '@jiju/platform/outbox/outbox'
import type { PublicEvents } from '@jiju/platform/webhooks/public-events'
import { z } from 'zod'
import { LIST_KINDS, LIST_STATES, OBJECTION_STATES } from '../../core/lists/vocabulary.ts'
import type { ScoringDeps } from '../needs.ts'
import { listOperators } from '../sql/lists.ts'
import { findObjection } from '../sql/objections.ts'
import texts from './notices.json' with { type: 'json' }

export const LIST_NOTICES: NoticeKinds = {
  'scoring.list_announced': { group: 'organisation', mail: 'at_once', texts: texts['scoring.list_announced'] },
  'scoring.list_supplement': { group: 'organisation', mail: 'at_once', texts: texts['scoring.list_supplement'] },
  'scoring.notice_closed': { group: 'organisation', mail: 'daily', texts: texts['scoring.notice_closed'] },
  'scoring.list_corrected': { group: 'organisation', mail: 'at_once', texts: texts['scoring.list_corrected'] },
  'scoring.list_final': { group: 'organisation', mail: 'daily', texts: texts['scoring.list_final'] },
  'scoring.list_recalculated': { group: 'organisation', mail: 'at_once', texts: texts['scoring.list_recalculated'] },
  'scoring.list_withdrawn': { group: 'organisation', mail: 'at_once', texts: texts['scoring.list_withdrawn'] },
  'scoring.notice_ended': { group: 'organisation', mail: 'at_once', texts: texts['scoring.notice_ended'] },
  'scoring.objection_received': { group: 'organisation', mail: 'at_once', texts: texts['scoring.objection_received'] },
  'scoring.objection_due': { group: 'organisation', mail: 'at_once', texts: texts['scoring.objection_due'] },
  'scoring.objection_overdue': { group: 'organisation', mail: 'at_once', isUrgent: true, texts: texts['scoring.objection_overdue'] },
  'scoring.objection_decided': { group: 'organisation', mail: 'at_once', texts: texts['scoring.objection_decided'] },
}

/** Whoever looks after an enterprise's standing. */
export const ENTERPRISE_ROLES = ['enterprise:owner', 'enterprise:policy_clerk']
export const OFFICE_ROLES = ['operator:points_officer']

const ACTS = ['approve', 'announce', 'recalculate', 'finalise', 'withdraw'] as const

const ListChanged = z.object({
  listId: z.uuid(),
  number: z.string(),
  kind: z.enum(LIST_KINDS),
  act: z.enum(ACTS),
  state: z.enum(LIST_STATES),
  edition: z.int(),
  period: z.string(),
  titleZh: z.string(),
  titleEn: z.string(),
  runNumber: z.string(),
  corrects: z.string().nullable().describe('Number of the final list that this one corrects'),
  noticeUntil: z.iso.date().nullable().describe('Last day of the public notice, included'),
  reason: z.string().nullable().describe('Why the list was withdrawn'),
})
const ListEvent = ListChanged.extend({ organisationIds: z.array(z.uuid()) })

const ObjectionChanged = z.object({
  objectionId: z.uuid(),
  listId: z.uuid(),
  number: z.string(),
  state: z.enum(OBJECTION_STATES),
  dueOn: z.iso.date().describe('Last day for the answer'),
})
const ObjectionEvent = ObjectionChanged.extend({ organisationId: z.uuid().nullable() })

export const LIST_PUBLIC_EVENTS: PublicEvents = {
  'scoring.list_changed': {
    title: { zh: '榜单已公示、重算、正式发布或撤回', en: 'A list went on notice, was recalculated, became final or was withdrawn' },
    data: ListChanged,
    present: async ({ payload }) => {
      const { organisationIds, ...data } = ListEvent.parse(payload)
      return { organisationIds, data }
    },
  },
  'scoring.objection_changed': {
    title: { zh: '异议已受理或已答复', en: 'An objection was taken in or answered' },
    data: ObjectionChanged,
    present: async ({ payload }) => {
      const { organisationId, ...data } = ObjectionEvent.parse(payload)
      return organisationId === null ? null : { organisationIds: [organisationId], data }
    },
  },
}

const KIND_OF = {
  announce: 'scoring.list_announced',
  recalculate: 'scoring.list_recalculated',
  finalise: 'scoring.list_final',
  withdraw: 'scoring.list_withdrawn',
} as const

const CORRECTING_KIND_OF = { ...KIND_OF, announce: 'scoring.list_supplement', finalise: 'scoring.list_corrected' } as const

/** Enterprises hear of their lists, the office of objections, whoever objected of the answer. */
export function listEvents({ db, needs: { notify } }: ScoringDeps): EventHandlers {
  return {
    'scoring.list_changed': {
      'scoring.tell_of_list': async ({ id, payload }) => {
        const list = ListEvent.parse(payload)
        if (list.act === 'approve') return
        for (const organisationId of list.organisationIds)
          await notify(db, {
            kind: (list.corrects === null ? KIND_OF : CORRECTING_KIND_OF)[list.act],
            to: { organisationId, roles: ENTERPRISE_ROLES },
            params: {
              title: { zh: list.titleZh, en: list.titleEn },
              until: list.noticeUntil ?? '',
              reason: list.reason ?? '',
              corrects: list.corrects ?? '',
            },
            link: `/lists/${list.listId}`,
            key: `${id} ${organisationId}`,
          })
      },
    },
    'scoring.objection_changed': {
      'scoring.tell_of_objection': async ({ id, payload }) => {
        const objection = await findObjection(db, ObjectionEvent.parse(payload).objectionId)
        if (!objection) return
        const { number } = objection
        const title = { zh: objection.list_title_zh, en: objection.list_title_en }
        if (ObjectionEvent.parse(payload).state === 'open')
          for (const organisationId of await listOperators(db))
            await notify(db, {
              kind: 'scoring.objection_received',
              to: { organisationId, roles: OFFICE_ROLES },
              params: { title, number, due: objection.due_on },
              link: `/o/lists/${objection.list_id}`,
              key: `${id} ${organisationId}`,
            })
        else if (objection.person_id !== null)
          await notify(db, {
            kind: 'scoring.objection_decided',
            to: [objection.person_id],
            params: {
              number,
              title,
              reasons: objection.reasons ?? '',
              decision: objection.state === 'upheld' ? { zh: '异议成立', en: 'upheld' } : { zh: '不予支持', en: 'rejected' },
            },
            link: `/objections/${objection.id}`,
            key: id,
          })
      },
    },
  }
}
