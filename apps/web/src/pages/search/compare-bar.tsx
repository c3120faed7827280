import { useTranslation } from 'react-i18next'
import { clearCompared, MAX_COMPARED, toggleCompared, useCompareBasket } from '../../features/catalog/compare-basket.ts'
import { useIsPhone } from '../../lib/use-media.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import styles from './search-page.module.css'

/** The basket at the bottom; appears with the first item. */
export function CompareBar() {
  const { t } = useTranslation('search')
  const basket = useCompareBasket()
  const isPhone = useIsPhone()
  if (basket.length === 0) return null
  return (
    <section className={`${styles.basket} no-print`} aria-label={t('basket.compare')}>
      <div className="wide">
        {isPhone ? (
          <span className="m">{t('basket.picked', { n: basket.length, max: MAX_COMPARED })}</span>
        ) : (
          <div className={styles.basketItems}>
            <span className="h3 nw" style={{ alignSelf: 'center' }}>
              {t('basket.title', { n: basket.length, max: MAX_COMPARED })}
            </span>
            {basket.map((item) => (
              <div key={item.id} className={styles.basketItem}>
                <div className="f1">
                  <div className="m ell">{item.name}</div>
                  <small className="ell">{item.note}</small>
                </div>
                <button
                  type="button"
                  className="icon-btn"
                  aria-label={t('basket.remove', { name: item.name })}
                  onClick={() => toggleCompared(item)}
                >
                  <Icon name="close" size={12} />
                </button>
              </div>
            ))}
            {basket.length < MAX_COMPARED && (
              <span className={styles.basketRoom}>{t('basket.more', { n: MAX_COMPARED - basket.length })}</span>
            )}
          </div>
        )}
        <div className="row g8">
          <Button kind="text" onClick={clearCompared}>
            {t('basket.clear')}
          </Button>
          <ButtonLink
            to="/compare"
            search={{ ids: basket.map(({ id }) => id).join(',') } as never}
            kind="primary"
            disabled={basket.length < 2}
            aria-disabled={basket.length < 2 || undefined}
          >
            {t('basket.compare')}
          </ButtonLink>
        </div>
      </div>
    </section>
  )
}
