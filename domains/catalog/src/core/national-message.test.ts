import { describe, expect, test } from 'vitest'
import { emptyContent } from './import/empty-content.ts'
import { centreMessage, messageXml, type NationalFacts, nationalCategory, nationalMessages, tenThousands } from './national-message.ts'

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
  summary: null,
  description: null,
  specifications: [],
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

test('a facility is message 2, with what is held of it and what is missing', () => {
  const { messages, missing } = nationalMessages({
    ...facts,
    kind: 'facility',
    detail: emptyContent('computing').detail as object as never,
    summary: '高性能计算',
    specifications: ['处理器 64 核', '内存 512 GB'],
  })
  expect(messages).toMatchObject([
    {
      type: 2,
      resourceId: 'r',
      fields: { technical: '处理器 64 核；内存 512 GB', function: '高性能计算', status: '偶尔故障', auditStatus: '-1' },
    },
  ])
  expect(missing.map((gap) => [gap.type, gap.field])).toEqual([
    [2, 'worth'],
    [2, 'nation'],
    [2, 'beginDate'],
    [2, 'shareMode'],
  ])
  expect(messageXml(messages[0] as never)).toMatch(/^ {2}<facility type="2">/)
})

describe('the institution is message 1', () => {
  const centre = {
    name: '甲大学分析测试中心',
    institutionCode: '12310000425006133D',
    website: null,
    establishedOn: '1998-05-01',
    capabilities: ['理化', '成像'],
    introduction: '分析测试',
    contactName: '周敏',
    contactPhone: '021',
    contactEmail: null,
    address: '示范路 1 号',
    county: '嘉定区',
    postcode: '201800',
    pageUrl: 'https://x.test.example/providers/p',
    isSharedOutside: true,
    classCodes: ['0301', '0105'],
  }
  test('complete, of one kind when all of its instruments are', () => {
    const { messages, missing } = centreMessage(centre)
    expect(messages).toMatchObject([
      {
        type: 1,
        resourceId: null,
        fields: {
          cname: '甲大学分析测试中心',
          innerId: '12310000425006133D',
          establish: '1998-05-01',
          type: '通用',
          subject: '理化、成像',
          shareMode: '外部共享',
        },
      },
    ])
    expect(missing).toEqual([])
    expect(messageXml(messages[0] as never)).toMatch(/^ {2}<instrumentCentre type="1">/)
  })
  test.each([
    ['general and special together', { classCodes: ['0301', '0501'] }, ['type']],
    ['no instrument', { classCodes: [], isSharedOutside: false }, ['type', 'shareMode']],
    [
      'no profile',
      { establishedOn: null, capabilities: [], introduction: null, contactName: null, contactPhone: null },
      ['establish', 'subject', 'serviceContent', 'contact', 'phone'],
    ],
    ['no site and no code', { address: null, institutionCode: null }, ['innerId', 'insCode', 'street']],
  ])('%s', (_name, change, fields) => {
    expect(centreMessage({ ...centre, ...change }).missing.map((gap) => gap.field)).toEqual(fields)
  })
})
