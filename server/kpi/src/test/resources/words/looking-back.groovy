// Numbers that need rows before the period.

kpi('words.churn') {
  title en: 'Churned customers'
  unit percent
  better lower
  param inactiveDays: 60
  from orders
  where status == 'placed' || status == null
  value { lost(customer_key, inactiveDays) / activeBefore(customer_key, inactiveDays) }
  example 'who was active when the period began and is not when it ends',
      rows: [
        [day: '2026-06-01', customer_key: 'gone-long-ago'],
        [day: '2026-08-15', customer_key: 'lost'],
        [day: '2026-09-15', customer_key: 'still-within'],
        [day: '2026-09-01', customer_key: 'back'], [day: '2026-10-30', customer_key: 'back'],
        [day: '2026-08-10', customer_key: 'lost-too'],
        [day: '2026-10-05', customer_key: 'new']
      ],
      expect: 0.5
  example 'a longer threshold', with: [inactiveDays: 365],
      rows: [[day: '2026-06-01', customer_key: 'ann'], [day: '2026-08-15', customer_key: 'bob']], expect: 0
  example 'nobody was active', rows: [[day: '2026-10-01', customer_key: 'ann']], expect: notComputable
}

kpi('words.ltv-30') {
  title en: 'Revenue of the first 30 days'
  unit money
  better higher
  from orders
  where status == 'placed' || status == null
  value { sumToAge(customer_key, total, 30) / matured(customer_key, 30) }
  example 'only customers who are old enough, and only their first 30 days',
      rows: [
        [day: '2026-09-05', customer_key: 'ann', total: 100],
        [day: '2026-10-04', customer_key: 'ann', total: 10],
        [day: '2026-10-05', customer_key: 'ann', total: 1000],
        [day: '2026-09-20', customer_key: 'bob', total: 50],
        [day: '2026-10-20', customer_key: 'too-young', total: 5000],
        [day: '2026-08-01', customer_key: 'of-an-earlier-month', total: 5000]
      ],
      expect: 80
}

kpi('words.share-of-sessions') {
  title en: 'Share of sessions'
  unit percent
  better neutral
  from web_traffic
  value { sum(sessions) / total(sum(sessions)) }
  by channel
  example 'all together are the whole', rows: [[channel: 'ads', sessions: 3], [channel: 'email', sessions: 1]], expect: 1
}

kpi('words.lost-by-acquisition') {
  title en: 'Customers lost, by the channel that won them'
  unit count
  better lower
  from orders
  where status == 'placed' || status == null
  history(customer_key) { acquired = first(channel) }
  value { lost(customer_key, 90) }
  by acquired
  example 'still a customer, through another channel',
      rows: [[day: '2026-07-10', customer_key: 'ann', channel: 'Direct'], [day: '2026-10-03', customer_key: 'ann', channel: 'Email']],
      group: [acquired: 'Direct'], expect: 0
  example 'gone',
      rows: [[day: '2026-07-10', customer_key: 'ann', channel: 'Direct'], [day: '2026-10-03', customer_key: 'bob', channel: 'Direct']],
      group: [acquired: 'Direct'], expect: 1
}
