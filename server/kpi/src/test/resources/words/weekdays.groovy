// Weekdays of what is exported by day and has no moments.

kpi('words.weekend-share-of-sessions') {
  title en: 'Share of sessions on weekends'
  unit percent
  better neutral
  from web_traffic
  value { sum(sessions).where(weekday(day) in [6, 7]) / sum(sessions) }
  by channel
  example 'Saturday and Sunday, and not every seventh day of the month',
      rows: [
        [day: '2026-10-02', sessions: 40], [day: '2026-10-03', sessions: 25], [day: '2026-10-04', sessions: 15],
        [day: '2026-10-05', sessions: 20]
      ],
      expect: 0.4, not: 0.25
  example 'no weekend, no sessions on one',
      rows: [[day: '2026-10-02', sessions: 40]], expect: known(0)
}

kpi('words.working-days') {
  title en: 'Sessions on working days'
  unit count
  better higher
  from web_traffic
  where weekday(day) <= 5
  value { sum(sessions) }
  example 'Monday is 1',
      rows: [[day: '2026-10-04', sessions: 15], [day: '2026-10-05', sessions: 20], [day: '2026-10-09', sessions: 1]],
      expect: 21
}

kpi('words.won-on-weekends') {
  title en: 'Deals won on weekends'
  unit count
  better neutral
  from deals
  dated closed_at
  where status == 'won'
  value { count().where(weekday(day) in [6, 7]) }
  example 'by the day that they are counted on, which is that of the closing',
      rows: [
        [day: '2026-09-01', closed_at: '2026-10-03T23:30', status: 'won'],
        [day: '2026-10-03', closed_at: '2026-10-05', status: 'won']
      ],
      expect: 1
}
