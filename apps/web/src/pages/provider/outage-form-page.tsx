import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { OutageForm } from '../../features/outages/outage-form.tsx'
import { serverClock } from '../../lib/clock.ts'
import { one } from '../../lib/search-params.ts'
import { PageHead } from '../../ui/page-head.tsx'

/** Declares an outage; a fault report or the timeline may have chosen the instrument. */
export function OutageFormPage() {
  const { t } = useTranslation('outages')
  const navigate = useNavigate()
  const client = useQueryClient()
  const search = useSearch({ from: '/work/p/outages/new' })
  const [now] = useState(() => serverClock.now())
  const resource = one(search.resource)
  return (
    <>
      <PageHead crumb={[{ label: t('title'), link: { to: '/p/outages' } }, { label: t('form.title') }]} title={t('form.title')} />
      <OutageForm
        resourceIds={resource ? [resource] : []}
        faultReportId={one(search.fault)}
        now={now}
        onDone={async (outage) => {
          await client.invalidateQueries({ queryKey: ['outages'] })
          await navigate({ to: '/p/outages/$id', params: { id: outage.id } })
        }}
      />
    </>
  )
}
