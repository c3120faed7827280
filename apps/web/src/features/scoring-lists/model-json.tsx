import type { ModelMistake, ScoringModel } from '@jiju/scoring/contract/models'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { toast } from '../../ui/toast.tsx'
import { checkModel, modelOptions, saveModel } from './model-calls.ts'

/** The document of a model as text; a draft is changed here, with every mistake named at its place. */
export function ModelJson({ model, isEditable }: { model: ScoringModel; isEditable: boolean }) {
  const { t } = useTranslation('scoring-lists')
  const client = useQueryClient()
  const [text, setText] = useState(() => JSON.stringify(model.document, null, 2))
  const [unread, setUnread] = useState<string | null>(null)
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
  const read = (then: (document: Record<string, unknown>) => void) => {
    try {
      const document = JSON.parse(text) as Record<string, unknown>
      setUnread(null)
      then(document)
    } catch (error) {
      setUnread(t('models.badJson', { reason: error instanceof Error ? error.message : '' }))
    }
  }
  return (
    <Panel title={t('models.json')}>
      <div className="stack">
        <ProblemSummary error={save.error ?? check.error} />
        <TextArea
          label={t('models.json')}
          rows={24}
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
            <Button kind="primary" isBusy={save.isPending} onClick={() => read((document) => save.mutate({ model, document }))}>
              {t('models.save')}
            </Button>
          </div>
        )}
        <Mistakes mistakes={mistakes} />
      </div>
    </Panel>
  )
}

function Mistakes({ mistakes }: { mistakes: readonly ModelMistake[] }) {
  const { t, i18n } = useTranslation('scoring-lists')
  if (mistakes.length === 0) return <p className="t3">{t('models.noMistakes')}</p>
  return (
    <section aria-label={t('models.mistakes')}>
      <ul className="line-list">
        {mistakes.map((mistake) => (
          <li key={`${mistake.path} ${mistake.code}`} style={{ alignItems: 'flex-start' }}>
            <span className="f1">
              <span className={mistake.isWarning ? 't2' : 'bad'}>{i18n.language === 'en' ? mistake.message.en : mistake.message.zh}</span>
              <span className="s t3 mono" style={{ display: 'block' }}>
                {mistake.path || '/'}
              </span>
            </span>
            <span className="s t3">{t(mistake.isWarning ? 'models.warning' : 'models.error')}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
