import { parseFen, printFen } from '@jiju/kernel/money'
import type { PdfBlock, PdfContent, PdfFact } from '@jiju/platform/pdf/content'
import { type AgreementContent, PARTICULARS, type Particular } from '../../core/agreement/content.ts'
import { clauseWords } from '../../core/agreement/figures.ts'
import words from './agreement-words.json' with { type: 'json' }

/** How one side accepted the text. */
type PrintedAcceptance = { readonly side: 'client' | 'provider'; readonly personName: string; readonly at: string }

type Printed = {
  readonly content: AgreementContent
  readonly sha256: string
  readonly agreedAt: Date
  readonly acceptances: readonly PrintedAcceptance[]
}

/** The agreement (委托检测协议) as both sides accepted it, with who accepted it when. In Chinese, as its clauses are. */
export function agreementPdf({ content, sha256, agreedAt, acceptances }: Printed): PdfContent {
  return {
    title: `委托检测协议 ${content.number}`,
    author: content.provider.name,
    language: 'zh',
    createdAt: agreedAt,
    header: { left: '委托检测协议', right: content.number },
    footer: `文本 SHA-256：${sha256}`,
    blocks: [
      { kind: 'title', text: '委托检测协议', subtitle: content.title },
      { kind: 'facts', columns: 1, rows: partyFacts(content) },
      { kind: 'heading', text: '一、检测项目与费用' },
      itemTable(content),
      { kind: 'paragraph', tone: 'strong', align: 'right', text: `合计：${printed(content.total)} 元` },
      ...(content.amendments.length > 0
        ? [{ kind: 'paragraph', tone: 'note', text: `已含双方签署的变更单第 ${content.amendments.join('、')} 号。` } as const]
        : []),
      { kind: 'facts', columns: 1, rows: orderFacts(content) },
      ...formBlocks(content),
      ...particularBlocks(content),
      { kind: 'heading', text: '四、条款' },
      ...content.terms.flatMap(termsBlocks),
      { kind: 'heading', text: '五、双方接受' },
      {
        kind: 'paragraph',
        text: '双方授权人员已在平台上逐一接受与上述散列值一致的协议文本。接受记录与本协议具有同等效力。',
      },
      { kind: 'signatures', columns: (['client', 'provider'] as const).map((side) => signature(content, side, acceptances)) },
    ],
  }
}

function partyFacts({ number, client, provider }: AgreementContent): PdfFact[] {
  const party = ({ name, uscc }: AgreementContent['client']) => (uscc ? `${name}（统一社会信用代码 ${uscc}）` : name)
  return [
    ['订单编号', number],
    ['委托方（甲方）', party(client)],
    ['检测方（乙方）', party(provider)],
  ]
}

function itemTable({ items }: AgreementContent): PdfBlock {
  return {
    kind: 'table',
    columns: [
      { head: '序号', share: 0.07, align: 'center' },
      { head: '项目', share: 0.29 },
      { head: '依据', share: 0.26 },
      { head: '数量', share: 0.09, align: 'right' },
      { head: '单价（元）', share: 0.14, align: 'right' },
      { head: '金额（元）', share: 0.15, align: 'right' },
    ],
    rows: items.map((item, index) => [
      String(index + 1),
      item.subcontractor ? `${item.name}（分包：${item.subcontractor}）` : item.name,
      item.method || '按双方约定',
      String(item.quantity),
      printed(item.unitPrice),
      printed(item.amount),
    ]),
  }
}

const printed = (yuan: string): string => printFen(parseFen(yuan) ?? 0n)

function orderFacts(content: AgreementContent): PdfFact[] {
  const { received, working, reporting } = content.cancelRates
  const start = content.needsSamples ? '样品收齐并审查合格' : '接单'
  return [
    ['检测目的', words.purposes[content.purpose]],
    ['保密等级', words.confidentialities[content.confidentiality]],
    ['时限', `自${start}之日起 ${content.turnaroundDays} 个工作日；因甲方原因暂停的时间不计`],
    ['取消费用', `收样后 ${received}%，检测中 ${working}%，编制报告时 ${reporting}%；收样前不收费`],
    ['报告交付', content.holdsResults ? '费用付清后交付报告' : '签发后即交付报告'],
  ]
}

function formBlocks({ items, need }: AgreementContent): PdfBlock[] {
  const filled = items.filter(({ form }) => form.length > 0)
  return [
    { kind: 'heading', text: '二、委托要求' },
    ...(need || filled.length === 0 ? [{ kind: 'paragraph', text: need || '无其他要求。' } as const] : []),
    ...filled.flatMap(({ name, form }): PdfBlock[] => [
      { kind: 'heading', level: 2, text: name },
      { kind: 'facts', columns: 1, rows: form },
    ]),
  ]
}

function particularBlocks({ particulars }: AgreementContent): PdfBlock[] {
  const rows = PARTICULARS.flatMap((key): PdfFact[] => {
    const value = particulars[key]
    return value ? [[words.particulars[key], particularText(key, value)]] : []
  })
  return [
    { kind: 'heading', text: '三、样品与交付' },
    rows.length > 0 ? { kind: 'facts', columns: 2, rows } : { kind: 'paragraph', text: '按条款执行，无其他约定。' },
  ]
}

function particularText(key: Particular, value: string): string {
  const values: Partial<Record<Particular, Readonly<Record<string, string>>>> = words.values
  return values[key]?.[value] ?? value
}

function termsBlocks({ topic, name, number, isChanged, clauses }: AgreementContent['terms'][number]): PdfBlock[] {
  return [
    { kind: 'heading', level: 2, text: `${words.topics[topic]}：${name}（第 ${number} 版${isChanged ? '，经双方协商修改' : ''}）` },
    ...clauses.map((clause, index): PdfBlock => ({ kind: 'paragraph', text: `${index + 1}. ${clause.heading}　${clauseWords(clause)}` })),
  ]
}

function signature(content: AgreementContent, side: PrintedAcceptance['side'], acceptances: readonly PrintedAcceptance[]) {
  const acceptance = acceptances.find((one) => one.side === side)
  return {
    label: side === 'client' ? '甲方' : '乙方',
    lines: [content[side].name, `接受人：${acceptance?.personName ?? ''}`, `接受时间：${acceptance?.at ?? ''}`],
  }
}
