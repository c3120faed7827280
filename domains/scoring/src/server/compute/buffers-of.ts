/** The memory of all typed arrays in a value, each once: what is handed to another thread instead of being copied. Shared memory needs no handing over. */
export function buffersOf(value: unknown): ArrayBuffer[] {
  const found = new Set<ArrayBuffer>()
  const look = (part: unknown): void => {
    if (ArrayBuffer.isView(part)) {
      if (part.buffer instanceof ArrayBuffer) found.add(part.buffer)
    } else if (part instanceof Map) for (const entry of part.values()) look(entry)
    else if (Array.isArray(part)) {
      // Lists of texts are long and hold no memory of their own.
      if (typeof part[0] === 'object') for (const entry of part) look(entry)
    } else if (typeof part === 'object' && part !== null) for (const entry of Object.values(part)) look(entry)
  }
  look(value)
  return [...found]
}
