import type { Qualification, QualificationMatrix } from '@jiju/booking/contract/qualifications'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAccess } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { TextField } from '../../ui/field.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { toast } from '../../ui/toast.tsx'
import { resume, suspend } from './calls.ts'
import { useNameOf } from './names.ts'
import { StateTag } from './state-tag.tsx'
import { Validity } from './validity.tsx'

type Person = QualificationMatrix['items'][number]

/** Everything that one person holds, with the acts on it. */
export function PersonDrawer({ person, resourceId, onClose }: { person: Person; resourceId: string | null; onClose: () => void }) {
  const rows = person.qualifications.filter((row) => resourceId === null || row.resourceId === resourceId)
  return (
    <Drawer title={[person.personName, person.organisationName].filter(Boolean).join(' · ')} isOpen onClose={onClose}>
      <ul className="stack-24">
        {rows.map((row) => (
          <Held key={row.id} of={row} onDone={onClose} />
        ))}
      </ul>
    </Drawer>
  )
}

function Held({ of, onDone }: { of: Qualification; onDone: () => void }) {
  const { t } = useTranslation('qualification')
  const format = useFormat()
  const nameOf = useNameOf()
  const client = useQueryClient()
  const mayGrant = useAccess('booking.qualification.grant')
  const [reason, setReason] = useState<string | null>(null)
  const done = async (text: string) => {
    toast(text)
    await client.invalidateQueries({ queryKey: ['qualifications'] })
    onDone()
  }
  const stop = useCommand({ run: suspend, onDone: ({ losses }) => done(t('suspend.done', { count: losses })) })
  const lift = useCommand({ run: resume, onDone: () => done(t('resume.done')) })
  return (
    <li className="col g8">
      <div className="row sb g8 wrap">
        <span className="b">{nameOf({ name: of.resourceName, nameEn: of.resourceNameEn })}</span>
        <StateTag state={of.state} />
      </div>
      <dl className="kv">
        <dt>{t('level')}</dt>
        <dd>{t(`levels.${of.level as 1 | 2 | 3}`)}</dd>
        <dt>{t('validity.label')}</dt>
        <dd>
          <Validity of={of} />
        </dd>
        <dt>{t('ground.label')}</dt>
        <dd>
          {t(`ground.${of.ground}`)}
          {of.reason && ` · ${of.reason}`}
        </dd>
        <dt>{t('granted')}</dt>
        <dd>
          {format.instant(of.grantedAt)} {of.grantedByName}
        </dd>
        <dt>{t('lastUsed')}</dt>
        <dd>{of.lastUsedAt ? format.instant(of.lastUsedAt) : '—'}</dd>
        {of.suspended && (
          <>
            <dt>{t('suspend.reason')}</dt>
            <dd>
              {of.suspended.reason} · {format.instant(of.suspended.at)} {of.suspended.byName}
            </dd>
          </>
        )}
      </dl>
      <ProblemSummary error={stop.error ?? lift.error} />
      {mayGrant &&
        (of.suspended ? (
          <div>
            <Button isBusy={lift.isPending} onClick={() => lift.mutate({ target: of })}>
              {t('resume.submit')}
            </Button>
          </div>
        ) : reason === null ? (
          <div>
            <Button onClick={() => setReason('')}>{t('suspend.open')}</Button>
          </div>
        ) : (
          <div className="col g8">
            <TextField
              label={t('suspend.reason')}
              hint={t('suspend.hint')}
              maxLength={500}
              value={reason}
              onChange={({ target }) => setReason(target.value)}
            />
            <div>
              <Button
                kind="danger"
                disabled={reason.trim() === ''}
                isBusy={stop.isPending}
                onClick={() => stop.mutate({ target: of, reason: reason.trim() })}
              >
                {t('suspend.submit')}
              </Button>
            </div>
          </div>
        ))}
    </li>
  )
}
