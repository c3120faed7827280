import type { AskBundle, PlacedBundle } from '@jiju/booking/contract/bundles'
import type { Calendar } from '@jiju/booking/contract/calendars'
import type { Operation } from '@jiju/booking/core/vocabulary'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { serverClock } from '../../lib/clock.ts'
import { currentLanguage } from '../../lib/i18n.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { fromWallClock, toWallClock } from '../../lib/wall-clock.ts'
import { Button } from '../../ui/button.tsx'
import { Check, SelectField, TextField } from '../../ui/field.tsx'
import { DateTimeField } from '../../ui/late/moment-field.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { BundleSummary } from './bundle-summary.tsx'
import { bundlePreviewOptions, companionsOptions, findTimes, placeBundle, similarOptions } from './calls.ts'
import { useLater } from './use-later.ts'

const ANY = 'any'
const DAY_MS = 86_400_000

/** The instrument with what belongs to it, for one time: chosen, priced together, booked all or none. */
export function BundleForm(props: {
  rules: Calendar
  name: string
  first: { start: number; end: number }
  operation: Operation | undefined
  onPlaced: (placed: PlacedBundle) => void
}) {
  const companions = useQuery(companionsOptions(props.rules.resourceId))
  return <QueryView query={companions}>{(list) => <Fields {...props} companions={list.companions} />}</QueryView>
}

type Companion = {
  nameZh: string
  nameEn: string | null
  isNeeded: boolean
  choices: { resourceId: string; name: string; nameEn: string | null }[]
}

