import { isUscc } from '@jiju/kernel/uscc'
import type { ProfileFacts } from '@jiju/people/contract/consents'
import type { ListedOrganisation } from '@jiju/people/contract/organisations'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAccess } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Tag } from '../../ui/tag.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { toast } from '../../ui/toast.tsx'
import { rejectOrganisation, suspendOrganisation, verifyOrganisation } from './calls.ts'

/** One organisation before the operator: what it says of itself, what can be checked, and the decision. */
export function OrganisationReview({
  organisation,
  readFacts,
  showFacts,
  onDone,
}: {
  organisation: ListedOrganisation
  /** Facts belong to another feature; reading them is logged, so it happens only when asked for. */
  readFacts: (id: string) => Promise<ProfileFacts>
  showFacts: (facts: ProfileFacts) => ReactNode
  onDone: () => Promise<void>
}) {
  const { t } = useTranslation('operations')
  const { t: people } = useTranslation('people')
  const format = useFormat()
  const [isReading, setReading] = useState(false)
  const facts = useQuery({
    queryKey: ['facts', organisation.id],
    queryFn: () => readFacts(organisation.id),
    enabled: isReading,
    staleTime: 0,
  })
  return (
    <div className="stack-24">
      <dl className="kv">
        <dt>{t('organisations.column.kind')}</dt>
        <dd>{people(`kind.${organisation.kind}`)}</dd>
        <dt>{t('organisations.column.status')}</dt>
        <dd>
          {people(`status.${organisation.status}`)}
          {organisation.statusReason && ` · ${organisation.statusReason}`}
        </dd>
        <dt>{t('organisations.column.by')}</dt>
        <dd>{organisation.registeredBy ? `${organisation.registeredBy.name} · ${organisation.registeredBy.email}` : '—'}</dd>
        <dt>{t('organisations.column.at')}</dt>
        <dd>
          {format.stamp(organisation.createdAt)} · {t('organisations.members', { count: organisation.memberCount })}
        </dd>
      </dl>
      <section>
        <h3 className="h3">{t('organisations.check')}</h3>
        <div className="row g8 wrap">
          <span className="mono" style={{ fontSize: 14 }}>
            {organisation.uscc ?? '—'}
          </span>
          {organisation.uscc ? (
            <Tag kind={isUscc(organisation.uscc) ? 'ok' : 'bad'}>
              <Icon name={isUscc(organisation.uscc) ? 'check' : 'warning'} size={12} />
              {isUscc(organisation.uscc) ? t('organisations.checkUscc') : t('organisations.checkUsccBad')}
            </Tag>
          ) : (
            <Tag>{t('organisations.checkNone')}</Tag>
          )}
          {organisation.sameCodeCount > 0 && <Tag kind="bad">{t('organisations.sameCode', { count: organisation.sameCodeCount })}</Tag>}
        </div>
      </section>
      <section className="stack" style={{ gap: 8 }}>
        <h3 className="h3">{t('organisations.facts')}</h3>
        {isReading ? (
          <QueryView query={facts}>{showFacts}</QueryView>
        ) : (
          <div className="row g8 wrap">
            <Button size="sm" onClick={() => setReading(true)}>
              {t('organisations.factsShow')}
            </Button>
            <span className="s t3">{t('organisations.factsNote')}</span>
          </div>
        )}
      </section>
      <Decision organisation={organisation} onDone={onDone} />
    </div>
  )
}

function Decision({ organisation, onDone }: { organisation: ListedOrganisation; onDone: () => Promise<void> }) {
  const { t } = useTranslation('operations')
  const mayReview = useAccess('people.organisation.review')
  const maySuspend = useAccess('people.organisation.suspend')
  const [reason, setReason] = useState('')
  const { id, version, status, shortName: name } = organisation
  const done = (text: string) => async () => {
    toast(text)
    await onDone()
  }
  const verify = useCommand({
    run: verifyOrganisation,
    onDone: done(status === 'suspended' ? t('organisations.reinstated', { name }) : t('organisations.verified', { name })),
  })
  const reject = useCommand({ run: rejectOrganisation, onDone: done(t('organisations.rejected', { name })) })
  const suspend = useCommand({ run: suspendOrganisation, onDone: done(t('organisations.suspended', { name })) })
  const mayVerify = mayReview && status !== 'verified'
  const mayReject = mayReview && status === 'pending'
  const mayStop = maySuspend && status === 'verified'
  if (!mayVerify && !mayReject && !mayStop) return null
  const hasReason = reason.trim().length >= 2
  return (
    <section className="stack">
      <ProblemSummary error={verify.error ?? reject.error ?? suspend.error} />
      {(mayReject || mayStop) && (
        <TextArea
          label={t('organisations.reason')}
          hint={mayStop ? `${t('organisations.suspendText')}${t('organisations.reasonHint')}` : t('organisations.reasonHint')}
          value={reason}
          maxLength={500}
          onChange={(event) => setReason(event.target.value)}
        />
      )}
      <div className="row g8 wrap">
        {mayVerify && (
          <Button kind="primary" isBusy={verify.isPending} onClick={() => verify.mutate({ id, version })}>
            {status === 'suspended' ? t('organisations.reinstate') : t('organisations.verify')}
          </Button>
        )}
        {mayReject && (
          <Button kind="danger" disabled={!hasReason} isBusy={reject.isPending} onClick={() => reject.mutate({ id, version, reason })}>
            {t('organisations.reject')}
          </Button>
        )}
        {mayStop && (
          <Button kind="danger" disabled={!hasReason} isBusy={suspend.isPending} onClick={() => suspend.mutate({ id, version, reason })}>
            {t('organisations.suspend')}
          </Button>
        )}
      </div>
    </section>
  )
}
