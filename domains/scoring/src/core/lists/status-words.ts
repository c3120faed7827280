import type { Words } from '../engine/model.ts'
import type { Status } from '../engine/score-table.ts'

/** Why an enterprise has a score or none, in words. */
export const STATUS_WORDS: Readonly<Record<Status, Words>> = {
  scored: { zh: '有得分', en: 'Scored' },
  no_stage: { zh: '不属于任何阶段', en: 'In no stage' },
  missing_fact: { zh: '缺必需数据', en: 'A required fact is missing' },
  low_coverage: { zh: '数据覆盖不足', en: 'Too little is known' },
  vetoed: { zh: '一票否决', en: 'Vetoed' },
  gated: { zh: '未达门槛', en: 'Below a gate' },
}
