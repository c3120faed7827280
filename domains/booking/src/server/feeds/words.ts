import type { Language } from '@jiju/platform/http/problem-texts'

/** Words of calendars that leave the platform: feeds and invitations are read where its pages are not. */
export const FEED_WORDS = {
  zh: {
    own: '集聚 · 我的预约',
    busyOf: (name: string) => `${name} · 忙闲`,
    booked: '已预约',
    internal: '本机构使用',
    outage: '停机',
    cancelled: (title: string) => `已取消：${title}`,
    pending: (title: string) => `待确认：${title}`,
    displaced: '受停机影响，请改时或取消。',
    facts: {
      number: '编号',
      provider: '机构',
      customer: '单位',
      booker: '预约人',
      project: '项目',
      operation: '上机方式',
      localTime: '当地时间',
    },
    operation: { self_service: '自主上机', with_operator: '配操作人员' },
    colon: '：',
  },
  en: {
    own: 'Jiju · my bookings',
    busyOf: (name: string) => `${name} · free/busy`,
    booked: 'Booked',
    internal: 'Own use',
    outage: 'Out of service',
    cancelled: (title: string) => `Cancelled: ${title}`,
    pending: (title: string) => `To be confirmed: ${title}`,
    displaced: 'Hit by an outage: move or cancel it.',
    facts: {
      number: 'Number',
      provider: 'Provider',
      customer: 'Customer',
      booker: 'Booked by',
      project: 'Project',
      operation: 'Operation',
      localTime: 'Local time',
    },
    operation: { self_service: 'self-service', with_operator: 'with operator' },
    colon: ': ',
  },
} as const satisfies Record<Language, unknown>
