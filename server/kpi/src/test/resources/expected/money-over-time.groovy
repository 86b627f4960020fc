// Money per day and how soon it comes back: the title says per what.

kpi('t.won-per-day') {
  title en: 'A'
  unit money
  better higher
  from deals
  dated closed_at
  where status == 'won'
  value { sum(amount) / avg(days(created_at, closed_at)) }
  example '1200 in a cycle of 20 days',
      rows: [[created_at: '2026-09-01', closed_at: '2026-10-01', status: 'won', amount: 300], [created_at: '2026-10-01', closed_at: '2026-10-11', status: 'won', amount: 900], [created_at: '2026-10-01', closed_at: '2026-10-11', status: 'lost', amount: 5000]], expect: known(60)
}

kpi('t.amount-per-day-of-deal') {
  title en: 'A'
  unit money
  better higher
  from deals
  dated closed_at
  where status == 'won'
  value { sum(amount) / sum(days(created_at, closed_at)) }
  example '1200 in 40 days of work; the mean of 10 and 90 would be 50',
      rows: [[created_at: '2026-09-01', closed_at: '2026-10-01', status: 'won', amount: 300], [created_at: '2026-10-01', closed_at: '2026-10-11', status: 'won', amount: 900], [created_at: '2026-10-01', closed_at: '2026-10-11', status: 'lost', amount: 5000]], expect: known(30), not: 50
}

kpi('t.answers-per-hour') {
  title en: 'A'
  unit ratio
  better higher
  from support_requests
  value { count().where(first_reply_at != null) / sum(hours(created_at, first_reply_at)) }
  example 'three in six hours',
      rows: [[created_at: '2026-10-05T10:00', first_reply_at: '2026-10-05T11:00'], [created_at: '2026-10-05T10:00', first_reply_at: '2026-10-05T12:00'], [created_at: '2026-10-05T10:00', first_reply_at: '2026-10-05T13:00']], expect: 0.5, not: 0.611111
}

kpi('t.acquisition') {
  title en: 'A'
  unit money
  better lower
  from customers
  value { sum(acquisition_cost) / count() }
  example 'a', rows: [[acquisition_cost: 30], [acquisition_cost: 90]], expect: 60
}

kpi('t.margin-of-a-month') {
  title en: 'A'
  unit money
  better higher
  from orders
  where status == 'placed' || status == null
  value { sumToAge(customer_key, margin, 30) / matured(customer_key, 30) }
  example 'a', rows: [[day: '2026-09-10', customer_key: 'ann', margin: 15], [day: '2026-09-20', customer_key: 'ann', margin: 5]], expect: 20
}

kpi('t.payback-months') {
  title en: 'A'
  unit ratio
  better lower
  value { kpi('t.acquisition') / kpi('t.margin-of-a-month') }
  example '60 are paid back by 20 a month in three',
      customers: [[acquisition_cost: 30], [acquisition_cost: 90]], orders: [[day: '2026-09-10', customer_key: 'ann', margin: 15], [day: '2026-09-20', customer_key: 'ann', margin: 5]], expect: known(3)
}
