import type { VoucherSample, VoucherSampleSummary } from '@jiju/orders/contract/voucher-claims'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { usePages } from '../../lib/use-pages.ts'
import { Button } from '../../ui/button.tsx'
import { LoadMore } from '../../ui/data-table.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Empty } from '../../ui/states.tsx'
import { Tag } from '../../ui/tag.tsx'
import { toast } from '../../ui/toast.tsx'
import { drawSample, listSamples, noteFinding, programmesOptions, sampleOptions, vouchersKey } from './calls.ts'
import { nameOf } from './named.ts'
import { ClaimStateTag } from './state-tags.tsx'

/** Checks on the spot: a sample is drawn by a seed, and what is found is noted claim by claim. */
export function SamplesPanel({ sampleId }: { sampleId: string | null }) {
  const { t } = useTranslation('order-vouchers')
  const format = useFormat()
  const navigate = useNavigate()
  const { query, items, more } = usePages<VoucherSampleSummary>({ queryKey: [...vouchersKey, 'samples'], load: listSamples })
  const open = (sample: string | undefined) => void navigate({ to: '/o/vouchers', search: { tab: 'samples', sample }, replace: true })
  return (
    <div className="stack">
      <DrawForm onDrawn={open} />
      <Panel title={t('office.samples.title')} isFlush>
        <QueryView query={query}>
          {() =>
            items.length === 0 ? (
              <Empty title={t('office.samples.empty')} />
            ) : (
              <>
                <ul className="line-list">
                  {items.map((row) => (
                    <li key={row.id} style={{ padding: '10px 16px' }}>
                      <span className="f1">
                        <span className="b">
                          {row.monthFrom} — {row.monthTo} · {nameOf(row)}
                        </span>
                        <br />
                        <span className="s t3">
                          {[
                            t('office.samples.population', { count: row.population }),
                            `${row.sharePercent}%`,
                            t('office.samples.size', { count: row.size }),
                            `${t('office.samples.seed')} ${row.seed}`,
                            row.drawnBy && t('office.samples.drawnBy', { by: row.drawnBy }),
                            format.stamp(row.drawnAt),
                          ]
                            .filter(Boolean)
                            .join(' · ')}
                        </span>
                      </span>
                      {row.open > 0 && <Tag kind="accent">{t('office.samples.open', { count: row.open })}</Tag>}
                      {row.faults > 0 && <Tag kind="bad">{t('office.samples.faults', { count: row.faults })}</Tag>}
                      <Button onClick={() => open(row.id)} aria-label={`${t('office.samples.show')} ${row.seed}`}>
                        {t('office.samples.show')}
                      </Button>
                    </li>
                  ))}
                </ul>
                <LoadMore {...more} />
              </>
            )
          }
        </QueryView>
      </Panel>
      <SampleDrawer sampleId={sampleId} onClose={() => open(undefined)} />
    </div>
  )
}

function DrawForm({ onDrawn }: { onDrawn: (id: string) => void }) {
  const { t } = useTranslation('order-vouchers')
  const client = useQueryClient()
  const programmes = useQuery(programmesOptions)
  const [values, setValues] = useState({ programmeId: '', monthFrom: '', monthTo: '', sharePercent: '10', seed: '' })
  const set = (change: Partial<typeof values>) => setValues((before) => ({ ...before, ...change }))
  const command = useCommand({
    run: drawSample,
    onDone: async (sample) => {
      toast(t('office.samples.drawn', { count: sample.size }))
      await client.invalidateQueries({ queryKey: [...vouchersKey, 'samples'] })
      onDrawn(sample.id)
    },
  })
  const share = Number(values.sharePercent)
  const isReady =
    values.programmeId !== '' &&
    [values.monthFrom, values.monthTo].every((month) => /^\d{4}-\d{2}$/.test(month)) &&
    Number.isInteger(share) &&
    share >= 1 &&
    share <= 100 &&
    values.seed.trim() !== ''
  return (
    <Panel title={t('office.samples.draw')} note={t('office.samples.drawNote')}>
      <div className="stack">
        <ProblemSummary error={command.error} />
        <SelectField
          label={t('programme')}
          value={values.programmeId}
          options={[
            { value: '', label: t('office.parties.pick') },
            ...(programmes.data?.items ?? []).map((programme) => ({ value: programme.id, label: nameOf(programme) })),
          ]}
          onPick={(programmeId) => set({ programmeId })}
        />
        <div className="row g12 wrap">
          <TextField
            label={t('office.samples.from')}
            type="month"
            value={values.monthFrom}
            onChange={(event) => set({ monthFrom: event.target.value })}
          />
          <TextField
            label={t('office.samples.to')}
            type="month"
            value={values.monthTo}
            onChange={(event) => set({ monthTo: event.target.value })}
          />
          <TextField
            label={t('office.samples.share')}
            inputMode="numeric"
            value={values.sharePercent}
            onChange={(event) => set({ sharePercent: event.target.value })}
          />
        </div>
        <TextField
          label={t('office.samples.seed')}
          hint={t('office.samples.seedHint')}
          maxLength={100}
          value={values.seed}
          onChange={(event) => set({ seed: event.target.value })}
        />
        <div>
          <Button
            kind="primary"
            isBusy={command.isPending}
            disabled={!isReady}
            onClick={() => command.mutate({ ...values, seed: values.seed.trim(), sharePercent: share })}
          >
            {t('office.samples.drawAct')}
          </Button>
        </div>
      </div>
    </Panel>
  )
}

