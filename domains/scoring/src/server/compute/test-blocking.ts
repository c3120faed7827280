import { setTimeout as later } from 'node:timers/promises'

/** The longest time in which nothing else had its turn while some work was done, as a part (0–1) of the time that the work took. */
export async function longestBlockRatio(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  let turn = began
  let longest = 0
  let isDone = false
  const others = (async () => {
    while (!isDone) {
      await later(1)
      const now = performance.now()
      longest = Math.max(longest, now - turn)
      turn = now
    }
  })()
  await work().finally(() => {
    isDone = true
  })
  await others
  return longest / (turn - began)
}
