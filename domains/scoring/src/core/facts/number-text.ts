const DECIMAL = /^[+-]?(\d+(\.\d*)?|\.\d+)$/
const SCIENTIFIC = /^[+-]?\d+(\.\d+)?e[+-]?\d+$/i
const GROUPED = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/
const NOTHING = new Set(['', '-', '--', '—', '——', '–'])
const CELL_ERROR = /^(#(REF|DIV\/0|N\/A|VALUE|NAME|NUM|NULL|SPILL|CALC)[!?]?|=.*)$/i

/** What a cell says: a decimal number as text, nothing, an error of a formula, or words. */
type CellNumber =
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'blank' }
  | { readonly kind: 'error' }
  | { readonly kind: 'words' }

/** Digits of any width, with or without commas by thousands. More than 15 digits are noise of binary floats and are rounded away. */
export function readNumber(cell: string): CellNumber {
  const text = cell
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/^[−﹣]/, '-')
  if (NOTHING.has(text)) return { kind: 'blank' }
  if (CELL_ERROR.test(text)) return { kind: 'error' }
  const plain = GROUPED.test(text) ? text.replaceAll(',', '') : text
  if (SCIENTIFIC.test(plain)) return number(plain)
  if (!DECIMAL.test(plain)) return { kind: 'words' }
  if (plain.replace(/\D/g, '').length > 15) return number(plain)
  return { kind: 'number', text: tidy(plain) }
}

function number(text: string): CellNumber {
  const value = Number(Number(text).toPrecision(15))
  if (Math.abs(value) >= 1e15) return { kind: 'words' }
  return { kind: 'number', text: tidy(value.toFixed(10)) }
}

/** Without a plus, needless zeros and a bare point: `+012.50` → `12.5`. */
function tidy(text: string): string {
  const [, sign = '', whole = '', fraction = ''] = /^([+-]?)(\d*)\.?(\d*)$/.exec(text) ?? []
  const digits = whole.replace(/^0+(?=\d)/, '') || '0'
  const rest = fraction.replace(/0+$/, '')
  const size = rest ? `${digits}.${rest}` : digits
  return sign === '-' && size !== '0' ? `-${size}` : size
}
