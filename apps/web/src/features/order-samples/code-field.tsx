import { useNavigate } from '@tanstack/react-router'
import { type SyntheticEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { findSample } from './calls.ts'

/** Opens a sample by its label: a hand scanner types the address of the QR and Enter, a person the code below it. No camera is needed. */
export function CodeField() {
  const { t } = useTranslation('order-samples')
  const navigate = useNavigate()
  const [code, setCode] = useState('')
  const [error, setError] = useState<unknown>(null)
  const [isBusy, setBusy] = useState(false)
  const open = async (event: SyntheticEvent) => {
    event.preventDefault()
    if (code.trim().length < 4) return
    setBusy(true)
    setError(null)
    try {
      const { id } = await findSample(code.trim())
      setCode('')
      await navigate({ to: '/samples/$id', params: { id } })
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  return (
    <form className="col g8" onSubmit={(event) => void open(event)}>
      <ProblemSummary error={error} />
      <div className="row g8 wrap" style={{ alignItems: 'flex-end' }}>
        <div className="f1" style={{ minWidth: 200, maxWidth: 360 }}>
          <TextField
            label={t('list.scan')}
            value={code}
            autoComplete="off"
            autoCapitalize="characters"
            maxLength={200}
            onChange={({ target }) => setCode(target.value)}
          />
        </div>
        <Button type="submit" kind="primary" isBusy={isBusy} disabled={code.trim().length < 4}>
          {t('list.scanGo')}
        </Button>
      </div>
      <div className="s t3">{t('list.scanHint')}</div>
    </form>
  )
}
