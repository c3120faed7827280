import type { ScoringModel } from '@jiju/scoring/contract/models'
import type { Branch, Certainty, Child, Model } from '@jiju/scoring/core/engine/model'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { CertaintyTag } from '../../ui/tag.tsx'
import { toast } from '../../ui/toast.tsx'
import { modelOptions, saveModel } from './model-calls.ts'

const CERTAINTY = { seen: 'verified', second_hand: 'secondary', to_confirm: 'unconfirmed' } as const
const certaintyOf = (certainty: string) => CERTAINTY[certainty as Certainty] ?? 'unconfirmed'

export const ModelCertainty = ({ certainty }: { certainty: string }) => <CertaintyTag certainty={certaintyOf(certainty)} />

/** Weights by their place in the tree and their stage; the empty stage stands for all. */
type Weights = Readonly<Record<string, number>>

/** The tree of a model with the weights of each stage; those of a draft can be changed in place. */
export function ModelTree({ model, isEditable }: { model: ScoringModel; isEditable: boolean }) {
  const { t, i18n } = useTranslation('scoring-lists')
  const language = i18n.language === 'en' ? 'en' : 'zh'
  const document = model.document as unknown as Model
  const client = useQueryClient()
  const [changed, setChanged] = useState<Weights>({})
  const save = useCommand({
    run: saveModel,
    onDone: (saved) => {
      setChanged({})
      client.setQueryData(modelOptions(saved.id).queryKey, saved)
      toast(t('models.saved'))
    },
  })
  const stages = document.stages
  const rows = rowsOf(document.root)
  const indicators = new Map(document.indicators.map((indicator) => [indicator.code, indicator]))
  return (
    <Panel
      title={t('models.view')}
      isFlush
      extra={
        Object.keys(changed).length > 0 && (
          <Button
            kind="primary"
            isBusy={save.isPending}
            onClick={() => save.mutate({ model, document: withWeights(document, changed) as unknown as Record<string, unknown> })}
          >
            {t('models.saveWeights')}
          </Button>
        )
      }
    >
      <ProblemSummary error={save.error} />
      <div className="tbl-wrap">
        <table className="tbl">
          <caption className="sr-only">{t('models.view')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('models.child')}</th>
              {(stages.length > 0 ? stages.map(({ name }) => name[language]) : [t('models.weights')]).map((name) => (
                <th key={name} scope="col" className="num">
                  {name}
                </th>
              ))}
              <th scope="col">{t('models.method')}</th>
              <th scope="col">{t('models.missing')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ child, depth, path }) => {
              const indicator = 'indicator' in child ? indicators.get(child.indicator) : undefined
              const name = 'branch' in child ? child.branch.name[language] : (indicator?.name[language] ?? child.indicator)
              return (
                <tr key={path}>
                  <th scope="row" style={{ paddingLeft: 12 + depth * 20, fontWeight: 'branch' in child ? 600 : 400 }}>
                    {name} <ModelCertainty certainty={child.certainty ?? indicator?.certainty ?? document.certainty} />
                  </th>
                  {(stages.length > 0 ? stages.map(({ code }) => code) : ['']).map((stage) => {
                    const key = `${path} ${stage}`
                    const value = changed[key] ?? (typeof child.weight === 'number' ? child.weight : (child.weight[stage] ?? 0))
                    return (
                      <td key={stage} className="num">
                        {isEditable ? (
                          <input
                            className="input"
                            style={{ width: 72, textAlign: 'right' }}
                            type="number"
                            min={0}
                            step="any"
                            aria-label={`${name} ${stage}`}
                            value={Number.isNaN(value) ? '' : value}
                            onChange={(event) => setChanged({ ...changed, [key]: event.target.valueAsNumber })}
                          />
                        ) : (
                          value
                        )}
                      </td>
                    )
                  })}
                  <td>
                    {'branch' in child
                      ? t(`aggregate.${child.branch.aggregate.kind}`)
                      : indicator && t(`normalise.${indicator.normalise.kind}`)}
                  </td>
                  <td>{indicator && t(`missing.${indicator.missing.kind}`)}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}

/** The children of the tree, each below its branch. A path is the places of its children, such as `0.2`. */
function rowsOf(branch: Branch, depth = 0, prefix = ''): { child: Child; depth: number; path: string }[] {
  return branch.children.flatMap((child, place) => {
    const path = prefix === '' ? String(place) : `${prefix}.${place}`
    return [{ child, depth, path }, ...('branch' in child ? rowsOf(child.branch, depth + 1, path) : [])]
  })
}

/** The document with changed weights; one weight for all becomes one a stage where a stage was changed. */
function withWeights(document: Model, changed: Weights): Model {
  const stages = document.stages.map(({ code }) => code)
  const change = (branch: Branch, prefix: string): Branch => ({
    ...branch,
    children: branch.children.map((child, place): Child => {
      const path = prefix === '' ? String(place) : `${prefix}.${place}`
      const isChanged = ['', ...stages].some((stage) => `${path} ${stage}` in changed)
      const known = (stage: string) => (typeof child.weight === 'number' ? child.weight : (child.weight[stage] ?? 0))
      const weight = !isChanged
        ? child.weight
        : stages.length === 0
          ? (changed[`${path} `] ?? known(''))
          : Object.fromEntries(stages.map((stage) => [stage, changed[`${path} ${stage}`] ?? known(stage)]))
      return 'branch' in child ? { ...child, weight, branch: change(child.branch, path) } : { ...child, weight }
    }),
  })
  return { ...document, root: change(document.root, '') }
}
