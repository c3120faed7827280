import type { OwnTalentNeed } from '@jiju/scoring/contract/talent'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { Tag } from '../../ui/tag.tsx'

/** What offices answered to a need, the newest first. */
export function TalentAnswers({ answers }: { answers: OwnTalentNeed['answers'] }) {
  const { t } = useTranslation('scoring-applications')
  const format = useFormat()
  return (
    <>
      {answers.map((answer) => (
        <div key={`${answer.peer} ${answer.answeredAt}`} className="s t2">
          <Tag kind={answer.matches > 0 ? 'ok' : 'line'}>{t('talent.found', { count: answer.matches })}</Tag>{' '}
          <span className="pre">{answer.message}</span>
          {answer.address && (
            <div>
              <a href={answer.address} target="_blank" rel="noreferrer">
                {t('talent.contact')}
              </a>
            </div>
          )}
          <div className="t3">{`${answer.peer} · ${format.instant(answer.answeredAt)}`}</div>
        </div>
      ))}
    </>
  )
}
