/** What of a list is due. */
export const dueWords = {
  label: '到期',
  spans: [
    { value: 'overdue', label: '超期' },
    { value: 'today', label: '今日到期' },
    { value: 'week', label: '本周到期' },
  ],
} as const;
