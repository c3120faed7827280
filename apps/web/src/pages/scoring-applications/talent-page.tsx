import { type OwnTalent, RegisterNeed } from '@jiju/scoring/contract/talent'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { closeNeed, registerNeed, talentOptions } from '../../features/scoring-applications/calls.ts'
import { ServiceTitle } from '../../features/scoring-applications/service-title.tsx'
import { TalentAnswers } from '../../features/scoring-applications/talent-answers.tsx'
import { useAccess } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useForm } from '../../lib/use-form.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useWording } from '../../lib/use-wording.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { Segmented, TextField } from '../../ui/field.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Empty } from '../../ui/states.tsx'
import { Tag } from '../../ui/tag.tsx'
import { TextArea } from '../../ui/text-area.tsx'

const FITS = { open: 'ok', short: 'warn', unknown: 'line' } as const

/** People and services that the enterprise looks for, and what the talent system offers at its score. */
export function TalentPage() {
  const { t } = useTranslation('scoring-applications')
  const format = useFormat()
  const mayWrite = useAccess('scoring.talent_need.write')
  const query = useQuery(talentOptions)
  return (
    <QueryView query={query} isPage>
      {(talent) => (
        <div className="stack">
          <PageHead title={t('talent.title')} line={t('talent.lead')} />
          <div className="notice wrap">
            <span className="f1">
              {talent.score
                ? t('talent.score', { score: talent.score.score, period: format.period(talent.score.period) })
                : t('talent.noScore')}
            </span>
            <Link to="/e/consents" className="btn btn-sm">
              {t('talent.toConsents')}
            </Link>
          </div>
          <Needs talent={talent} mayWrite={mayWrite} />
          <Services talent={talent} />
          {mayWrite && <NewNeed />}
        </div>
      )}
    </QueryView>
  )
}

function Needs({ talent, mayWrite }: { talent: OwnTalent; mayWrite: boolean }) {
  const { t } = useTranslation('scoring-applications')
  const wording = useWording()
  const format = useFormat()
  const client = useQueryClient()
  const command = useCommand({
    run: closeNeed,
    onDone: (own) => {
      client.setQueryData(talentOptions.queryKey, own)
    },
  })
  return (
    <Panel isFlush title={t('talent.needs')} note={t('talent.needsNote')}>
      <ProblemSummary error={command.error} />
      {talent.needs.length === 0 ? (
        <Empty title={t('talent.noNeeds')} />
      ) : (
        <DataTable
          caption={t('talent.needs')}
          columns={[
            {
              key: 'title',
              title: t('talent.need'),
              cell: (row) => (
                <>
                  {row.title} <Tag kind="line">{t(`talent.kind.${row.kind}`)}</Tag>
                  {row.detail && <div className="s t3 pre">{row.detail}</div>}
                  <TalentAnswers answers={row.answers} />
                </>
              ),
            },
            { key: 'skills', title: t('talent.skills'), cell: (row) => wording.list(row.skills) || '—' },
            { key: 'count', title: t('talent.headcount'), look: 'num', cell: (row) => format.number(row.headcount) },
            {
              key: 'state',
              title: t('talent.state'),
              cell: (row) => <Tag kind={row.state === 'open' ? 'accent' : 'line'}>{t(`talent.${row.state}`)}</Tag>,
            },
            {
              key: 'act',
              title: t('talent.act'),
              look: 'action',
              cell: (row) =>
                mayWrite &&
                row.state === 'open' && (
                  <Button size="sm" onClick={() => command.mutate({ id: row.id })}>
                    {t('talent.close')}
                  </Button>
                ),
            },
          ]}
          rows={talent.needs}
          rowKey={({ id }) => id}
        />
      )}
    </Panel>
  )
}

function Services({ talent }: { talent: OwnTalent }) {
  const { t } = useTranslation('scoring-applications')
  const wording = useWording()
  const format = useFormat()
  return (
    <Panel isFlush title={t('talent.services')} note={t('talent.servicesNote')}>
      {talent.services.length === 0 ? (
        <Empty title={t('talent.noServices')} />
      ) : (
        <DataTable
          caption={t('talent.services')}
          columns={[
            {
              key: 'title',
              title: t('talent.service'),
              cell: (row) => <ServiceTitle service={row} />,
            },
            {
              key: 'fit',
              title: t('talent.fit'),
              cell: (row) => (
                <Tag kind={FITS[row.fit]}>
                  {row.fit === 'short' ? t('talent.lacks', { points: format.number(row.lack, 1) }) : t(`talent.fits.${row.fit}`)}
                </Tag>
              ),
            },
            {
              key: 'asked',
              title: t('talent.asked'),
              look: 'num',
              cell: (row) => (row.minScore === null ? '—' : format.number(row.minScore, 1)),
            },
            { key: 'matches', title: t('talent.matches'), cell: (row) => wording.list(row.matches) || '—' },
            { key: 'until', title: t('talent.until'), cell: (row) => (row.validUntil ? format.day(row.validUntil) : '—') },
          ]}
          rows={talent.services}
          rowKey={({ id }) => id}
        />
      )}
    </Panel>
  )
}

function NewNeed() {
  const { t } = useTranslation('scoring-applications')
  const client = useQueryClient()
  const empty = { kind: 'position' as 'position' | 'service', title: '', skills: '', headcount: '1', detail: '' }
  const command = useCommand({
    run: registerNeed,
    onDone: (own) => {
      form.reset(empty)
      client.setQueryData(talentOptions.queryKey, own)
    },
  })
  const form = useForm({
    initial: empty,
    schema: RegisterNeed,
    toInput: ({ kind, title, skills, headcount, detail }) => ({
      kind,
      title,
      skills: skills
        .split(/[、,，;；]/)
        .map((skill) => skill.trim())
        .filter((skill) => skill !== ''),
      headcount: kind === 'position' ? Number(headcount) : null,
      detail: detail.trim() || null,
    }),
    onSend: (need) => command.mutate(need),
  })
  return (
    <Panel title={t('talent.new')}>
      <form className="form" {...form.form}>
        <div className="row">
          <Segmented
            label={t('talent.kindLabel')}
            value={form.values.kind}
            onPick={(kind) => form.set({ kind })}
            options={(['position', 'service'] as const).map((value) => ({ value, label: t(`talent.kind.${value}`) }))}
          />
        </div>
        <TextField label={t('talent.need')} maxLength={100} {...form.field('title')} />
        <TextField label={t('talent.skills')} hint={t('talent.skillsHint')} maxLength={400} {...form.field('skills')} />
        {form.values.kind === 'position' && (
          <TextField label={t('talent.headcount')} type="number" min={1} max={10000} {...form.field('headcount')} />
        )}
        <TextArea label={t('talent.detail')} maxLength={2000} {...form.field('detail')} />
        <ProblemSummary error={command.error} />
        <div className="row">
          <Button kind="primary" type="submit" isBusy={command.isPending}>
            {t('talent.register')}
          </Button>
        </div>
      </form>
    </Panel>
  )
}
