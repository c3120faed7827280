import { CODE_KEYWORD } from '@jiju/kernel/verification-code'
import { localDayOf } from '@jiju/kernel/zoned-time'
import type { PdfBlock, PdfContent, PdfFact } from '@jiju/platform/pdf/content'
import type { CertificateContent } from '../../contract/certificates.ts'
import { periodWords, SCORING_ZONE } from '../../core/facts/periods.ts'

type Issue = {
  readonly code: string
  readonly verifyUrl: string
  readonly at: Date
  readonly contentSha256: string
  readonly issuer: string
}

/** 积分证明: what was scored, the score with its place, what it rests on, and how anybody checks it. In Chinese with English beside. */
export function certificatePdf(content: CertificateContent, issue: Issue): PdfContent {
  const { model, stage } = content
  const both = ({ zh, en }: { zh: string; en: string }) => `${zh} ${en}`
  return {
    title: `企业创新积分证明 ${content.number}`,
    author: issue.issuer,
    language: 'zh',
    createdAt: issue.at,
    keywords: `${CODE_KEYWORD}${issue.code}`,
    header: { left: issue.issuer, right: content.number },
    footer: issue.verifyUrl,
    blocks: [
      { kind: 'title', text: '企业创新积分证明', subtitle: 'Certificate of innovation points' },
      ...(content.publication === 'notice'
        ? [
            {
              kind: 'paragraph',
              text: '公示期间出具：名单尚未正式发布，异议处理可能改变得分和名次。On notice: not final, objections may change it.',
              tone: 'strong',
            } as const,
          ]
        : []),
      {
        kind: 'facts',
        rows: [
          ['企业 Enterprise', content.enterpriseName],
          ['统一社会信用代码', content.creditCode],
        ],
      },
      { kind: 'heading', text: `创新积分 ${content.score}（满分 ${model.scale}，另计加分与扣分）` },
      { kind: 'facts', columns: 2, rows: placeFacts(content) },
      { kind: 'heading', level: 2, text: '分项 Branches' },
      {
        kind: 'table',
        columns: [
          { head: '分项 Branch', share: 0.7 },
          { head: `得分（0–${model.scale}）`, share: 0.3, align: 'right' },
        ],
        rows: content.branches.map(({ name, points }) => [both(name), points ?? '缺数据']),
      } satisfies PdfBlock,
      { kind: 'heading', level: 2, text: '依据 Basis' },
      {
        kind: 'facts',
        rows: [
          ['评分期间 Period', `${both(periodWords(content.period))}（截至 ${content.asOf}）`],
          ['数据日期 Data of', localDayOf(new Date(content.dataDate), SCORING_ZONE)],
          ['计分模型 Model', `${both(model.name)}　${model.code} ${model.version}${model.certainty === 'seen' ? '' : '（权重待确认）'}`],
          ['评分批次 Run', content.runNumber],
          ['批次结果 SHA-256', content.resultSha256],
          ['内容 SHA-256', issue.contentSha256],
          ['发布状态 Standing', content.publication === 'final' ? '已正式发布 final' : '公示中 on notice'],
          ['出具日期 Issued', localDayOf(issue.at, SCORING_ZONE)],
          ['数字签名 Signed', `${issue.issuer}（PAdES，可离线核验）`],
          ...(stage ? [] : ([['企业阶段', '模型不分阶段']] as PdfFact[])),
        ],
      },
      { kind: 'space', height: 12 },
      { kind: 'qr', text: issue.verifyUrl, size: 84, lines: [issue.code, '扫码或输入核验码，可知本证明是否仍然有效', issue.verifyUrl] },
      { kind: 'paragraph', tone: 'note', text: '本证明仅说明上述批次的评分结果，不构成信用担保或投资建议。以核验页显示的当前状态为准。' },
    ],
  }
}

function placeFacts({ rankAll, scoredCount, stage, coverageRatio }: CertificateContent): PdfFact[] {
  return [
    ['全体名次 Rank', `第 ${rankAll} 名，共 ${scoredCount} 家`],
    ['数据覆盖 Coverage', `${Math.round(coverageRatio * 1000) / 10}%`],
    ...(stage
      ? ([
          ['企业阶段 Stage', `${stage.name.zh} ${stage.name.en}`],
          ['阶段名次 In stage', `第 ${stage.rank} 名，共 ${stage.count} 家`],
        ] as const)
      : []),
  ]
}
