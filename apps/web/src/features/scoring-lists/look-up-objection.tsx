import type { OwnObjection } from '@jiju/scoring/contract/objections'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { addPaperByCode, openObjection } from './calls.ts'
import { ObjectionStateTag, ObjectionView } from './objection-view.tsx'

/** For citizens without an account: how their objection stands, by the code that they were given. */
export function LookUpObjection() {
  const { t } = useTranslation('scoring-lists')
  const [code, setCode] = useState('')
  const [found, setFound] = useState<OwnObjection | null>(null)
  const open = useCommand({ run: openObjection, onDone: setFound })
  const send = useCommand({ run: addPaperByCode, onDone: setFound })
  return (
    <Panel title={t('object.lookUp')} extra={found && <ObjectionStateTag state={found.state} />}>
      <div className="stack">
        <ProblemSummary error={open.error ?? send.error} />
        {found ? (
          <ObjectionView objection={found} isSending={send.isPending} onFile={(file) => send.mutate({ code, file })} />
        ) : (
          <form
            className="stack"
            onSubmit={(event) => {
              event.preventDefault()
              open.mutate({ code: code.trim() })
            }}
          >
            <TextField
              label={t('object.code')}
              hint={t('object.lookUpHint')}
              autoComplete="off"
              autoCapitalize="characters"
              maxLength={60}
              value={code}
              onChange={(event) => setCode(event.target.value)}
            />
            <div>
              <Button type="submit" isBusy={open.isPending} disabled={!code.trim()}>
                {t('object.look')}
              </Button>
            </div>
          </form>
        )}
      </div>
    </Panel>
  )
}
