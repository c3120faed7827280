import type { Words } from '../engine/model.ts'
import { periodWords } from '../facts/periods.ts'

export const LIST_KINDS = ['top', 'shares'] as const
export type ListKind = (typeof LIST_KINDS)[number]

export const LIST_STATES = ['draft', 'approved', 'notice', 'final', 'replaced', 'withdrawn'] as const
export type ListState = (typeof LIST_STATES)[number]

export const OBJECTION_STATES = ['open', 'upheld', 'rejected'] as const
export type ObjectionState = (typeof OBJECTION_STATES)[number]

/** How a part of an enterprise counts: 5 % of 30 are 1.5. */
export const SHARE_ROUNDINGS = ['up', 'down', 'nearest'] as const
export type ShareRounding = (typeof SHARE_ROUNDINGS)[number]

/** A part of the enterprises of each stage, from where the tier before ends up to a percentage of the whole stage. */
export type Tier = { readonly name: Words; readonly upToPercent: number }

/** Who is on a list: the best of all, or tiers of each stage. */
export type ListRules =
  | { readonly kind: 'top'; readonly size: number }
  | { readonly kind: 'shares'; readonly tiers: readonly Tier[]; readonly rounding: ShareRounding }

/** Top hundred, as Changsha publishes it. */
export const TOP_HUNDRED: ListRules = { kind: 'top', size: 100 }

/** Three lists of each stage, as Longwan published them in October 2022; how parts are rounded is to be confirmed. */
export const LONGWAN_TIERS: ListRules = {
  kind: 'shares',
  rounding: 'up',
  tiers: [
    { name: { zh: '创新领跑榜', en: 'Front-runners' }, upToPercent: 5 },
    { name: { zh: '创新竞跑榜', en: 'Contenders' }, upToPercent: 10 },
    { name: { zh: '创新进取榜', en: 'Climbers' }, upToPercent: 20 },
  ],
}

/** The least time for objections. */
export const LEAST_NOTICE_DAYS = 5

/** Working days that a recalculated list stands on notice at least, so that whoever lost a place can object. */
export const RENOTICE_DAYS = 3

/** What the correction of a final list is called; that of a correction likewise. */
export function correctedTitle({ zh, en }: Words): Words {
  const [markZh, markEn] = ['（更正）', ' (corrected)']
  return {
    zh: zh.endsWith(markZh) ? zh : `${zh.slice(0, 100 - markZh.length)}${markZh}`,
    en: en.endsWith(markEn) ? en : `${en.slice(0, 200 - markEn.length)}${markEn}`,
  }
}

/** What a list is called unless its draft says otherwise. */
export function usualTitle(kind: ListKind, period: string): Words {
  const { zh, en } = periodWords(period)
  const [of, list] = [zh.endsWith('年') ? `${zh}度` : zh, kind === 'top' ? '百强榜' : '分阶段榜单']
  return { zh: `${of}创新积分${list}`, en: `${kind === 'top' ? 'Top 100 of innovation points' : 'Innovation points by stage'} ${en}` }
}
