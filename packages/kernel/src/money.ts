/** An exact amount in fen (1/100 yuan). Never a float. */
export type Fen = bigint

/** `amount × numerator ÷ denominator`, halves away from zero. The only place that rounds money. */
export function scaleFen(amount: Fen, numerator: bigint, denominator: bigint): Fen {
  if (denominator <= 0n) throw new RangeError('denominator must be positive')
  const product = amount * numerator
  const half = denominator / 2n
  return (product >= 0n ? product + half : product - half) / denominator
}

/** Splits `total` by `weights` (largest remainder, earlier share wins a tie); the shares sum to `total` exactly. */
export function allocateFen(total: Fen, weights: readonly bigint[]): Fen[] {
  const sum = weights.reduce((a, b) => a + b, 0n)
  if (sum <= 0n || weights.some((weight) => weight < 0n)) throw new RangeError('weights must be non-negative and not all zero')
  const sign = total < 0n ? -1n : 1n
  const size = total * sign
  const shares = weights.map((weight) => (size * weight) / sum)
  const remainders = weights.map((weight, index) => ({ index, remainder: (size * weight) % sum }))
  remainders.sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1))
  let rest = size - shares.reduce((a, b) => a + b, 0n)
  for (const { index } of remainders) {
    if (rest === 0n) break
    shares[index] = (shares[index] ?? 0n) + 1n
    rest -= 1n
  }
  return shares.map((share) => share * sign)
}

/** Wire form: yuan with two decimals (`"2712.00"`), so that no JSON reader turns it into a float. */
export function formatFen(amount: Fen): string {
  const sign = amount < 0n ? '-' : ''
  const digits = (amount < 0n ? -amount : amount).toString().padStart(3, '0')
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** As it stands on paper: thousands apart, two decimals, a true minus (`"−2,712.00"`). */
export function printFen(amount: Fen): string {
  const [whole = '', cents] = formatFen(amount < 0n ? -amount : amount).split('.')
  return `${amount < 0n ? '−' : ''}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${cents}`
}

/** Reads the wire form; undefined unless it is an optional minus, digits, and at most two decimals. */
export function parseFen(text: string): Fen | undefined {
  const match = /^(-?)(\d{1,15})(?:\.(\d{1,2}))?$/.exec(text)
  if (!match) return undefined
  const [, sign, whole, cents = ''] = match
  const fen = BigInt(`${whole}${cents.padEnd(2, '0')}`)
  return sign === '-' ? -fen : fen
}
