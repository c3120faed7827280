import type { NoticeKinds } from '@jiju/platform/notices/notice-kinds'
import type { EventHandlers } from '@jiju/platform/outbox/outbox'
import { z } from 'zod'
import { periodWords } from '../../core/facts/periods.ts'
import type { ScoringDeps } from '../needs.ts'
import { listDefinitions } from '../sql/definitions.ts'
import { findOrganisationOf } from '../sql/enterprises.ts'
import { findReport } from '../sql/reports.ts'
import texts from './notices.json' with { type: 'json' }

export const FACT_NOTICES: NoticeKinds = {
  'scoring.report_decided': { group: 'organisation', mail: 'at_once', texts: texts['scoring.report_decided'] },
  'scoring.delivery_waits': { group: 'organisation', mail: 'daily', texts: texts['scoring.delivery_waits'] },
  'scoring.delivery_unreadable': { group: 'organisation', mail: 'daily', texts: texts['scoring.delivery_unreadable'] },
}

const REPORTERS = ['enterprise:owner', 'enterprise:policy_clerk']
const DECISIONS = { accepted: { zh: '已通过', en: 'accepted' }, refused: { zh: '被退回', en: 'refused' } } as const

const ReportDecided = z.object({ reportId: z.uuid() })

/** An enterprise hears what became of the figures that it reported of itself. */
export function factEvents({ db, needs }: ScoringDeps): EventHandlers {
  return {
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