function Fields({
  rules,
  name,
  first,
  operation,
  companions,
  onPlaced,
}: Parameters<typeof BundleForm>[0] & { companions: readonly Companion[] }) {
  const { t } = useTranslation('plans')
  const format = useFormat()
  const { zone } = rules
  const [start, setStart] = useState(() => toWallClock(new Date(first.start), zone))
  const [end, setEnd] = useState(() => toWallClock(new Date(first.end), zone))
  const [takesSimilar, setTakesSimilar] = useState(false)
  const [isCheapest, setCheapest] = useState(false)
  const [project, setProject] = useState('')
  // For each companion: nothing, any of them, or one.
  const [picked, setPicked] = useState<readonly string[]>(() => companions.map(({ isNeeded }) => (isNeeded ? ANY : '')))
  const similar = useQuery({ ...similarOptions(rules.resourceId), enabled: takesSimilar })
  const others = takesSimilar && companions.length === 0 ? (similar.data?.items ?? []).map(({ resourceId }) => resourceId) : []
  const chosen = companions.flatMap((companion, index) => {
    const pick = picked[index] ?? ''
    if (!pick) return []
    return { resourceIds: pick === ANY ? companion.choices.map(({ resourceId }) => resourceId) : [pick] }
  })
  const parts = [{ resourceIds: [rules.resourceId, ...others], ...(operation ? { operation } : {}) }, ...chosen]
  const [from, until] = [fromWallClock(start, zone), fromWallClock(end, zone)]
  const choose = isCheapest ? ('cheapest' as const) : ('listed' as const)
  const body: AskBundle | null = from && until && from < until ? { start: from, end: until, parts, choose } : null
  const asked = useLater(body)
  const preview = useQuery(bundlePreviewOptions(asked))
  const isCurrent = preview.data !== undefined && JSON.stringify(asked) === JSON.stringify(body)
  const command = useCommand({ run: placeBundle, onDone: onPlaced })
  const times = useCommand({ run: findTimes })
  const label = ({ nameZh, nameEn }: { nameZh: string; nameEn: string | null }) => (currentLanguage() === 'en' && nameEn ? nameEn : nameZh)
  const total = preview.data?.total ?? null
  const isPossible = isCurrent && total !== null && preview.data?.problems.length === 0

  return (
    <div className="form">
      <ProblemSummary error={command.error ?? preview.error ?? times.error} />
      <div className="form-pair">
        <DateTimeField
          label={t('bundle.start')}
          value={start}
          stepMinutes={rules.stepMinutes}
          onChange={({ target }) => setStart(target.value)}
        />
        <DateTimeField
          label={t('bundle.end')}
          value={end}
          stepMinutes={rules.stepMinutes}
          onChange={({ target }) => setEnd(target.value)}
        />
      </div>
      {companions.map((companion, index) => (
        <SelectField
          // biome-ignore lint/suspicious/noArrayIndexKey: companions have no ids; their order is the provider’s.
          key={`${index}-${companion.nameZh}`}
          label={companion.isNeeded ? t('bundle.needed', { name: label(companion) }) : label(companion)}
          value={picked[index] ?? ''}
          onPick={(value) => setPicked(picked.map((other, at) => (at === index ? value : other)))}
          options={[
            ...(companion.isNeeded ? [] : [{ value: '', label: t('bundle.without') }]),
            ...(companion.choices.length > 1 ? [{ value: ANY, label: t('bundle.any', { count: companion.choices.length }) }] : []),
            ...companion.choices.map((choice) => ({
              value: companion.choices.length === 1 && companion.isNeeded ? ANY : choice.resourceId,
              label: currentLanguage() === 'en' && choice.nameEn ? choice.nameEn : choice.name,
            })),
          ]}
        />
      ))}
      {companions.length === 0 && <p className="m t2">{t('bundle.noCompanions')}</p>}
      {companions.length === 0 && (
        <Check isChecked={takesSimilar} onChange={setTakesSimilar}>
          {t('bundle.similar', { name })}
        </Check>
      )}
      {parts.some(({ resourceIds }) => resourceIds.length > 1) && (
        <Check isChecked={isCheapest} onChange={setCheapest}>
          {t('bundle.cheapest')}
        </Check>
      )}
      <TextField label={t('project')} value={project} maxLength={200} onChange={({ target }) => setProject(target.value)} />
      <div aria-live="polite">{preview.data && <BundleSummary preview={preview.data} />}</div>
      {isCurrent && !isPossible && (
        <div className="stack" style={{ gap: 8 }}>
          <div>
            <Button
              isBusy={times.isPending}
              onClick={() => {
                if (body) times.mutate(searchOf(body))
              }}
            >
              {t('bundle.findTimes')}
            </Button>
          </div>
          {times.data && times.data.items.length === 0 && <p className="m t2">{t('bundle.noTimes')}</p>}
          <div className="row g8 wrap">
            {times.data?.items.map((slot) => (
              <Button
                key={slot.start}
                size="sm"
                onClick={() => {
                  setStart(toWallClock(slot.start, zone))
                  setEnd(toWallClock(slot.end, zone))
                }}
              >
                {format.range(slot.start, slot.end, zone)} · {format.price(slot.total)}
              </Button>
            ))}
          </div>
        </div>
      )}
      <div className="row sb wrap g12">
        <div>
          <div className="s t3">{t('bundle.total')}</div>
          <div className="b" style={{ fontSize: 20, lineHeight: '28px' }}>
            {total ? format.price(total) : '—'}
          </div>
        </div>
        <Button
          kind="primary"
          disabled={!isPossible}
          isBusy={command.isPending}
          onClick={() => {
            if (asked && total) command.mutate({ ...asked, quotedTotal: total, ...(project.trim() ? { project: project.trim() } : {}) })
          }}
        >
          {t('bundle.book')}
        </Button>
      </div>
    </div>
  )
}

/** Four weeks from the wished day on. */
function searchOf({ start, end, parts, choose }: AskBundle) {
  const from = Math.max(Date.parse(start) - DAY_MS, serverClock.now().getTime())
  return {
    parts,
    choose,
    from: new Date(from).toISOString(),
    until: new Date(from + 28 * DAY_MS).toISOString(),
    minutes: (Date.parse(end) - Date.parse(start)) / 60_000,
    limit: 6,
  }
}
