// What decides whether a row counts.

kpi('words.mostly-refunded') {
  title en: 'Orders of which most was refunded'
  unit count
  better lower
  from orders
  where status == 'placed' || status == null
  value { count().where(refunded > total * 0.5) }
  example 'exactly half is not most; what was never refunded cannot be decided',
      rows: [
        [total: 100, refunded: 50], [total: 100, refunded: 50.01], [total: 10, refunded: 10],
        [total: 10, refunded: null]
      ],
      expect: 2
}

kpi('words.quick-replies') {
  title en: 'Requests answered within four hours'
  unit percent
  better higher
  from support_requests
  value { count().where(hours(created_at, first_reply_at) <= 4) / count().where(first_reply_at != null) }
  example 'four hours to the second are within four hours',
      rows: [
        [created_at: '2026-10-01T22:00', first_reply_at: '2026-10-02T02:00'],
        [created_at: '2026-10-01T22:00', first_reply_at: '2026-10-02T02:01'],
        [created_at: '2026-10-01T22:00', first_reply_at: null]
      ],
      expect: 0.5
}

kpi('words.weekend-orders') {
  title en: 'Orders of the weekend'
  unit percent
  better neutral
  from orders
  where status == 'placed' || status == null
  value { count().where(weekday(ordered_at) in [6, 7]) / count() }
  example 'Saturday is 6 and Sunday 7; the last minute of Friday is Friday',
      rows: [
        [ordered_at: '2026-10-02T23:59'], [ordered_at: '2026-10-03T00:00'], [ordered_at: '2026-10-04T12:00'],
        [ordered_at: '2026-10-05T00:00']
      ],
      expect: 0.5
}

kpi('words.evening-orders') {
  title en: 'Orders of the evening'
  unit count
  better neutral
  from orders
  where status == 'placed' || status == null
  value { count().where(hour(ordered_at) >= 18 && hour(ordered_at) < 22) }
  example 'from six to the last minute before ten',
      rows: [
        [ordered_at: '2026-10-02T17:59'], [ordered_at: '2026-10-02T18:00'], [ordered_at: '2026-10-02T21:59'],
        [ordered_at: '2026-10-02T22:00']
      ],
      expect: 2
}

kpi('words.dearer-than-first') {
  title en: 'Customers whose largest order is more than twice their smallest'
  unit count
  better neutral
  from orders
  where status == 'placed' || status == null
  per(customer_key) {
    largest = max(total)
    smallest = min(total)
  }
  value { count().where(largest > smallest * 2) }
  example 'twice is not more than twice',
      rows: [
        [customer_key: 'ann', total: 10], [customer_key: 'ann', total: 20],
        [customer_key: 'eve', total: 10], [customer_key: 'eve', total: 20.01]
      ],
      expect: 1
}
