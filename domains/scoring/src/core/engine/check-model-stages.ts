import type { Report } from './check-model-kinds.ts'
import type { FactCondition, FactRef, Stage } from './model.ts'

/** A place between numbers: just before a number, or just after it. */
type Cut = { readonly at: number; readonly isAfter: boolean }
type Span = { readonly from: Cut; readonly to: Cut }
type Spans = ReadonlyMap<FactRef, Span>

const ALL: Span = { from: { at: Number.NEGATIVE_INFINITY, isAfter: false }, to: { at: Number.POSITIVE_INFINITY, isAfter: true } }

/**
 * Stages that nobody can be in, because their own conditions exclude each other or because earlier stages take all of theirs, and stages
 * that share enterprises with an earlier one without taking in the whole of it, so that their order alone decides.
 */
export function checkStages(stages: readonly { readonly part: Stage; readonly path: string }[], report: Report): void {
  const earlier: { code: string; spans: Spans }[] = []
  for (const { part, path } of stages) {
    const own = { code: part.code, spans: spansOf(part.when) }
    if ([...own.spans.values()].some(isEmpty)) {
      report(path, 'scoring.model_stage_empty', { stage: own.code })
      continue
    }
    if (earlier.some(({ spans }) => contains(spans, own.spans)) || isCovered(own.spans, earlier)) {
      report(path, 'scoring.model_stage_unreachable', { stage: own.code })
    } else {
      for (const { code, spans } of earlier) {
        if (meets(own.spans, spans) && !contains(own.spans, spans))
          report(path, 'scoring.model_stages_overlap', { stage: own.code, other: code })
      }
    }
    earlier.push(own)
  }
}

function spansOf(conditions: readonly FactCondition[]): Spans {
  const spans = new Map<FactRef, Span>()
  for (const { fact, is, value } of conditions) {
    const own: Span = {
      from: is === '>' || is === '>=' || is === '=' ? { at: value, isAfter: is === '>' } : ALL.from,
      to: is === '<' || is === '<=' || is === '=' ? { at: value, isAfter: is !== '<' } : ALL.to,
    }
    spans.set(fact, common(spans.get(fact) ?? ALL, own))
  }
  return spans
}

function isBefore(a: Cut, b: Cut): boolean {
  return a.at < b.at || (a.at === b.at && !a.isAfter && b.isAfter)
}

function isEmpty({ from, to }: Span): boolean {
  return !isBefore(from, to)
}

function common(a: Span, b: Span): Span {
  return { from: isBefore(a.from, b.from) ? b.from : a.from, to: isBefore(a.to, b.to) ? a.to : b.to }
}

/** Whether all that the inner conditions let in is let in by the outer ones; a fact that only the outer ones name may be missing. */
function contains(outer: Spans, inner: Spans): boolean {
  return [...outer].every(([fact, span]) => {
    const own = inner.get(fact)
    return own !== undefined && !isBefore(own.from, span.from) && !isBefore(span.to, own.to)
  })
}

function meets(a: Spans, b: Spans): boolean {
  return [...a].every(([fact, span]) => !isEmpty(common(span, b.get(fact) ?? ALL)))
}

/** Whether earlier stages together take all that a condition on one fact lets in. */
function isCovered(own: Spans, earlier: readonly { readonly spans: Spans }[]): boolean {
  const [[fact, span] = [], ...others] = own
  if (fact === undefined || span === undefined || others.length > 0) return false
  const taken = earlier.flatMap(({ spans }) => (spans.size === 1 ? [spans.get(fact)] : [])).filter((other) => other !== undefined)
  let from = span.from
  for (const other of taken.sort((a, b) => (isBefore(a.from, b.from) ? -1 : 1))) {
    if (!isBefore(from, other.from) && isBefore(from, other.to)) from = other.to
  }
  return !isBefore(from, span.to)
}
