import type { Training } from '@jiju/booking/contract/trainings'
import { Link } from '@tanstack/react-router'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { Panel } from '../../ui/panel.tsx'
import { Tag } from '../../ui/tag.tsx'
import { useNameOf } from './names.ts'

/** When, where, for what and at what price. */
export function TrainingFacts({ training }: { training: Training }) {
  const { t } = useTranslation('qualification')
  const format = useFormat()
  const nameOf = useNameOf()
  return (
    <Panel title={t('training.facts')}>
      <dl className="kv">
        <dt>{t('training.time')}</dt>
        <dd>{format.range(training.start, training.end, training.zone)}</dd>
        <dt>{t('training.location')}</dt>
        <dd>{training.location}</dd>
        <dt>{t('training.grants')}</dt>
        <dd>{t(`levels.${training.level}`)}</dd>
        <dt>{t('instruments')}</dt>
        <dd>
          {training.resources.map((resource, index) => (
            <Fragment key={resource.id}>
              {index > 0 && t('comma')}
              <Link to="/resources/$id" params={{ id: resource.id }}>
                {nameOf(resource)}
              </Link>
            </Fragment>
          ))}
        </dd>
        <dt>{t('training.trainer')}</dt>
        <dd>{training.trainerName}</dd>
        <dt>{t('training.fee')}</dt>
        <dd>{format.price(training.fee)}</dd>
        {training.test && (
          <>
            <dt>{t('training.test')}</dt>
            <dd>
              <Link to="/tests/$id" params={{ id: training.test.id }}>
                {training.test.title}
              </Link>{' '}
              <Tag kind={training.test.isPassed ? 'ok' : 'warn'}>{t(training.test.isPassed ? 'test.passed' : 'test.notPassed')}</Tag>
            </dd>
          </>
        )}
        {training.endReason && (
          <>
            <dt>{t('training.reason')}</dt>
            <dd>{training.endReason}</dd>
          </>
        )}
      </dl>
      {training.description && (
        <p className="pre" style={{ marginTop: 12 }}>
          {training.description}
        </p>
      )}
    </Panel>
  )
}
