import type { Dayjs } from 'dayjs'
import { type ReactNode, useState } from 'react'
import type { Described } from '../ui/field.tsx'
import { AntdProvider } from './antd-provider.tsx'
import { momentOf, WallClockPicker } from './wall-clock.ts'

const DAY = 'YYYY-MM-DD'
// As written, and as typed or pasted. None is the beginning of another: what can be read is taken while somebody still types.
const DAY_FORMATS = [DAY, 'YYYY/MM/DD', 'YYYYMMDD']
const SHAPES = {
  day: { written: DAY, formats: DAY_FORMATS },
  minute: { written: `${DAY}THH:mm`, formats: [`${DAY} HH:mm`, `${DAY}THH:mm`, 'YYYY/MM/DD HH:mm'] },
  time: { written: 'HH:mm', formats: ['HH:mm', 'HHmm'] },
}

/** One day (`2026-11-24`), day and time (`2026-11-24T14:00`) or time (`14:00`), typed or picked; empty text for none. */
export function MomentPicker({
  id,
  kind,
  value,
  stepMinutes = 1,
  min,
  max,
  isOpenFirst,
  onPick,
  onLeave,
  ...aria
}: {
  id: string
  kind: keyof typeof SHAPES
  value: string
  stepMinutes?: number | undefined
  min?: string | undefined
  max?: string | undefined
  isOpenFirst: boolean
  onPick: (text: string) => void
  onLeave?: (() => void) | undefined
} & Described) {
  const [isOpen, setOpen] = useState(isOpenFirst)
  const { written, formats } = SHAPES[kind]
  const pick = (moment: Dayjs | Dayjs[] | null) => onPick([moment].flat()[0]?.format(written) ?? '')
  const props = {
    ...aria,
    id,
    open: isOpen,
    onOpenChange: setOpen,
    value: value ? momentOf(value) : null,
    format: formats,
    needConfirm: false,
    placeholder: '',
    // Now is rarely a time of the step.
    showNow: kind === 'day',
    panelRender: (panel: ReactNode) => <div ref={makeColumnsReachable}>{panel}</div>,
    status: aria['aria-invalid'] ? ('error' as const) : ('' as const),
    onChange: pick,
    // As soon as what is typed can be read, and not only when the popup closes.
    onCalendarChange: pick,
    onBlur: ({ target }: { target: EventTarget }) => {
      if (target instanceof HTMLInputElement && target.value === '') onPick('')
      onLeave?.()
    },
  }
  const minuteStep = stepMinutes as 1
  return (
    <AntdProvider isOpen={isOpen}>
      {kind === 'time' ? (
        <WallClockPicker.TimePicker {...props} minuteStep={minuteStep} />
      ) : (
        <WallClockPicker
          {...props}
          {...(kind === 'minute' ? { showTime: { format: 'HH:mm', minuteStep } } : {})}
          {...(min ? { minDate: momentOf(min) } : {})}
          {...(max ? { maxDate: momentOf(max) } : {})}
        />
      )}
    </AntdProvider>
  )
}

/** Columns of hours and minutes scroll, so the keyboard must reach them too. */
function makeColumnsReachable(panel: HTMLDivElement | null): void {
  for (const column of panel?.querySelectorAll<HTMLElement>('.ant-picker-time-panel-column') ?? []) column.tabIndex = 0
}

/** First and last day, each of which may be open; `presets` are the spans that people mean most. */
export function DayRangePicker({
  id,
  from,
  to,
  presets,
  isOpenFirst,
  onPick,
}: {
  id: string
  from: string
  to: string
  presets: readonly { readonly label: string; readonly from: string; readonly to: string }[]
  isOpenFirst: boolean
  onPick: (from: string, to: string) => void
}) {
  const [isOpen, setOpen] = useState(isOpenFirst)
  return (
    <AntdProvider isOpen={isOpen}>
      <WallClockPicker.RangePicker
        id={{ start: id, end: `${id}-to` }}
        open={isOpen}
        onOpenChange={setOpen}
        value={[from ? momentOf(from) : null, to ? momentOf(to) : null]}
        format={DAY_FORMATS}
        allowEmpty={[true, true]}
        needConfirm={false}
        placeholder={['', '']}
        presets={presets.map((preset) => ({ label: preset.label, value: [momentOf(preset.from), momentOf(preset.to)] }))}
        onChange={(moments) => onPick(moments?.[0]?.format(DAY) ?? '', moments?.[1]?.format(DAY) ?? '')}
      />
    </AntdProvider>
  )
}
