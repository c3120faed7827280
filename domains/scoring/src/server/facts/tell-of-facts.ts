import type { NoticeKinds } from '@jiju/platform/notices/notice-kinds'
import type { EventHandlers } from '@jiju/platform/outbox/outbox'
import { z } from 'zod'
import { periodWords } from '../../core/facts/periods.ts'
import { SOURCE_WORDS } from '../../core/facts/source-words.ts'
import type { ScoringDeps } from '../needs.ts'
import { listDefinitions } from '../sql/definitions.ts'
import { findOrganisationOf } from '../sql/enterprises.ts'
import { listEventsOfImport, listEventsToTell } from '../sql/events.ts'
import { findReport } from '../sql/reports.ts'
import { EVENT_CHANGED } from './negative-events.ts'
import texts from './notices.json' with { type: 'json' }

export const FACT_NOTICES: NoticeKinds = {
  'scoring.report_decided': { group: 'organisation', mail: 'at_once', texts: texts['scoring.report_decided'] },
  'scoring.event_changed': { group: 'organisation', mail: 'at_once', texts: texts['scoring.event_changed'] },
  'scoring.delivery_waits': { group: 'organisation', mail: 'daily', texts: texts['scoring.delivery_waits'] },
  'scoring.delivery_unreadable': { group: 'organisation', mail: 'daily', texts: texts['scoring.delivery_unreadable'] },
}

const REPORTERS = ['enterprise:owner', 'enterprise:policy_clerk']
const DECISIONS = { accepted: { zh: '已通过', en: 'accepted' }, refused: { zh: '被退回', en: 'refused' } } as const

const ReportDecided = z.object({ reportId: z.uuid() })
const EventChanged = z.object({ eventIds: z.array(z.uuid()), act: z.enum(['record', 'repair', 'end']) })
const FactsImported = z.object({ importId: z.uuid() })
const ACTS = {
  record: { zh: '登记', en: 'recorded' },
  repair: { zh: '修复', en: 'repaired' },
  end: { zh: '撤销', en: 'taken back' },
} as const

/** An enterprise hears what became of the figures that it reported of itself, and of what is recorded against it. */
export function factEvents({ db, needs }: ScoringDeps): EventHandlers {
  const tellOfEvents = async (key: string, ids: readonly string[], act: keyof typeof ACTS) => {
    for (const event of await listEventsToTell(db, ids))
      await needs.notify(db, {
        kind: 'scoring.event_changed',
        to: { organisationId: event.organisation_id, roles: REPORTERS },
        params: {
          act: ACTS[act],
          what: event.name ?? { zh: event.code, en: event.code },
          day: event.occurred_on,
          document: event.document,
          source: SOURCE_WORDS[event.source],
        },
        link: '/e/facts',
        key: `${key} ${event.id}`,
      })
  }
  return {
    [EVENT_CHANGED]: {
      'scoring.tell_of_event': async ({ id, payload }) => {
        const { eventIds, act } = EventChanged.parse(payload)
        await tellOfEvents(id, eventIds, act)
      },
    },
    'scoring.facts_imported': {
      'scoring.tell_of_imported_events': async ({ id, payload }) =>
        tellOfEvents(id, await listEventsOfImport(db, FactsImported.parse(payload).importId), 'record'),
    },
    'scoring.report_decided': {
      'scoring.tell_of_report': async ({ id, payload }) => {
        const report = await findReport(db, ReportDecided.parse(payload).reportId, needs.now())
        if (report?.state !== 'accepted' && report?.state !== 'refused') return
        const organisationId = await findOrganisationOf(db, report.enterprise_id)
        const definition = (await listDefinitions(db)).find(({ code }) => code === report.fact_code)
        if (!organisationId || !definition) return
        await needs.notify(db, {
          kind: 'scoring.report_decided',
          to: { organisationId, roles: REPORTERS },
          params: {
            decision: DECISIONS[report.state],
            fact: definition.name,
            period: periodWords(report.period),
            value: report.value,
            unit: definition.unit,
            reason: report.decision_reason ?? '',
          },
          link: '/e/facts',
          key: id,
        })
      },
    },
  }
}
