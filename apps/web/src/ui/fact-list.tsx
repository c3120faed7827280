/** Labels with what is known under them; what is empty is left out. */
export function FactList({ facts }: { facts: readonly (readonly [label: string, value: string | false | null | undefined])[] }) {
  const known = facts.filter(([, value]) => value)
  if (known.length === 0) return null
  return (
    <dl className="kv">
      {known.map(([label, value]) => (
        <div key={label} style={{ display: 'contents' }}>
          <dt>{label}</dt>
          <dd className="pre">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
