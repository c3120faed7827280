import type { DraftList, ScoringList } from '@jiju/scoring/contract/lists'
import type { ScoringRun } from '@jiju/scoring/contract/runs'
import { LEAST_NOTICE_DAYS, LONGWAN_TIERS, SHARE_ROUNDINGS, TOP_HUNDRED, usualTitle } from '@jiju/scoring/core/lists/vocabulary'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { currentLanguage } from '../../lib/i18n.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useWording } from '../../lib/use-wording.ts'
import { Button } from '../../ui/button.tsx'
import { Check, Segmented, SelectField, TextField } from '../../ui/field.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { saveDraft } from './calls.ts'

const KINDS = ['top', 'shares'] as const

/** A draft of a list: which run, which rule, how long the notice, who takes objections. */
export function DraftForm({ runs, list }: { runs: readonly ScoringRun[]; list: ScoringList | null }) {
  const { t } = useTranslation('scoring-lists')
  const format = useFormat()
  const wording = useWording()
  const navigate = useNavigate()
  const [draft, setDraft] = useState<DraftList>(() => (list ? draftOf(list) : emptyDraft(runs[0])))
  const save = useCommand({ run: saveDraft, onDone: (saved) => navigate({ to: '/o/lists/$id', params: { id: saved.id } }) })
  const set = (changed: Partial<DraftList>) => setDraft({ ...draft, ...changed })
  const period = runs.find(({ id }) => id === draft.runId)?.period ?? list?.run.period ?? ''
  const pickKind = (kind: (typeof KINDS)[number]) =>
    set({ rules: kind === 'top' ? rulesOf(TOP_HUNDRED) : rulesOf(LONGWAN_TIERS), ...titlesOf(kind, period) })
  const { rules } = draft
  return (
    <form
      className="narrow-page narrow-page-wide"
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate({ list, body: draft })
      }}
    >
      <Panel>
        <div className="stack">
          <ProblemSummary error={save.error} idOf={(field) => `draft${field.replaceAll('/', '-')}`} />
          <SelectField
            id="draft-runId"
            label={t('draft.run')}
            hint={t('draft.runHint')}
            value={draft.runId}
            options={runs.map((run) => ({
              value: run.id,
              label: `${format.period(run.period)} · ${run.number} · ${run.modelName[currentLanguage()]} ${run.modelVersion}`,
            }))}
            onPick={(runId) => set({ runId })}
          />
          <Segmented
            label={t('draft.kind')}
            value={rules.kind}
            onPick={pickKind}
            options={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
          />
          {rules.kind === 'top' ? (
            <NumberField
              id="draft-rules-size"
              label={t('draft.size')}
              value={rules.size}
              onChange={(size) => set({ rules: { ...rules, size } })}
            />
          ) : (
            <>
              <p className="m t2">{t('draft.tierNote')}</p>
              {rules.tiers.map((tier, place) => (
                <NumberField
                  key={tier.name.zh}
                  id={`draft-rules-tiers-${place}`}
                  label={wording.beside(tier.name[currentLanguage()], '%')}
                  value={tier.upToPercent}
                  onChange={(upToPercent) =>
                    set({ rules: { ...rules, tiers: rules.tiers.map((one, at) => (at === place ? { ...one, upToPercent } : one)) } })
                  }
                />
              ))}
              <SelectField
                label={t('draft.rounding')}
                value={rules.rounding}
                options={SHARE_ROUNDINGS.map((value) => ({ value, label: t(`rounding.${value}`) }))}
                onPick={(rounding) => set({ rules: { ...rules, rounding } })}
              />
            </>
          )}
          <TextField
            id="draft-titleZh"
            label={t('draft.titleZh')}
            maxLength={100}
            value={draft.titleZh}
            onChange={(event) => set({ titleZh: event.target.value })}
          />
          <TextField
            id="draft-titleEn"
            label={t('draft.titleEn')}
            maxLength={200}
            value={draft.titleEn}
            onChange={(event) => set({ titleEn: event.target.value })}
          />
          <Check isChecked={draft.showsScores} onChange={(showsScores) => set({ showsScores })}>
            {t('draft.scores')}
            <span className="s t3" style={{ display: 'block' }}>
              {t('draft.scoresHint')}
            </span>
          </Check>
          <TextField
            id="draft-contact"
            label={t('draft.contact')}
            maxLength={300}
            value={draft.contact}
            onChange={(event) => set({ contact: event.target.value })}
          />
          <NumberField
            id="draft-noticeDays"
            label={t('draft.noticeDays')}
            value={draft.noticeDays}
            onChange={(noticeDays) => set({ noticeDays })}
          />
          <NumberField
            id="draft-objectionDays"
            label={t('draft.objectionDays')}
            value={draft.objectionDays}
            onChange={(objectionDays) => set({ objectionDays })}
          />
          <div>
            <Button kind="primary" type="submit" isBusy={save.isPending}>
              {t('draft.save')}
            </Button>
          </div>
        </div>
      </Panel>
    </form>
  )
}

function NumberField({ id, label, value, onChange }: { id: string; label: string; value: number; onChange: (value: number) => void }) {
  return (
    <TextField
      id={id}
      label={label}
      type="number"
      step="any"
      value={Number.isNaN(value) ? '' : value}
      onChange={(event) => onChange(event.target.valueAsNumber)}
    />
  )
}

const rulesOf = (rules: typeof TOP_HUNDRED): DraftList['rules'] => structuredClone(rules) as DraftList['rules']

function titlesOf(kind: (typeof KINDS)[number], period: string) {
  const { zh, en } = usualTitle(kind, period)
  return { titleZh: zh, titleEn: en }
}

function emptyDraft(run: ScoringRun | undefined): DraftList {
  return {
    runId: run?.id ?? '',
    ...titlesOf('top', run?.period ?? ''),
    rules: rulesOf(TOP_HUNDRED),
    showsScores: false,
    contact: '',
    noticeDays: LEAST_NOTICE_DAYS,
    objectionDays: 5,
  }
}

function draftOf(list: ScoringList): DraftList {
  const { titleZh, titleEn, rules, showsScores, contact, noticeDays, objectionDays } = list
  return { runId: list.run.id, titleZh, titleEn, rules, showsScores, contact, noticeDays, objectionDays }
}
