import { type WorkbookTable, workbookStream } from '@jiju/platform/files/write-workbook'
import { SOURCES } from '../../core/facts/sources.ts'
import { ENTERPRISE_HEADERS } from '../imports/enterprise-rows.ts'
import { EVENT_HEADERS } from '../imports/event-rows.ts'
import type { DefinitionRow } from '../sql/definitions.ts'

type TemplateName = 'facts' | 'facts-list' | 'enterprises' | 'events'

const first = (names: Readonly<Record<string, readonly string[]>>) => Object.values(names).map(([name]) => name ?? '')

/** An xlsx file to fill in: one row an enterprise, or one row a fact, with a sheet that explains every fact. */
export function templateStream(what: TemplateName, definitions: readonly DefinitionRow[]) {
  const guide: WorkbookTable = {
    title: '数据项',
    headers: ['代码', '名称', 'Name', '单位', '期间', '来源（按权威次序）'],
    rows: definitions.map((each) => [each.code, each.name.zh, each.name.en, each.unit, each.periodKind, each.authority.join(', ')]),
  }
  const sheets: Readonly<Record<TemplateName, readonly WorkbookTable[]>> = {
    facts: [
      {
        title: '指标数据',
        headers: ['统一社会信用代码', '企业名称', '期间', '文号', ...definitions.map(({ name, unit }) => `${name.zh}（${unit}）`)],
        rows: [],
      },
      guide,
    ],
    'facts-list': [{ title: '指标数据', headers: ['统一社会信用代码', '企业名称', '期间', '数据项', '数值', '文号'], rows: [] }, guide],
    enterprises: [{ title: '企业名录', headers: first(ENTERPRISE_HEADERS), rows: [] }],
    events: [
      { title: '负面事项', headers: first(EVENT_HEADERS), rows: [] },
      { title: '说明', headers: ['来源代码'], rows: SOURCES.map((source) => [source]) },
    ],
  }
  return workbookStream(sheets[what])
}
