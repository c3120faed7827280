/** A quantity of a sample as a decimal: at most nine digits before the point and three behind it. */
export const QUANTITY = /^(0|[1-9]\d{0,8})(\.\d{1,3})?$/

/** Thousandths of the unit; throws RangeError for what is not a quantity. */
export function parseQuantity(text: string): bigint {
  if (!QUANTITY.test(text)) throw new RangeError(`not a quantity: ${text}`)
  const [whole = '0', fraction = ''] = text.split('.')
  return BigInt(whole) * 1000n + BigInt(fraction.padEnd(3, '0'))
}

/** Without zeros behind the last digit: `12.500` is written `12.5`. */
export function formatQuantity(thousandths: bigint): string {
  const fraction = (thousandths % 1000n).toString().padStart(3, '0').replace(/0+$/, '')
  return `${thousandths / 1000n}${fraction && `.${fraction}`}`
}
