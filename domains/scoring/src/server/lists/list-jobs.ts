import { addWorkingDays } from '@jiju/kernel/working-days'
import { localDayOf } from '@jiju/kernel/zoned-time'
import type { JobHandlers, JobSchedule } from '@jiju/platform/jobs/jobs'
import { SCORING_ZONE } from '../../core/facts/periods.ts'
import type { ScoringDeps } from '../needs.ts'
import { findList, listNoticesOver, listOperators, listOrganisationsOn } from '../sql/lists.ts'
import { listDueObjections } from '../sql/objections.ts'
import { ENTERPRISE_ROLES, OFFICE_ROLES } from './tell-of-lists.ts'

type Told = Pick<Parameters<ScoringDeps['needs']['notify']>[1], 'params' | 'link'> & { readonly key: string }

const JOB = 'scoring.watch_lists'

/** Tells enterprises and the office of notices that ended, the office of objections near or past their last day; each once, however often this runs. */
export function listJobs({ db, needs }: ScoringDeps): JobHandlers {
  return {
    [JOB]: async () => {
      const today = localDayOf(needs.now(), SCORING_ZONE)
      const operators = await listOperators(db)
      const tellAll = async (organisationIds: readonly string[], kind: string, roles: readonly string[], notice: Told) => {
        for (const organisationId of organisationIds)
          await needs.notify(db, { ...notice, kind, to: { organisationId, roles }, key: `${notice.key} ${organisationId}` })
      }
      const tell = (kind: string, roles: readonly string[], notice: Told) => tellAll(operators, kind, roles, notice)
      for (const { id } of await listNoticesOver(db, today)) {
        const list = await findList(db, id)
        if (!list) continue
        await tell('scoring.notice_ended', [...OFFICE_ROLES, 'operator:administrator'], {
          params: { title: { zh: list.title_zh, en: list.title_en }, number: list.number, count: list.open_objections },
          link: `/o/lists/${id}`,
          key: `${id} ${list.notice_until} over`,
        })
        const listed = await listOrganisationsOn(db, [{ listId: id, edition: list.edition }])
        await tellAll(listed, 'scoring.notice_closed', ENTERPRISE_ROLES, {
          params: { title: { zh: list.title_zh, en: list.title_en } },
          link: `/lists/${id}`,
          key: `${id} ${list.notice_until} closed`,
        })
      }
      for (const objection of await listDueObjections(db, addWorkingDays(today, 1))) {
        const isOverdue = objection.due_on < today
        // Whoever leads the office hears of what its officers have let pass.
        await tell(
          isOverdue ? 'scoring.objection_overdue' : 'scoring.objection_due',
          isOverdue ? [...OFFICE_ROLES, 'operator:administrator'] : OFFICE_ROLES,
          {
            params: {
              number: objection.number,
              title: { zh: objection.list_title_zh, en: objection.list_title_en },
              due: objection.due_on,
            },
            link: `/o/lists/${objection.list_id}`,
            key: `${objection.id} ${isOverdue ? 'overdue' : 'due'}`,
          },
        )
      }
    },
  }
}

export const LIST_SCHEDULES: readonly JobSchedule[] = [{ cron: '20 * * * *', job: JOB }]
