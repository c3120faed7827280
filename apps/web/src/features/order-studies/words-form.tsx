import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { TextArea } from '../../ui/text-area.tsx'

/** One or more texts that belong to one act. */
export function WordsForm({
  labels,
  button,
  kind = 'primary',
  error,
  isBusy,
  onSend,
}: {
  labels: readonly string[]
  button: string
  kind?: 'primary' | 'danger' | 'default'
  error: Error | null
  isBusy: boolean
  onSend: (words: string[]) => void
}) {
  const [words, setWords] = useState<string[]>(labels.map(() => ''))
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        onSend(words.map((text) => text.trim()))
      }}
    >
      <ProblemSummary error={error} />
      {labels.map((label, index) => (
        <TextArea
          key={label}
          label={label}
          rows={2}
          maxLength={4000}
          value={words[index]}
          onChange={(event) => setWords((old) => old.map((text, at) => (at === index ? event.target.value : text)))}
        />
      ))}
      <div>
        <Button kind={kind} type="submit" isBusy={isBusy} disabled={words.some((text) => !text.trim())}>
          {button}
        </Button>
      </div>
    </form>
  )
}
