import { useTranslation } from 'react-i18next'
import { Panel } from '../../ui/panel.tsx'
import { isDemo } from './demo.ts'

const PASSWORD = 'jiju-demo-2026'
const ACCOUNTS = ['engineer', 'owner', 'manager', 'operator', 'admin'] as const

/** One press fills the form with an invented person; nothing on a real installation. */
export function DemoAccounts({ onPick }: { onPick: (email: string, password: string) => void }) {
  const { t } = useTranslation('signin')
  if (!isDemo()) return null
  return (
    <Panel title={t('signIn.demoTitle')} note={t('signIn.demoNote')}>
      <div className="row g8 wrap">
        {ACCOUNTS.map((account) => (
          <button key={account} type="button" className="btn" onClick={() => onPick(`${account}@demo.jiju.example`, PASSWORD)}>
            {t(`signIn.demo.${account}`)}
          </button>
        ))}
      </div>
    </Panel>
  )
}
