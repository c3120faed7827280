import type { Verdict } from './vocabulary.ts'

/** Decimal strings; a bound itself is met. Null is open. */
type Limits = { readonly low: string | null; readonly high: string | null }

/** A value as people write it: a number, a number below or above what can be measured, or words. */
type Reading = { readonly kind: 'number' | 'below' | 'above'; readonly number: number } | { readonly kind: 'words' }

const NUMBER = /^([<＜>＞≤≥]?)\s*([+\-−]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)$/

/** `0.8`, `<0.1` (below the limit of detection), `>300`, or words. */
function readValue(value: string): Reading {
  const match = NUMBER.exec(value.trim())
  if (!match) return { kind: 'words' }
  const [, sign = '', digits = ''] = match
  const number = Number(digits.replace('−', '-'))
  if (!Number.isFinite(number)) return { kind: 'words' }
  if ('<＜≤'.includes(sign) && sign !== '') return { kind: 'below', number }
  if ('>＞≥'.includes(sign) && sign !== '') return { kind: 'above', number }
  return { kind: 'number', number }
}

/**
 * What the limits say of a value; undefined when they do not decide: no limit, words, or `<x` with x above a limit.
 * A value on a limit is within it.
 */
export function judgeValue(value: string, limits: Limits): 'pass' | 'fail' | undefined {
  const low = limits.low === null ? undefined : Number(limits.low)
  const high = limits.high === null ? undefined : Number(limits.high)
  if (low === undefined && high === undefined) return undefined
  const reading = readValue(value)
  switch (reading.kind) {
    case 'number':
      return (low === undefined || reading.number >= low) && (high === undefined || reading.number <= high) ? 'pass' : 'fail'
    case 'below':
      if (low !== undefined) return reading.number <= low ? 'fail' : undefined
      return high !== undefined && reading.number <= high ? 'pass' : undefined
    case 'above':
      if (high !== undefined) return reading.number >= high ? 'fail' : undefined
      return low !== undefined && reading.number >= low ? 'pass' : undefined
    default:
      return undefined
  }
}

/** The verdict that holds: the limits' where they decide, else the person's. Undefined when the person contradicts the limits; a value outside them cannot be left unjudged. */
export function verdictOf(value: string, limits: Limits, said: Verdict | undefined): Verdict | undefined {
  const judged = judgeValue(value, limits)
  if (said === undefined) return judged ?? 'not_judged'
  const isAgreed = judged === undefined || said === judged || (said === 'not_judged' && judged === 'pass')
  return isAgreed ? said : undefined
}
