import { type ReactNode, useId } from 'react'
import { useIsPhone } from '../../lib/use-media.ts'
import { described, FieldFrame, TextField } from '../field.tsx'
import { LateInput } from './late-input.tsx'

const KINDS = {
  day: { native: 'date', icon: 'calendar', text: /^(\d{4}-\d{2}-\d{2})$/ },
  minute: { native: 'datetime-local', icon: 'calendar', text: /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})$/ },
  time: { native: 'time', icon: 'clock', text: /^(\d{2}:\d{2})$/ },
} as const
const load = () => import('../../ui-antd/pickers.tsx')

type MomentFieldProps = {
  label: ReactNode
  error?: string | null | undefined
  hint?: ReactNode
  isLabelHidden?: boolean
  id?: string
  name?: string
  value: string
  /** What `useForm` calls with, so that a field of a form takes its props as a text field does. */
  onChange: (event: { target: { value: string } }) => void
  onBlur?: () => void
}

/** A day as `2026-11-24`: the system's own picker on phones, antd's elsewhere. Days outside `min`–`max` cannot be picked. */
export function DateField(props: MomentFieldProps & { min?: string; max?: string; required?: boolean }) {
  return <MomentField {...props} kind="day" />
}

/** Day and time on some wall clock, as `2026-11-24T14:00`; times between the steps can be typed. */
export function DateTimeField(props: MomentFieldProps & { stepMinutes: number }) {
  return <MomentField {...props} kind="minute" />
}

/** A time as `14:00`. At the end of a span (`isEnd`) midnight is 24:00. */
export function TimeField({ isEnd = false, ...props }: MomentFieldProps & { isEnd?: boolean }) {
  return (
    <MomentField
      {...props}
      kind="time"
      stepMinutes={5}
      value={props.value === '24:00' ? '00:00' : props.value}
      onChange={({ target: { value } }) => props.onChange({ target: { value: isEnd && value === '00:00' ? '24:00' : value } })}
    />
  )
}

function MomentField({
  kind,
  label,
  error,
  hint,
  isLabelHidden = false,
  id,
  name,
  value,
  onChange,
  onBlur,
  min,
  max,
  required,
  stepMinutes,
}: MomentFieldProps & { kind: keyof typeof KINDS; min?: string; max?: string; required?: boolean; stepMinutes?: number }) {
  const ownId = useId()
  const controlId = id ?? ownId
  const isPhone = useIsPhone()
  const { native, icon, text } = KINDS[kind]
  const frame = { label, error, hint, isLabelHidden }
  if (isPhone)
    return (
      <TextField
        {...frame}
        {...{ id: controlId, name, value, min, max, required, onBlur }}
        type={native}
        onChange={({ target }) => onChange({ target: { value: target.value.slice(0, 16) } })}
      />
    )
  const aria = described(controlId, frame)
  const pick = (next: string) => onChange({ target: { value: next } })
  return (
    <FieldFrame id={controlId} {...frame}>
      <LateInput
        {...{ ...aria, id: controlId, name, required, icon, load, onBlur }}
        text={value.replace('T', ' ')}
        onType={(typed) => {
          const parts = typed === '' ? [''] : text.exec(typed.trim())?.slice(1)
          if (parts) pick(parts.join('T'))
        }}
      >
        {({ MomentPicker }, isOpenFirst) => (
          <MomentPicker {...{ ...aria, id: controlId, kind, value, min, max, stepMinutes, isOpenFirst, onPick: pick, onLeave: onBlur }} />
        )}
      </LateInput>
    </FieldFrame>
  )
}
