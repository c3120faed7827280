import type { ListShifts, PublicList } from '@jiju/scoring/contract/lists'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Panel } from '../../ui/panel.tsx'
import { shiftsOptions } from './calls.ts'
import { useListWords } from './rule-text.ts'

type Shift = ListShifts['items'][number]

/** What a correction moved: places before and after, and for the office the exact reasons of each change. Nothing while nothing moved. */
export function ShiftsPanel({
  list,
  isPublic,
}: {
  list: Pick<PublicList, 'id' | 'rules' | 'stages' | 'titleZh' | 'titleEn' | 'edition' | 'model' | 'corrects'>
  isPublic: boolean
}) {
  const { t } = useTranslation('scoring-lists')
  const words = useListWords(list)
  const { data } = useQuery({ ...shiftsOptions(list.id, isPublic), enabled: list.edition > 1 || list.corrects !== null })
  if (!data?.from) return null
  if (data.items.length === 0) return list.corrects && <Panel title={t('public.shifts')}>{t('public.noShifts')}</Panel>
  const place = (one: Shift['from'], missing: string) =>
    one ? [one.rank, words.tier(one.tier), one.score].filter((part) => part !== '' && part !== null).join(' · ') : missing
  const columns: Column<Shift>[] = [
    { key: 'name', title: t('public.name'), cell: (row) => row.name },
    { key: 'before', title: t('runs.before'), cell: (row) => place(row.from, t('public.came')) },
    { key: 'after', title: t('runs.after'), cell: (row) => place(row.to, t('public.gone')) },
    ...(isPublic
      ? []
      : [
          {
            key: 'movement',
            title: t('office.movement'),
            cell: (row: Shift) =>
              row.movement && (
                <>
                  {row.movement.changed}
                  <div className="s t3">
                    {t('office.movementSplit', { own: row.movement.own, peers: row.movement.peers, method: row.movement.method })}
                  </div>
                </>
              ),
          },
        ]),
  ]
  return (
    <Panel title={t('public.shifts')} note={t('public.shiftsNote', { from: data.from.runNumber, to: data.to.runNumber })} isFlush>
      <DataTable caption={t('public.shifts')} columns={columns} rows={data.items} rowKey={(row) => row.enterpriseId} />
    </Panel>
  )
}
