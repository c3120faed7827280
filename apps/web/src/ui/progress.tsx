import './workspace.css'

/** How far a long work is, 0–1; without a share it only says that it goes on. */
export function Progress({ label, share }: { label: string; share: number | null }) {
  const percent = share === null ? undefined : Math.round(share * 100)
  return (
    <div role="progressbar" aria-label={label} aria-valuemin={0} aria-valuemax={100} aria-valuenow={percent}>
      <div className="row sb m" style={{ marginBottom: 6 }}>
        <span>{label}</span>
        {percent !== undefined && <span className="t2">{percent}%</span>}
      </div>
      <div className="progress">
        <i style={{ width: `${percent ?? 30}%` }} />
      </div>
    </div>
  )
}
