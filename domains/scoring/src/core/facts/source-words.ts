import type { Words } from '../engine/model.ts'
import type { Source } from './sources.ts'

/** Where figures come from, in words. */
export const SOURCE_WORDS: Readonly<Record<Source, Words>> = {
  tax: { zh: '税务', en: 'Tax' },
  statistics: { zh: '统计', en: 'Statistics' },
  patents: { zh: '知识产权', en: 'Intellectual property' },
  technology_contracts: { zh: '技术合同登记', en: 'Technology contracts' },
  social_insurance: { zh: '社保', en: 'Social insurance' },
  science_bureau: { zh: '科技部门', en: 'Science bureau' },
  market_regulation: { zh: '市场监管与药监', en: 'Market and drug regulation' },
  court: { zh: '法院', en: 'Court' },
  finance: { zh: '金融与投资备案', en: 'Finance and investment records' },
  talent_system: { zh: '人才系统', en: 'Talent system' },
  self_report: { zh: '企业自报', en: 'Self-report' },
}
