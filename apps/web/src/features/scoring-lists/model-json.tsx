import type { ModelMistake, ScoringModel } from '@jiju/scoring/contract/models'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { brokenLine, jsonPlaces, lineOf } from '../../lib/json-places.ts'
import { RequestProblem } from '../../lib/problem.ts'
import { useCommand } from '../../lib/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { Tag } from '../../ui/tag.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { toast } from '../../ui/toast.tsx'
import { checkModel, modelOptions, saveModel } from './model-calls.ts'
import { inReadingOrder } from './reading-order.ts'

/** The document of a model as text; a draft is changed here, with every mistake named at its place. */
export function ModelJson({ model, isEditable }: { model: ScoringModel; isEditable: boolean }) {
  const { t } = useTranslation('scoring-lists')
  const client = useQueryClient()
  const [text, setText] = useState(() => JSON.stringify(inReadingOrder(model.document), null, 2))
  const [unread, setUnread] = useState<string | null>(null)
  const area = useRef<HTMLTextAreaElement>(null)
  const [mistakes, setMistakes] = useState<readonly ModelMistake[]>(model.mistakes)
  const check = useCommand({ run: checkModel, onDone: (found) => setMistakes(found) })
  const save = useCommand({
    run: saveModel,
    onDone: (saved) => {
      client.setQueryData(modelOptions(saved.id).queryKey, saved)
      setMistakes(saved.mistakes)
      toast(t('models.saved'))
    },
  })
  // What is wrong with the model itself is told line by line below.
  const isRefused = save.error instanceof RequestProblem && save.error.status === 400
  const read = (then: (document: Record<string, unknown>) => void) => {
    try {
      const document = JSON.parse(text) as Record<string, unknown>
      setUnread(null)
      then(document)
    } catch (error) {
      const line = brokenLine(text, error)
      setUnread(line === null ? t('models.badJson') : t('models.badJsonLine', { line }))
      if (line !== null) show(startOfLine(text, line), startOfLine(text, line + 1))
    }
  }
  /** Selects a stretch of the text and brings it into view. */
  const show = (start: number, end: number) => {
    const own = area.current
    if (!own) return
    own.focus()
    own.setSelectionRange(start, end)
    const lineHeight = own.scrollHeight / text.split('\n').length
    own.scrollTop = Math.max(0, lineOf(text, start) - CONTEXT_LINES) * lineHeight
  }
  return (
    <Panel title={t('models.json')}>
      <div className="stack">
        {isRefused ? (
          <p className="notice notice-bad" role="alert">
            {t('models.notSaved')}
          </p>
        ) : (
          <ProblemSummary error={save.error ?? check.error} />
        )}
        <TextArea
          ref={area}
          label={t('models.document')}
          rows={24}
          wrap="off"
          spellCheck={false}
          readOnly={!isEditable}
          className="mono"
          error={unread}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        {isEditable && (
          <div className="row g8">
            <Button isBusy={check.isPending} onClick={() => read((document) => check.mutate({ document }))}>
              {t('models.check')}
            </Button>
            <Button
              kind="primary"
              isBusy={save.isPending}
              onClick={() => read((document) => save.mutate({ model, document }, { onError: () => check.mutate({ document }) }))}
            >
              {t('models.save')}
            </Button>
          </div>
        )}
        <Mistakes mistakes={mistakes} text={text} onShow={show} />
      </div>
    </Panel>
  )
}

/** Lines above a mistake that stay in view. */
const CONTEXT_LINES = 6

const startOfLine = (text: string, line: number): number =>
  text
    .split('\n')
    .slice(0, line - 1)
    .join('\n').length + (line > 1 ? 1 : 0)

/** What is wrong, each with its line in the text as it is now; a press leads there. */
function Mistakes({
  mistakes,
  text,
  onShow,
}: {
  mistakes: readonly ModelMistake[]
  text: string
  onShow: (start: number, end: number) => void
}) {
  const { t, i18n } = useTranslation('scoring-lists')
  if (mistakes.length === 0) return <p className="t3">{t('models.noMistakes')}</p>
  const places = placesIn(text)
  return (
    <section aria-label={t('models.mistakes')}>
      <ul className="line-list">
        {mistakes.map((mistake) => {
          const place = places.get(mistake.path)
          return (
            <li key={`${mistake.path} ${mistake.code}`} style={{ alignItems: 'flex-start' }}>
              <span className="f1">
                <Tag kind={mistake.isWarning ? 'warn' : 'bad'}>{t(mistake.isWarning ? 'models.warning' : 'models.error')}</Tag>{' '}
                {i18n.language === 'en' ? mistake.message.en : mistake.message.zh}
                <span className="s t3 mono" style={{ display: 'block', overflowWrap: 'anywhere' }}>
                  {mistake.path || '/'}
                </span>
              </span>
              {place && (
                <button type="button" className="link-btn s nw" onClick={() => onShow(place.start, place.end)}>
                  {t('models.line', { line: lineOf(text, place.start) })}
                </button>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** Nothing has a place while the text is no JSON. */
function placesIn(text: string): ReturnType<typeof jsonPlaces> {
  try {
    JSON.parse(text)
    return jsonPlaces(text)
  } catch {
    return new Map()
  }
}
