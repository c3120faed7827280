import type { BundlePreview } from '@jiju/booking/contract/bundles'
import { useTranslation } from 'react-i18next'
import { currentLanguage } from '../../lib/i18n.ts'
import { useFormat } from '../../lib/use-format.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Tag } from '../../ui/tag.tsx'

type Part = BundlePreview['parts'][number]

/** Which resource takes each place and what it costs; of one that cannot be had, why. */
export function BundleSummary({ preview }: { preview: BundlePreview }) {
  const { t } = useTranslation('plans')
  const format = useFormat()
  const shown = (part: Part) => part.candidates.find(({ resourceId }) => resourceId === part.chosen) ?? part.candidates[0]
  const columns: Column<Part>[] = [
    {
      key: 'resource',
      title: t('column.resource'),
      cell: (part) => {
        const candidate = shown(part)
        return currentLanguage() === 'en' && candidate?.resourceNameEn ? candidate.resourceNameEn : (candidate?.resourceName ?? '—')
      },
    },
    {
      key: 'outcome',
      title: t('column.outcome'),
      cell: (part) =>
        part.chosen ? (
          <Tag kind="ok">{t('outcome.free')}</Tag>
        ) : (
          <div className="col g4">
            <div>
              <Tag kind="warn">{t(outcomeOf(part))}</Tag>
            </div>
            {part.candidates.length === 1 &&
              reasonsOf(part).map((problem) => (
                <span key={problem.code} className="s t2">
                  {problem.message}
                </span>
              ))}
          </div>
        ),
    },
    { key: 'price', title: t('column.price'), look: 'num', cell: (part) => format.money(shown(part)?.price?.total) },
  ]
  return (
    <div className="stack" style={{ gap: 8 }}>
      <DataTable
        caption={t('bundle.caption')}
        columns={columns}
        rows={preview.parts}
        rowKey={(part) => part.candidates.map(({ resourceId }) => resourceId).join()}
      />
      {preview.problems.map((problem) => (
        <p key={problem.code} className="notice notice-warn">
          {problem.message}
        </p>
      ))}
      {preview.request && <p className="notice">{t('bundle.request', { until: format.instant(preview.request.decideUntil) })}</p>}
    </div>
  )
}

const TAKEN = 'booking.slot_taken'

function outcomeOf({ candidates }: Part): 'outcome.noneOf' | 'outcome.taken' | 'outcome.notNow' {
  if (candidates.length > 1) return 'outcome.noneOf'
  return candidates[0]?.problems.every(({ code }) => code === TAKEN) ? 'outcome.taken' : 'outcome.notNow'
}

/** The tag says already that it is taken. */
function reasonsOf({ candidates }: Part) {
  return candidates[0]?.problems.filter(({ code }) => code !== TAKEN) ?? []
}
