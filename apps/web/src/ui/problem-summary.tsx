import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { type ProblemItem, RequestProblem } from '../lib/problem.ts'

/** All problems of a form at once, with links to their fields; takes the focus when it appears. `idOf` maps a JSON pointer to the id of its control. */
export function ProblemSummary({ error, idOf }: { error: unknown; idOf?: (field: string) => string | undefined }) {
  const { t } = useTranslation('common')
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (error) box.current?.focus()
  }, [error])
  if (!error) return null
  const problem = error instanceof RequestProblem ? error : null
  const items: readonly ProblemItem[] = problem?.problems.length
    ? problem.problems
    : [{ code: 'web.unknown', message: problem?.status === 0 ? t('error.offline') : t('error.text') }]
  return (
    <div className="notice notice-bad" role="alert" tabIndex={-1} ref={box}>
      <div className="f1">
        <ul className="col g4">
          {items.map((item) => {
            const target = item.field ? idOf?.(item.field) : undefined
            return <li key={`${item.code}${item.field ?? ''}`}>{target ? <a href={`#${target}`}>{item.message}</a> : item.message}</li>
          })}
        </ul>
        {problem?.requestId && problem.status >= 500 && <div className="s t3">{t('error.number', { id: problem.requestId })}</div>}
      </div>
    </div>
  )
}