function SampleDrawer({ sampleId, onClose }: { sampleId: string | null; onClose: () => void }) {
  const { t } = useTranslation('order-vouchers')
  const query = useQuery({ ...sampleOptions(sampleId ?? ''), enabled: sampleId !== null })
  return (
    <Drawer title={`${t('office.samples.title')} ${query.data?.seed ?? ''}`} isOpen={sampleId !== null} onClose={onClose} isWide>
      {sampleId !== null && (
        <QueryView query={query}>
          {(sample) => (
            <div className="stack">
              <p className="s t3">{t('office.samples.faultHint')}</p>
              <ol className="line-list">
                {sample.items.map((item) => (
                  <Item key={item.position} sampleId={sample.id} item={item} />
                ))}
              </ol>
            </div>
          )}
        </QueryView>
      )}
    </Drawer>
  )
}

const LOOKS = { open: 'accent', in_order: 'ok', fault: 'bad' } as const

function Item({ sampleId, item }: { sampleId: string; item: VoucherSample['items'][number] }) {
  const { t } = useTranslation('order-vouchers')
  const format = useFormat()
  const client = useQueryClient()
  const [words, setWords] = useState('')
  const command = useCommand({
    run: noteFinding,
    onDone: async (sample) => {
      toast(t('office.samples.noted'))
      client.setQueryData(sampleOptions(sampleId).queryKey, sample)
      await client.invalidateQueries({ queryKey: [...vouchersKey, 'samples'] })
    },
  })
  const note = (finding: 'in_order' | 'fault') => command.mutate({ id: sampleId, position: item.position, finding, words })
  return (
    <li style={{ alignItems: 'flex-start' }}>
      <div className="f1 stack">
        <div>
          <span className="b">
            {item.position}. {item.number}
          </span>{' '}
          <Tag kind={LOOKS[item.finding]}>{t(`office.samples.finding.${item.finding}`)}</Tag> <ClaimStateTag state={item.claimState} />
          <div className="s t3">{[item.orderNumber, item.providerName, item.organisationName, format.price(item.amount)].join(' · ')}</div>
          {item.words && <div className="pre">{item.words}</div>}
          {item.foundAt && <div className="s t3">{[item.foundBy, format.stamp(item.foundAt)].filter(Boolean).join(' · ')}</div>}
        </div>
        {item.finding === 'open' && (
          <>
            <ProblemSummary error={command.error} />
            <TextField
              label={`${t('office.samples.words')} ${item.number}`}
              maxLength={1000}
              value={words}
              onChange={(event) => setWords(event.target.value)}
            />
            <div className="row g8">
              <Button isBusy={command.isPending} onClick={() => note('in_order')}>
                {t('office.samples.inOrder')}
              </Button>
              <Button kind="danger" isBusy={command.isPending} disabled={!words.trim()} onClick={() => note('fault')}>
                {t('office.samples.fault')}
              </Button>
            </div>
          </>
        )}
      </div>
    </li>
  )
}
