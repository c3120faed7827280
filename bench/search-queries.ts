/** What the search benchmark asks, by kind of query, and which resources answer by a plain reading of their texts. */

import { answers } from '@jiju/catalog/core/search/highlight'
import { compactKey, normalise } from '@jiju/catalog/core/search/normalise'
import { initialsOf } from '@jiju/catalog/core/search/pinyin'
import { segment } from '@jiju/catalog/core/search/segments'
import { findStandards } from '@jiju/catalog/core/search/standards-in-text'
import type { BenchResource } from './search-corpus.ts'

export type QueryClass = 'zh2' | 'zh4' | 'english' | 'initials' | 'synonym' | 'model' | 'standard' | 'typo' | 'facet'

type BenchQuery = {
  readonly params: Readonly<Record<string, unknown>>
  /** What LIKE and pg_trgm are asked. */
  readonly like: string
  readonly isAnswer: (read: ReadResource) => boolean
}

type ReadResource = BenchResource & {
  readonly fields: readonly string[]
  readonly words: ReadonlySet<string>
  readonly dense: readonly string[]
}

const holds = (text: string) => (read: ReadResource) => read.dense.some((field) => field.includes(compactKey(text)))
const holdsWords = (text: string) => {
  const wanted = normalise(text).split(' ')
  return (read: ReadResource) => wanted.every((word) => read.words.has(word))
}
const zh = (text: string): BenchQuery => ({ params: { q: text }, like: text, isAnswer: holds(text) })
const english = (text: string): BenchQuery => ({ params: { q: text }, like: text, isAnswer: holdsWords(text) })
const initials = (text: string): BenchQuery => ({
  params: { q: text },
  like: text,
  isAnswer: ({ text: { nameZh } }) =>
    segment(nameZh ?? '', true).some(({ kind, chars }) => kind === 'han' && initialsOf(chars.join('')).join('').includes(text)),
})
const synonym = (text: string, same: readonly string[]): BenchQuery => ({
  params: { q: text },
  like: text,
  isAnswer: (read) => [text, ...same].some((term) => (/[a-z]/i.test(term) ? holdsWords(term)(read) : holds(term)(read))),
})
const model = (text: string): BenchQuery => ({
  params: { q: text },
  like: text,
  isAnswer: ({ text: { manufacturer, model } }) => {
    const words = normalise(`${manufacturer ?? ''} ${model ?? ''}`).split(' ')
    return model !== null && words.some((_, index) => words.slice(index).join('').startsWith(compactKey(text)))
  },
})
const standard = (text: string): BenchQuery => {
  const wanted = findStandards(text)
  return {
    params: { q: text },
    like: text,
    isAnswer: ({ text: { standards } }) =>
      standards.some(({ number }) => findStandards(number).some((cited) => wanted.some((one) => answers(cited, one)))),
  }
}
const typo = (text: string, meant: BenchQuery): BenchQuery => ({ params: { q: text }, like: text, isAnswer: meant.isAnswer })

