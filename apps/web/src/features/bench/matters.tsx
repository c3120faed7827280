import { Link, type LinkProps } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/icon.tsx'
import { Panel } from '../../ui/panel.tsx'
import '../../ui/workspace.css'

/** One thing that waits: what it is, until when or for whom, and where it is done. */
export type Matter = {
  readonly key: string
  readonly text: string
  readonly note?: string | undefined
  readonly isUrgent?: boolean
  readonly link: LinkProps
}

/** 轮到我 / 等对方 / 将到期: whose turn it is, before anything else. */
export function Matters({ mine, waiting, due }: { mine: readonly Matter[]; waiting: readonly Matter[]; due: readonly Matter[] }) {
  const { t } = useTranslation('bench')
  const columns = [
    { key: 'mine', title: t('mine'), items: mine, none: t('nothingMine') },
    { key: 'waiting', title: t('waiting'), items: waiting, none: t('nothingWaiting') },
    { key: 'due', title: t('due'), items: due, none: t('nothingDue') },
  ]
  return (
    <div className="matter-columns">
      {columns.map((column) => (
        <Panel key={column.key} title={column.title} note={column.items.length > 0 ? String(column.items.length) : undefined} isFlush>
          {column.items.length === 0 ? (
            <p className="panel-body t3 m">{column.none}</p>
          ) : (
            <ul className="line-list">
              {column.items.slice(0, 8).map((matter) => (
                <li key={matter.key}>
                  <span className="f1">
                    <Link {...matter.link}>{matter.text}</Link>
                    {matter.note && (
                      <span className={`s row g4 ${matter.isUrgent ? 'warn' : 't3'}`}>
                        {matter.isUrgent && <Icon name="clock" size={12} />}
                        {matter.note}
                      </span>
                    )}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </Panel>
      ))}
    </div>
  )
}
