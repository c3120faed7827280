import type { GenerateConfig } from '@rc-component/picker/generate'
import ofDayjs from '@rc-component/picker/generate/dayjs'
import { DatePicker } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import utc from 'dayjs/plugin/utc.js'
import { serverClock } from '../lib/clock.ts'
import { zonedParts } from '../lib/format.ts'

dayjs.extend(utc)

// The types of this file describe its CommonJS twin; the bundle gets the object itself as default export.
const dayjsConfig = ofDayjs as unknown as GenerateConfig<Dayjs>

/**
 * Days and times as a clock on the wall shows them: UTC throughout, so that no clock change of the reader's own zone moves what was typed,
 * and today is the region's.
 */
const wallClock: GenerateConfig<Dayjs> = {
  ...dayjsConfig,
  getNow: () => {
    const { day, time } = zonedParts(serverClock.now())
    return dayjs.utc(`${day}T${time}:00`)
  },
  getFixedDate: (text) => dayjs.utc(text),
  locale: {
    ...dayjsConfig.locale,
    // Weeks begin on Monday in both languages, as in the platform's own calendars.
    getWeekFirstDay: () => 1,
    parse: (_locale, text, formats) => formats.map((format) => dayjs.utc(text, format, true)).find((moment) => moment.isValid()) ?? null,
  },
}

/** antd's picker of days and times; its days are UTC moments. */
export const WallClockPicker = DatePicker.generatePicker<Dayjs>(wallClock)

/** The moment of `2026-11-24`, `2026-11-24T14:00` or `14:00`. */
export function momentOf(text: string): Dayjs {
  return dayjs.utc(text.includes('-') ? text : `1970-01-01T${text}`)
}
