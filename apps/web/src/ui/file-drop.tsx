import { type DragEvent, useId, useState } from 'react'
import { Icon } from './icon.tsx'
import './workspace.css'

/** A place to drop files, and a button to choose them: both do the same. */
export function FileDrop({
  label,
  hint,
  accept,
  isMultiple = false,
  isDisabled = false,
  onFiles,
}: {
  label: string
  hint?: string
  accept: string
  isMultiple?: boolean
  isDisabled?: boolean
  onFiles: (files: File[]) => void
}) {
  const id = useId()
  const [isOver, setOver] = useState(false)
  const take = (list: FileList | null) => {
    const files = [...(list ?? [])]
    if (files.length > 0 && !isDisabled) onFiles(isMultiple ? files : files.slice(0, 1))
  }
  const over = (isInside: boolean) => (event: DragEvent) => {
    event.preventDefault()
    setOver(isInside)
  }
  return (
    <label
      className="drop"
      htmlFor={id}
      data-over={isOver}
      onDragEnter={over(true)}
      onDragOver={over(true)}
      onDragLeave={over(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        take(event.dataTransfer.files)
      }}
    >
      <Icon name="upload" size={20} />
      <span>{label}</span>
      {hint && <span className="s t3">{hint}</span>}
      <input
        id={id}
        className="sr-only"
        type="file"
        accept={accept}
        multiple={isMultiple}
        disabled={isDisabled}
        onChange={(event) => {
          take(event.target.files)
          // The same file can be chosen again after it was corrected.
          event.target.value = ''
        }}
      />
    </label>
  )
}
