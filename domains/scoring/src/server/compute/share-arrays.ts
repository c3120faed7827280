/** A copy whose typed arrays lie in memory that threads share: sent to another thread they are not copied again. Nobody may write to them. */
export function shareArrays<Value>(value: Value): Value {
  const copies = new Map<object, unknown>()
  const shared = (part: unknown): unknown => {
    if (typeof part !== 'object' || part === null) return part
    const known = copies.get(part)
    if (known) return known
    const copy = copyOf(part)
    copies.set(part, copy)
    return copy
  }
  const copyOf = (part: object): unknown => {
    if (ArrayBuffer.isView(part)) return viewOf(part as Columnar)
    if (part instanceof Map) return new Map([...part].map(([key, entry]) => [key, shared(entry)]))
    // Lists of texts are long and hold no memory of their own.
    if (Array.isArray(part)) return typeof part[0] === 'object' ? part.map(shared) : part
    return Object.fromEntries(Object.entries(part).map(([key, entry]) => [key, shared(entry)]))
  }
  return shared(value) as Value
}

type Columnar = Float64Array | Int16Array | Uint8Array

function viewOf(view: Columnar): Columnar {
  const copy = new (view.constructor as new (memory: SharedArrayBuffer) => Columnar)(new SharedArrayBuffer(view.byteLength))
  copy.set(view)
  return copy
}
