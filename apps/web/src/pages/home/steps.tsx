import { useTranslation } from 'react-i18next'
import styles from './home-page.module.css'

export function Steps() {
  const { t } = useTranslation('home')
  return (
    <section aria-labelledby="steps">
      <div className={styles.sectionHead}>
        <h2 className="h-block" id="steps">
          {t('steps.title')}
        </h2>
      </div>
      <ol className={styles.three}>
        {(['one', 'two', 'three'] as const).map((step, index) => (
          <li key={step} className={`panel ${styles.step}`}>
            <span aria-hidden="true">{index + 1}</span>
            <div>
              <h3 className="h2">{t(`steps.${step}.title`)}</h3>
              <p className="t2">{t(`steps.${step}.text`)}</p>
              <div className="s t3">{t(`steps.${step}.note`)}</div>
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
