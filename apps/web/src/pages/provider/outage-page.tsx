import type { Outage } from '@jiju/booking/contract/outages'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AffectedTable } from '../../features/outages/affected-table.tsx'
import { outageOptions } from '../../features/outages/calls.ts'
import { ChangeEndDialog, EndOutageDialog } from '../../features/outages/outage-dialogs.tsx'
import { useResourcesText } from '../../features/outages/outage-list.tsx'
import { OutageStateTag } from '../../features/outages/outage-state.tsx'
import { SendProposals } from '../../features/outages/send-proposals.tsx'
import { currentLanguage } from '../../lib/i18n.ts'
import { useAccess } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { Check } from '../../ui/field.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Panel } from '../../ui/panel.tsx'
import { QueryView } from '../../ui/query-view.tsx'

/** One outage: what is left to do for the bookings that it hit, and changing its end. */
export function OutagePage() {
  const { id } = useParams({ from: '/work/p/outages/$id' })
  const query = useQuery(outageOptions(id))
  return (
    <QueryView query={query} isPage>
      {(outage) => <Loaded outage={outage} />}
    </QueryView>
  )
}

function Loaded({ outage }: { outage: Outage }) {
  const { t } = useTranslation('outages')
  const format = useFormat()
  const client = useQueryClient()
  const resourcesText = useResourcesText()
  const mayChange = useAccess('booking.outage.declare') && outage.phase !== 'past'
  const [open, setOpen] = useState<'change' | 'end' | null>(null)
  const zone = outage.resources[0]?.zone
  const done = async () => {
    setOpen(null)
    await client.invalidateQueries({ queryKey: ['outages'] })
  }
  return (
    <>
      <PageHead
        crumb={[{ label: t('title'), link: { to: '/p/outages' } }, { label: outage.number }]}
        title={resourcesText(outage)}
        beside={<OutageStateTag outage={outage} />}
        line={`${outage.number} · ${t(`type.${outage.type}`)} · ${outage.reason}`}
        actions={
          mayChange && (
            <>
              <Button onClick={() => setOpen('change')}>{t('detail.change')}</Button>
              <Button kind="danger" onClick={() => setOpen('end')}>
                {outage.phase === 'running' ? t('detail.end') : t('detail.callOff')}
              </Button>
            </>
          )
        }
      />
      <div className="stack">
        <Turn outage={outage} />
        <AffectedTable outage={outage} />
        <Panel title={t('detail.period')}>
          <dl className="kv">
            <dt>{t('detail.period')}</dt>
            <dd className="b">{format.range(outage.start, outage.end, zone)}</dd>
            <dt>{t('detail.resources')}</dt>
            <dd>
              {outage.resources[0]?.units
                ? resourcesText(outage)
                : outage.resources.map((one) => (currentLanguage() === 'en' && one.nameEn) || one.name).join(' · ')}
            </dd>
            <dt>{t('detail.reason')}</dt>
            <dd>{outage.reason}</dd>
            <dt>{t('detail.note')}</dt>
            <dd className="pre">{outage.note || '—'}</dd>
            <dt>{t('detail.declared')}</dt>
            <dd>{t('detail.declaredBy', { name: outage.declaredByName, time: format.stamp(outage.declaredAt, zone) })}</dd>
          </dl>
        </Panel>
      </div>
      {open === 'change' && <ChangeEndDialog outage={outage} onClose={() => setOpen(null)} onDone={done} />}
      {open === 'end' && <EndOutageDialog outage={outage} onClose={() => setOpen(null)} onDone={done} />}
    </>
  )
}

function Turn({ outage }: { outage: Outage }) {
  const { t } = useTranslation('outages')
  const [isCheaper, setCheaper] = useState(false)
  const { affected, open, proposed } = outage
  const isWaiting = open > 0
  const text =
    affected === 0
      ? t('detail.turnNone')
      : !isWaiting
        ? t('detail.turnDone')
        : proposed === open
          ? t('detail.turnProposed', { count: proposed })
          : t('detail.turnOpen', { count: open })
  return (
    <section className="panel">
      <div className="turn-bar" data-turn={isWaiting && proposed < open ? 'mine' : undefined}>
        <div className="f1">
          <div className="b">{text}</div>
          {isWaiting && <div className="s t2">{t('detail.turnNote')}</div>}
        </div>
        {isWaiting && (
          <div className="row g8 wrap">
            <Check isChecked={isCheaper} onChange={setCheaper}>
              {t('detail.onlyCheaper')}
            </Check>
            <SendProposals outage={outage} onlySameOrLowerPrice={isCheaper} />
          </div>
        )}
      </div>
    </section>
  )
}
