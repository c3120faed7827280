import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { newAttempt } from '../../lib/api.ts'
import { Button } from '../../ui/button.tsx'
import { FileDrop } from '../../ui/file-drop.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { uploadProof } from './calls.ts'

export type Proof = { readonly fileId: string; readonly name: string }

const MAX_FILES = 8

/** Photos and papers are uploaded as soon as they are chosen; the step then names them. */
export function ProofPicker({
  orderId,
  files,
  onChange,
  label,
}: {
  orderId: string
  files: readonly Proof[]
  onChange: (files: readonly Proof[]) => void
  label?: string | undefined
}) {
  const { t } = useTranslation('order-samples')
  const [error, setError] = useState<unknown>(null)
  const [isBusy, setBusy] = useState(false)
  const take = async (chosen: File[]) => {
    setBusy(true)
    setError(null)
    let all = files
    try {
      for (const file of chosen.slice(0, MAX_FILES - files.length)) all = [...all, await uploadProof(orderId, file, newAttempt())]
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
      onChange(all)
    }
  }
  return (
    <div className="col g8" aria-busy={isBusy}>
      <ProblemSummary error={error} />
      <FileDrop
        label={label ?? t('field.addFiles')}
        hint={t('field.filesHint')}
        accept="image/*,application/pdf"
        isMultiple
        isDisabled={isBusy || files.length >= MAX_FILES}
        onFiles={(chosen) => void take(chosen)}
      />
      {files.length > 0 && (
        <ul className="plain col g4">
          {files.map((file) => (
            <li key={file.fileId} className="row g8">
              <span className="f1 ell">{file.name}</span>
              <Button kind="text" size="sm" onClick={() => onChange(files.filter((one) => one !== file))}>
                {t('field.removeFile')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
