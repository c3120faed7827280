import type { z } from 'zod'
import type { Language } from '../http/problem-texts.ts'
import type { Notice } from './contract.ts'
import type { NoticeRow } from './list-sql.ts'
import { MAIL_CHOICES, type MailChoice, NOTICE_GROUPS, type NoticeGroup, type NoticeKinds } from './notice-kinds.ts'

export function presentNotice(row: NoticeRow, language: Language): z.output<typeof Notice> {
  return {
    id: row.id,
    kind: row.kind,
    group: row.topic_group as NoticeGroup,
    title: row.texts[language].title,
    body: row.texts[language].body,
    link: row.link,
    createdAt: row.created_at.toISOString(),
    readAt: row.read_at?.toISOString() ?? null,
  }
}

/** What holds for each group: the person's choice, or the most that a kind of the group does by itself. */
export function mailByGroup(chosen: Readonly<Record<string, MailChoice>>, kinds: NoticeKinds): Record<NoticeGroup, MailChoice> {
  const defaultOf = (group: NoticeGroup) => {
    const defaults = Object.values(kinds).flatMap((kind) => (kind.group === group ? [kind.mail] : []))
    return MAIL_CHOICES.find((choice) => defaults.includes(choice)) ?? 'at_once'
  }
  return Object.fromEntries(NOTICE_GROUPS.map((group) => [group, chosen[group] ?? defaultOf(group)])) as Record<NoticeGroup, MailChoice>
}
