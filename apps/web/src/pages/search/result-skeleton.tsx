import { Bone } from '../../ui/states.tsx'
import styles from './search-page.module.css'

export function ResultSkeleton() {
  return (
    <div className={`panel ${styles.results}`}>
      {[0, 1, 2, 3, 4].map((row) => (
        <div key={row} className={styles.result}>
          <div className={`col g8 ${styles.who}`}>
            <Bone width="50%" height={20} />
            <Bone width="70%" height={14} />
            <Bone width="40%" height={14} />
          </div>
          <Bone height={44} />
          <Bone height={44} />
          <Bone height={44} />
          <Bone height={32} />
        </div>
      ))}
    </div>
  )
}
