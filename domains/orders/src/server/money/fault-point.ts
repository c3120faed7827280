import { FAULT_POINTS, type FaultPoint } from '../../core/money/settlement.ts'

/** For tests of crashes: the process that settles ends without warning at the point that `JIJU_FAULT_POINT` names. */
export function killAt(named: string | undefined): ((point: FaultPoint) => Promise<void>) | undefined {
  if (named === undefined || named === '') return undefined
  if (!(FAULT_POINTS as readonly string[]).includes(named)) throw new Error(`JIJU_FAULT_POINT is none of ${FAULT_POINTS.join(', ')}`)
  return async (point) => {
    if (point !== named) return
    process.kill(process.pid, 'SIGKILL')
    // The signal comes between two instructions; nothing more may happen until then.
    await new Promise(() => undefined)
  }
}
