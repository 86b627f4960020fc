// Dates of things: how long they took, and which one puts them into a period.

kpi('words.deal-cycle') {
  title en: 'Median deal cycle'
  unit days
  better lower
  from deals
  dated closed_at
  where status == 'won'
  value { median(days(created_at, closed_at)) }
  example 'deals closed in the period, whenever they were created',
      rows: [
        [day: '2026-08-01', created_at: '2026-08-01', closed_at: '2026-10-01', status: 'won'],
        [day: '2026-10-01', created_at: '2026-10-01T23:59', closed_at: '2026-10-02T00:01', status: 'won'],
        [day: '2026-10-01', created_at: '2026-10-01', closed_at: '2026-10-11', status: 'won'],
        [day: '2026-10-01', created_at: '2026-10-01', closed_at: '2026-11-01', status: 'won'],
        [day: '2026-10-01', created_at: '2026-10-01', closed_at: null, status: 'open'],
        [day: '2026-10-01', created_at: '2026-10-01', closed_at: '2026-10-30', status: 'lost']
      ],
      expect: 10
}

kpi('words.deal-cycle-p90') {
  title en: 'Deal cycle, ninetieth percentile'
  unit days
  better lower
  from deals
  dated closed_at
  value { percentile(days(created_at, closed_at), 90) }
  example 'the long tail shows',
      rows: [
        [created_at: '2026-09-01', closed_at: '2026-10-01'], [created_at: '2026-10-01', closed_at: '2026-10-01'],
        [created_at: '2026-10-01', closed_at: '2026-10-11']
      ],
      expect: 26
}

kpi('words.first-reply') {
  title en: 'Median time to the first human reply'
  unit minutes
  better lower
  from support_requests
  value { median(minutes(created_at, first_human_reply_at)) }
  example 'a bot is no answer; who was never answered is aside',
      rows: [
        [created_at: '2026-10-01T10:00', first_reply_at: '2026-10-01T10:00', first_human_reply_at: '2026-10-01T10:45'],
        [created_at: '2026-10-01T10:00', first_reply_at: '2026-10-01T10:00', first_human_reply_at: '2026-10-02T10:00'],
        [created_at: '2026-10-01T10:00', first_human_reply_at: null]
      ],
      expect: 742.5
}

kpi('words.open-deals') {
  title en: 'Open deals at the end'
  unit count
  better neutral
  from deals
  value { openAtEnd(closed_at) }
  example 'begun at any time, closed later or never; on the last day it is closed',
      rows: [
        [day: '2026-01-05', created_at: '2026-01-05', closed_at: null],
        [day: '2026-10-05', created_at: '2026-10-05', closed_at: '2026-11-01'],
        [day: '2026-10-05', created_at: '2026-10-05', closed_at: '2026-10-31T23:00'],
        [day: '2026-11-01', created_at: '2026-11-01', closed_at: null]
      ],
      expect: 2
}

kpi('words.open-pipeline') {
  title en: 'Amount of open deals'
  unit money
  better neutral
  from deals
  value { openAtEnd(closed_at, amount) }
  example 'what is open is worth its amount',
      rows: [[day: '2026-01-05', amount: 10.50, closed_at: null], [amount: 5, closed_at: '2026-12-01'], [amount: 99, closed_at: '2026-10-02']],
      expect: 15.50
}
