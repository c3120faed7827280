import type { NoticeParams } from '@jiju/platform/notices/notice'
import { rangeText } from '../notices/time-texts.ts'
import type { TrainingRow } from '../sql/qualification/trainings.ts'

/** What notices say about a session. */
export function trainingParams(row: Pick<TrainingRow, 'title' | 'location' | 'start' | 'end' | 'zone'>): NoticeParams {
  return { title: row.title, location: row.location, time: rangeText(row.start, row.end, row.zone) }
}
