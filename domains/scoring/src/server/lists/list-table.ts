import { localDayOf } from '@jiju/kernel/zoned-time'
import type { Db } from '@jiju/platform/database/pool'
import type { WorkbookTable } from '@jiju/platform/files/write-workbook'
import { periodWords, SCORING_ZONE } from '../../core/facts/periods.ts'
import type { ListState } from '../../core/lists/vocabulary.ts'
import type { ScoringTables } from '../needs.ts'
import { type ListRow, readEdition } from '../sql/lists.ts'

const STATE_WORDS: Readonly<Record<ListState, string>> = {
  draft: '草稿 draft',
  approved: '已复核 approved',
  notice: '公示中 on notice',
  final: '已正式发布 final',
  replaced: '已被更正榜单取代 replaced',
  withdrawn: '已撤回 withdrawn',
}

/** The enterprises of a list that is before the public, as everybody may see them; and a sheet that says what the list rests on. */
export async function listTables(db: Db<ScoringTables>, list: ListRow): Promise<[WorkbookTable, WorkbookTable]> {
  const stages = new Map(list.stages.map(({ code, name }) => [code, name.zh]))
  const tiers = list.rules.kind === 'shares' ? list.rules.tiers : []
  const entries = list.state === 'withdrawn' ? [] : ((await readEdition(db, list.id, list.edition))?.entries ?? [])
  return [
    {
      title: '榜单',
      headers: [
        '名次 Rank',
        '企业 Enterprise',
        '阶段 Stage',
        ...(tiers.length > 0 ? ['档次 Tier'] : []),
        ...(list.shows_scores ? ['得分 Score'] : []),
      ],
      rows: entries.map(({ rank, name, stage, tier, score }) => [
        rank,
        name,
        stages.get(stage ?? '') ?? '',
        ...(tiers.length > 0 ? [tier === null ? '' : (tiers[tier]?.name.zh ?? '')] : []),
        ...(list.shows_scores ? [Number(score)] : []),
      ]),
    },
    {
      title: '依据',
      headers: ['项目', '内容'],
      rows: [
        ['榜单', list.title_zh],
        ['编号', list.number],
        ['状态', STATE_WORDS[list.state]],
        ['公示期', `${list.notice_from} – ${list.notice_until}`],
        ...(list.finalised_at ? [['正式发布', localDayOf(list.finalised_at, SCORING_ZONE)]] : []),
        ...(list.corrects ? [['更正榜单', `${list.corrects.number}：${list.supplement_reason}`]] : []),
        ...(list.withdraw_reason ? [['撤回原因', list.withdraw_reason]] : []),
        ['评分批次', list.run_number],
        ['期间', periodWords(list.period).zh],
        ['数据时点', list.facts_at.toISOString()],
        ['模型', `${list.model_name.zh} ${list.model_code} ${list.model_version}`],
        ['结果 SHA-256', list.result_sha256],
        ['异议受理', list.contact],
      ],
    },
  ]
}
