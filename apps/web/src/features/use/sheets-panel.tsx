import type { PriceSummary } from '@jiju/booking/contract/tariffs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../lib/api.ts'
import { useAccess } from '../../lib/session.ts'
import { usePages } from '../../lib/use-pages.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { type Column, DataTable, LoadMore } from '../../ui/data-table.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { Check } from '../../ui/field.tsx'
import { Panel } from '../../ui/panel.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Empty } from '../../ui/states.tsx'
import { UseRulesForm } from './use-rules-form.tsx'

async function listResources(cursor?: string): Promise<{ items: PriceSummary[]; nextCursor: string | null }> {
  return await answer(api.GET('/api/v1/booking/price-lists', { params: { query: cursor ? { cursor } : {} } }))
}

/** Own instruments: their rules of use, and which sheets to print. */
export function SheetsPanel() {
  const { t, i18n } = useTranslation('use')
  const mayEdit = useAccess('booking.use_rules.edit')
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [rulesOf, setRulesOf] = useState<PriceSummary | null>(null)
  const { query, items, more } = usePages<PriceSummary>({ queryKey: ['uses', 'resources'], load: (cursor) => listResources(cursor) })
  const nameOf = (row: PriceSummary) => (i18n.language === 'en' && row.nameEn ? row.nameEn : row.name)
  const columns: Column<PriceSummary>[] = [
    {
      key: 'name',
      title: t('board.resource'),
      cell: (row) => (
        <Check
          isChecked={chosen.includes(row.resourceId)}
          onChange={(isOn) => setChosen(isOn ? [...chosen, row.resourceId] : chosen.filter((id) => id !== row.resourceId))}
        >
          {nameOf(row)} <span className="t3">{row.model}</span>
        </Check>
      ),
    },
    {
      key: 'act',
      title: t('board.act'),
      look: 'action',
      cell: (row) =>
        mayEdit && (
          <Button size="sm" onClick={() => setRulesOf(row)}>
            {t('rules.title')}
          </Button>
        ),
    },
  ]
  return (
    <Panel
      title={t('sheets.title')}
      note={t('sheets.note')}
      isFlush
      extra={
        chosen.length > 0 && (
          <ButtonLink kind="primary" size="sm" to="/p/uses/sheets" search={{ resource: chosen.slice(0, 100).join(',') }}>
            {t('sheets.print', { count: chosen.length })}
          </ButtonLink>
        )
      }
    >
      <QueryView query={query}>
        {() =>
          items.length === 0 ? (
            <Empty title={t('sheets.none')} />
          ) : (
            <>
              <DataTable caption={t('sheets.title')} columns={columns} rows={items} rowKey={(row) => row.resourceId} />
              <LoadMore {...more} />
            </>
          )
        }
      </QueryView>
      <Drawer title={rulesOf ? nameOf(rulesOf) : ''} isOpen={rulesOf !== null} onClose={() => setRulesOf(null)}>
        {rulesOf && <UseRulesForm resourceId={rulesOf.resourceId} onDone={() => setRulesOf(null)} />}
      </Drawer>
    </Panel>
  )
}
