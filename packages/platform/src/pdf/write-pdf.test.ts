import { expect, test } from 'vitest'
import type { PdfContent } from './content.ts'
import { readPages } from './read-pdf-fixture.ts'
import { writePdf } from './write-pdf.ts'

const content: PdfContent = {
  title: '检验报告 SJ-2026-S-00012',
  author: '浦江医疗器械检测所',
  language: 'zh',
  createdAt: new Date('2026-11-20T03:08:00.000Z'),
  header: { left: '浦江医疗器械检测所', right: 'SJ-2026-S-00012' },
  footer: '报告仅对来样负责。',
  blocks: [
    { kind: 'title', text: '检验报告', subtitle: 'Test report' },
    {
      kind: 'facts',
      columns: 2,
      rows: [
        ['样品名称', '封堵器'],
        ['规格型号', 'FD-18'],
        ['委托方', '澜心医疗科技（上海）有限公司'],
      ],
    },
    { kind: 'heading', text: '一、检测结果' },
    { kind: 'paragraph', text: '浸提液法，37 ℃，24 h；结果见下表。囧龘靐' },
    {
      kind: 'table',
      columns: [
        { head: '序号', share: 1 },
        { head: '项目', share: 4 },
        { head: '结果', share: 3, align: 'right' },
      ],
      rows: Array.from({ length: 90 }, (_, index) => [`${index + 1}`, `细胞毒性 ${index + 1}`, `${index} 级`]),
    },
    { kind: 'qr', text: 'http://localhost:4000/v/7K3M-9Q2X', size: 80, lines: ['7K3M-9Q2X', '扫码核验'] },
    {
      kind: 'signatures',
      columns: [
        { label: '编制', lines: ['王蔚', '2026-11-19'] },
        { label: '批准', lines: ['何嘉树'] },
      ],
    },
    { kind: 'page_break' },
    {
      kind: 'labels',
      columns: 3,
      height: 80,
      labels: [
        { qr: 'S1', lines: ['S1', '封堵器'] },
        { qr: 'S2', lines: ['S2'] },
      ],
    },
  ],
}

test('the same content gives the same bytes, another date others', async () => {
  const first = await writePdf(content)
  expect((await writePdf(content)).equals(first)).toBe(true)
  expect((await writePdf({ ...content, createdAt: new Date('2026-11-20T03:08:01.000Z') })).equals(first)).toBe(false)
})

test('only the glyphs that are used are embedded', async () => {
  expect((await writePdf(content)).length).toBeLessThan(120_000)
})

test('the text can be copied, characters beyond the common ones too', async () => {
  const pages = await readPages(await writePdf(content))
  expect(pages[0]).toContain('澜心医疗科技（上海）有限公司')
  expect(pages[0]).toContain('囧龘靐')
  expect(pages.join('')).toContain('7K3M-9Q2X')
})

test('every page says which of how many it is, and the heads of a table stand on each page that it reaches', async () => {
  const pages = await readPages(await writePdf(content))
  expect(pages.length).toBe(5)
  pages.forEach((text, index) => {
    expect(text).toContain(`第 ${index + 1} 页 共 ${pages.length} 页`)
    expect(text).toContain('SJ-2026-S-00012')
  })
  expect(pages.map((text) => text.includes('序号'))).toEqual([true, true, true, true, false])
})

test('each row of a table stands once', async () => {
  const text = (await readPages(await writePdf(content))).join('\n')
  for (let row = 1; row <= 90; row += 1) expect(text.match(new RegExp(`细胞毒性 ${row}(?!\\d)`, 'g'))).toHaveLength(1)
})

test('a cell taller than a page goes on on the next', async () => {
  const long = '样品处理过程'.repeat(700)
  const blocks: PdfContent['blocks'] = [
    { kind: 'facts', rows: [['过程', long]] },
    {
      kind: 'table',
      columns: [
        { head: '过程', share: 1 },
        { head: '值', share: 1 },
      ],
      rows: [[long, '1']],
    },
  ]
  const text = (await readPages(await writePdf({ ...content, blocks }))).join('').replaceAll('\n', '')
  expect(text.match(/样品处理过程/g)?.length).toBeGreaterThan(1380)
})
