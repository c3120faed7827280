import { useTranslation } from 'react-i18next'
import { currentLanguage } from '../../lib/i18n.ts'
import { Panel } from '../../ui/panel.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { FormFields } from '../../ui/service-form/form-fields.tsx'
import { wordProblem } from '../../ui/service-form/word-problem.ts'
import type { Wizard } from './use-wizard.ts'

/** The form of each service. */
export function QuestionsStep({ wizard, showProblems }: { wizard: Wizard; showProblems: boolean }) {
  return (
    <div className="stack">
      {showProblems && <Missing wizard={wizard} />}
      {wizard.items.map((entry, index) => (
        <Questions key={entry.item.serviceId} wizard={wizard} index={index} showProblems={showProblems} />
      ))}
    </div>
  )
}

const fieldId = (item: number, key: string) => `question-${item}-${key}`

/** All that is missing, with links; the page moves the focus here. */
function Missing({ wizard }: { wizard: Wizard }) {
  const { t } = useTranslation('order-forms')
  const all = wizard.items.flatMap(({ problems }, item) => problems.map((problem) => ({ problem, item })))
  if (all.length === 0) return null
  return (
    <div className="notice notice-bad" role="alert" tabIndex={-1} data-form-errors>
      <div className="f1">
        <div className="b">{t('problems', { count: all.length })}</div>
        <ul>
          {all.map(({ problem, item }) => (
            <li key={`${item}${problem.field}`}>
              <a
                href={`#${fieldId(item, problem.field?.split('/')[1] ?? '')}`}
                onClick={(event) => {
                  event.preventDefault()
                  document.getElementById(fieldId(item, problem.field?.split('/')[1] ?? ''))?.focus()
                }}
              >
                {wordProblem(t, problem, currentLanguage())}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}

function Questions({ wizard, index, showProblems }: { wizard: Wizard; index: number; showProblems: boolean }) {
  const { t } = useTranslation('order-wizard')
  const { keeper, items, forms } = wizard
  const entry = items[index]
  const query = forms[index]
  if (!entry || !query) return null
  const { item, line, fields, problems } = entry
  const name = line ? (currentLanguage() === 'en' && line.nameEn) || line.nameZh : '…'
  return (
    <Panel
      title={name}
      note={entry.form && entry.form.version > 0 ? t('questions.version', { version: entry.form.version }) : t('questions.general')}
    >
      <QueryView query={query}>
        {() => (
          <div className="form form-wide">
            <FormFields
              fields={fields}
              answers={item.answers}
              problems={showProblems ? problems : []}
              idPrefix={fieldId(index, '')}
              onChange={(answers) => keeper.changeItem(index, { answers })}
            />
          </div>
        )}
      </QueryView>
    </Panel>
  )
}
