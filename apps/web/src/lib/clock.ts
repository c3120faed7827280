/** The server's clock, learnt from the `Date` header: what day it is and what is over follows it, not the reader's device. */
export const serverClock = {
  offsetMs: 0,
  learn(response: Response): void {
    const date = Date.parse(response.headers.get('Date') ?? '')
    if (Number.isNaN(date)) return
    // `Date` has whole seconds: a smaller difference is rounding.
    const offset = date - Date.now()
    this.offsetMs = Math.abs(offset) > 2_000 ? offset : 0
  },
  now(): Date {
    return new Date(Date.now() + this.offsetMs)
  },
}
