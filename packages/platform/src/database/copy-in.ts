import type pg from 'pg'

// What the driver has for `copy`, without types of its own.
type Copying = {
  query(text: string): void
  sendCopyFromChunk(chunk: Buffer): void
  endCopyFrom(): void
  readonly stream: NodeJS.WritableStream & { readonly writableNeedDrain: boolean }
}

/**
 * `copy … from stdin` by the protocol of the driver: the fastest way in for many rows. Chunks are lines of `copyLine`, made while the
 * socket takes the ones before. Rejects with the database's error; the statement is then undone like any other.
 */
export async function copyIn(client: pg.ClientBase, statement: string, chunks: Iterable<string>): Promise<void> {
  const { connection } = client as unknown as { readonly connection: Copying }
  let isRefused = false
  await new Promise<void>((resolve, reject) => {
    const send = async () => {
      for (const chunk of chunks) {
        if (isRefused) return
        connection.sendCopyFromChunk(Buffer.from(chunk))
        if (connection.stream.writableNeedDrain) await new Promise((drained) => connection.stream.once('drain', drained))
      }
      if (!isRefused) connection.endCopyFrom()
    }
    client.query({
      submit: () => connection.query(statement),
      handleCopyInResponse: () => void send(),
      handleCommandComplete: () => undefined,
      handleError: (error: Error) => {
        isRefused = true
        reject(error)
      },
      handleReadyForQuery: () => resolve(),
    } as never)
  })
}

/** A row in the text format of `copy`, with its end of line; what is undefined is null. `areJson` says which columns take JSON. */
export function copyLine(values: readonly unknown[], areJson: readonly boolean[]): string {
  let line = ''
  for (let place = 0; place < values.length; place += 1) line += (place > 0 ? '\t' : '') + copyText(values[place], areJson[place] === true)
  return `${line}\n`
}

function copyText(value: unknown, isJson: boolean): string {
  if (value === null || value === undefined) return '\\N'
  if (isJson) return escaped(JSON.stringify(value))
  if (typeof value === 'number') return String(value)
  return escaped(Array.isArray(value) ? arrayText(value) : plainText(value))
}

const plainText = (value: unknown) => (value instanceof Date ? value.toISOString() : String(value))

function arrayText(items: readonly unknown[]): string {
  return `{${items
    .map((item) =>
      item === null
        ? 'NULL'
        : Array.isArray(item)
          ? arrayText(item)
          : `"${plainText(item).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`,
    )
    .join(',')}}`
}

const SPECIAL = /[\\\n\r\t]/
const escaped = (text: string) =>
  SPECIAL.test(text) ? text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r').replaceAll('\t', '\\t') : text
