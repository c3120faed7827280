import { expect, test } from 'vitest'
import { emptyContent } from './import/empty-content.ts'
import { messageXml, type NationalFacts, nationalCategory, nationalMessages, tenThousands } from './national-message.ts'

const facts: NationalFacts = {
  resourceId: 'r',
  kind: 'instrument',
  innerNumber: 'YQ-1',
  nameZh: '干涉仪 <A&B>',
  nameEn: null,
  model: 'X',
  classCode: '0301',
  contactName: '周敏',
  contactPhone: '021',
  contactEmail: null,
  operatingStatus: 'occasional_fault',
  institutionCode: '91310000',
  institutionName: '甲',
  address: '示范路 1 号',
  county: '嘉定区',
  postcode: null,
  priceText: '企业 180.00 元/小时',
  pageUrl: 'https://x.test.example/r',
  photoUrl: null,
  detail: {
    ...(emptyContent('instrument').detail as object),
    originalValue: '408000.00',
    shareMode: 'outside',
    isCustomsSupervised: false,
  },
}

test.each([
  ['408000.00', '40.8'],
  ['0.01', '0.000001'],
  ['10000.00', '1'],
  ['1234567.89', '123.456789'],
  ['0.00', '0'],
])('%s yuan are %s 万元', (yuan, worth) => expect(tenThousands(yuan)).toBe(worth))

test.each([
  ['0301', '030100'],
  ['030122', '030122'],
  ['03', ''],
  ['x1', ''],
  [null, ''],
  ['9999', ''],
])('category of %s is %j', (code, category) => expect(nationalCategory(code)).toBe(category))

test('an instrument in national words, and what is missing for it', () => {
  const { messages, missing } = nationalMessages(facts)
  expect(messages).toHaveLength(1)
  expect(messages[0]?.fields).toMatchObject({
    cname: '干涉仪 <A&B>',
    instrCategory: '030100',
    type: '通用',
    worth: '40.8',
    status: '偶尔故障',
    shareMode: '外部共享',
    instrSupervise: '否',
    auditStatus: '-1',
    fee: '企业 180.00 元/小时',
  })
  expect(missing.map((gap) => gap.field)).toEqual([
    'instrSource',
    'nation',
    'manufacturer',
    'beginDate',
    'technical',
    'function',
    'serviceContent',
    'requirement',
    'image',
  ])
  expect(messages[0] && messageXml(messages[0])).toContain('<cname>干涉仪 &lt;A&amp;B&gt;</cname>')
})

test('a duty-free import has its own message', () => {
  const { messages, missing } = nationalMessages({
    ...facts,
    detail: { ...facts.detail, customs: { hsCode: '9027809990', isShared: true } },
  })
  expect(messages.map((message) => message.type)).toEqual([4, 5])
  expect(messages[1]?.fields).toEqual({ innerId: 'YQ-1', hsCode: '9027809990', share: '是' })
  expect(missing.filter((gap) => gap.type === 5).map((gap) => gap.field)).toEqual(['declarationNumber', 'importDate', 'responsibleCustoms'])
})