export const QUERIES: Readonly<Record<QueryClass, readonly BenchQuery[]>> = {
  zh2: ['液相', '质谱', '核磁', '酶标', '疲劳', '溶血', '梯度', '嘉定', '红外', '暗室', '陶瓷', '无菌'].map(zh),
  zh4: [
    '液相色谱',
    '三重四极杆质谱',
    '扫描电子显微镜',
    '细胞毒性',
    '微纳制造',
    '代谢组学',
    '疲劳寿命',
    '高分子酶标仪',
    '核磁共振波谱仪',
    '加速老化试验',
  ].map((text) => (text === '高分子酶标仪' ? zh('神经工程流式细胞仪') : zh(text))),
  english: [
    'chromatograph',
    'liquid chromatograph',
    'electron microscope',
    'Bruker',
    'Agilent quadrupole',
    'Zeiss confocal',
    'cytotoxicity',
    'flow cytometer',
  ].map(english),
  initials: ['yxsp', 'gxyxsp', 'hcgz', 'smdz', 'lsxb', 'mbyq', 'xbdx', 'dcjr'].map(initials),
  synonym: [
    synonym('NMR', ['核磁', '核磁共振', '磁共振', 'MRI']),
    synonym('流式', ['流式细胞', '流式细胞仪', 'FACS', 'flow cytometer', 'flow cytometry']),
    synonym('DSC', ['差示扫描量热']),
    synonym('XPS', ['X射线光电子能谱', 'ESCA']),
    synonym('EMC', ['电磁兼容', 'electromagnetic compatibility']),
    synonym('AFM', ['原子力显微镜']),
  ],
  model: ['Infinity 1260', 'Nexera 2040', 'Acquity7100', 'Vertex 333', 'Titan 4711', 'Avance 500', 'Stellaris 888A', 'Mira 123Plus'].map(
    model,
  ),
  standard: [
    'GB 9706.218',
    '9706.225-2021',
    'gb/t16886.5',
    'GB/T 16886.10-2024',
    'YY/T 1474',
    'gb9706.202',
    'YY/T 1789-2020',
    '16886.18',
  ].map(standard),
  typo: [
    typo('液向色谱', zh('液相色谱')),
    typo('核瓷共振', zh('核磁共振')),
    typo('扫描电子显危镜', zh('扫描电子显微镜')),
    typo('Chromatogarph', english('chromatograph')),
    typo('Agilnet', english('Agilent')),
    typo('Shimadsu', english('Shimadzu')),
  ],
  facet: [
    {
      params: { q: '液相色谱', kind: 'instrument', district: '嘉定区' },
      like: '液相色谱',
      isAnswer: (read) => holds('液相色谱')(read) && read.kind === 'instrument' && read.district === '嘉定区',
    },
    {
      params: { q: '质谱', class: '0102', mode: 'with_operator' },
      like: '质谱',
      isAnswer: (read) => holds('质谱')(read) && read.classCode === '0102' && read.modes.includes('with_operator'),
    },
    {
      params: { q: '', kind: 'testing_service', district: '松江区' },
      like: '松江区',
      isAnswer: (read) => read.kind === 'testing_service' && read.district === '松江区',
    },
    { params: { q: '显微镜', priceTo: '80' }, like: '显微镜', isAnswer: (read) => holds('显微镜')(read) && read.priceFen <= 8000n },
    {
      params: { q: '核磁', district: ['青浦区', '宝山区'], lon: 121.4, lat: 31.2, withinKm: 15, sort: 'distance' },
      like: '核磁',
      isAnswer: () => false,
    },
  ],
}

/** Reads every row: the ids that answer each query (`<class> <index>`), and the words of all texts. */
export function readAll(
  rows: number,
  resourceOf: (index: number) => BenchResource,
): { truths: Map<string, Set<string>>; words: Set<string> } {
  const allWords = new Set<string>()
  const truths = new Map<string, Set<string>>()
  const all = Object.entries(QUERIES).flatMap(([name, queries]) => queries.map((query, index) => ({ key: `${name} ${index}`, query })))
  for (const { key } of all) truths.set(key, new Set())
  for (let index = 0; index < rows; index += 1) {
    const resource = resourceOf(index)
    const { text } = resource
    const fields = [
      text.nameZh,
      text.nameEn,
      `${text.manufacturer ?? ''} ${text.model ?? ''}`,
      ...text.keywords,
      ...text.methods,
      ...text.providerNames,
      ...text.body,
    ].flatMap((field) => field || [])
    const dense = fields.map(compactKey)
    const words = new Set(fields.flatMap((field) => segment(field).flatMap(({ kind, chars }) => (kind === 'word' ? chars.join('') : []))))
    for (const word of words) allWords.add(word)
    const read = { ...resource, fields, dense, words }
    for (const { key, query } of all) if (query.isAnswer(read)) truths.get(key)?.add(resource.id)
  }
  return { truths, words: allWords }
}
