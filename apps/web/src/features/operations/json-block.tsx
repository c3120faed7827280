/** Data as it is kept, readable. */
export function JsonBlock({ value }: { value: unknown }) {
  return <pre className="mono pre notice">{JSON.stringify(value, null, 2)}</pre>
}
