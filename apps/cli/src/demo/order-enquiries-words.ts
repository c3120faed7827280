import type { AskedState } from '@jiju/orders/core/vocabulary'

/** What the cast's enterprise asks for at the moment, in whose words, and how far each provider is. */
export const ENQUIRY_WORDS: readonly {
  readonly title: string
  readonly words: string
  readonly purpose: string
  readonly confidentiality: string
  readonly daysAgo: number
  /** Yuan, for a need that the first provider takes. */
  readonly offered?: number
  readonly items: readonly { name: string; method: string; quantity: number; sampleCount: number; yuan: number }[]
  readonly answers: readonly Extract<AskedState, 'asked' | 'quoted' | 'declined'>[]
  readonly quoteWords: readonly string[]
  readonly question: string
}[] = [
  {
    title: '可降解封堵器细胞毒性与溶血',
    words: '镍钛网架覆聚左旋乳酸膜，直径 24 mm，每批 6 件。按 6 cm²/mL 浸提，需盖章报告用于注册申报。',
    purpose: 'registration',
    confidentiality: 'confidential',
    daysAgo: 1,
    items: [
      { name: '细胞毒性（浸提液法）', method: 'GB/T 16886.5-2017', quantity: 1, sampleCount: 3, yuan: 1800 },
      { name: '溶血', method: 'GB/T 16886.4-2022', quantity: 1, sampleCount: 3, yuan: 1500 },
    ],
    answers: ['quoted', 'quoted', 'asked'],
    quoteWords: ['含浸提与纸质报告两份。', '浸提另需 2 个工作日，已计入。'],
    question: '请确认浸提介质用含血清培养基还是生理盐水？',
  },
  {
    title: '导管涂层可沥滤物筛查',
    words: '亲水涂层导管，长度 1.1 m。先做 LC-MS 全扫，再定目标物定量。',
    purpose: 'development',
    confidentiality: 'normal',
    daysAgo: 0,
    items: [{ name: '可沥滤物筛查（LC-MS）', method: 'GB/T 16886.18-2022', quantity: 2, sampleCount: 4, yuan: 2460 }],
    answers: ['asked', 'asked', 'asked'],
    quoteWords: [],
    question: '',
  },
  {
    title: '包装加速老化后密封强度',
    words: '吸塑盒加特卫强盖材，55 ℃ 加速老化 6 周后测密封强度。',
    purpose: 'production',
    confidentiality: 'sealed',
    daysAgo: 5,
    items: [{ name: '密封强度', method: 'YY/T 0681.2-2010', quantity: 3, sampleCount: 30, yuan: 620 }],
    answers: ['quoted', 'asked', 'declined'],
    quoteWords: ['老化箱本周有空位。'],
    question: '老化样品由贵方提供还是由我方代为老化？',
  },
  {
    title: '植入物表面粗糙度（急）',
    words: '钛合金髋臼杯 6 件，内外表面各测 3 处，出原始记录即可。',
    purpose: 'development',
    confidentiality: 'normal',
    daysAgo: 0,
    offered: 2400,
    items: [{ name: '表面粗糙度', method: 'GB/T 10610-2009', quantity: 6, sampleCount: 6, yuan: 400 }],
    answers: ['asked', 'asked', 'asked'],
    quoteWords: [],
    question: '',
  },
]
