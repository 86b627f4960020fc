// What the building blocks do, shown by examples. These KPIs are for tests only.

kpi('words.cohorts') {
  title en: 'Second-month retention of cohorts'
  unit percent
  better higher
  from orders
  where status == 'placed'
  value { cohorts(customer_key, 6) }
  example 'two of the four of August came back in September; October has no next month yet',
      rows: [
        [day: '2026-08-03', customer_key: 'ann', status: 'placed'], [day: '2026-08-09', customer_key: 'bob', status: 'placed'],
        [day: '2026-08-11', customer_key: 'cyd', status: 'placed'], [day: '2026-08-30', customer_key: 'dan', status: 'placed'],
        [day: '2026-09-01', customer_key: 'ann', status: 'placed'], [day: '2026-09-02', customer_key: 'bob', status: 'placed'],
        [day: '2026-10-02', customer_key: 'cyd', status: 'placed'], [day: '2026-10-03', customer_key: 'eve', status: 'placed']
      ],
      expect: 0.5
}

kpi('words.rfm') {
  title en: 'Customers classified'
  unit score
  better neutral
  from orders
  where status == 'placed'
  value { rfm(customer_key, total, 92) }
  example 'customers of the window, known ones only',
      rows: [
        [day: '2026-10-03', customer_key: 'ann', status: 'placed', total: 10], [day: '2026-10-09', customer_key: 'bob', status: 'placed', total: 5],
        [day: '2026-07-01', customer_key: 'cyd', status: 'placed', total: 7], [customer_key: null, status: 'placed', total: 7]
      ],
      expect: 2
  example 'an order of nobody lacks nothing that counts',
      rows: [[customer_key: 'ann', status: 'placed', total: 10], [customer_key: null, status: 'placed', total: null]],
      expect: 1
}

kpi('words.rfm-midrank') {
  title en: 'Customers classified, ties in the middle'
  unit score
  better neutral
  from orders
  where status == 'placed' || status == null
  value { rfm(customer_key, total, 92, 'midrank') }
  example 'customers', rows: [[customer_key: 'ann', total: 10]], expect: 1
}

kpi('words.rfm-cumulative') {
  title en: 'Customers classified, ties at the top'
  unit score
  better neutral
  from orders
  where status == 'placed' || status == null
  value { rfm(customer_key, total, 92, 'cumulative') }
  example 'customers', rows: [[customer_key: 'ann', total: 10]], expect: 1
}

kpi('words.expected-orders') {
  title en: 'Orders expected of a customer in 90 days'
  unit count
  better higher
  from orders
  where status == 'placed' || status == null
  value { expectedOrders(customer_key, 90) }
  example 'one customer who came back is no model', rows: [[day: '2026-09-01', customer_key: 'ann'], [customer_key: 'ann']], expect: notComputable
}

kpi('words.expected-value') {
  title en: 'Value expected of a customer in 90 days'
  unit money
  better higher
  from orders
  where status == 'placed' || status == null
  value { expectedValue(customer_key, total, 90) }
  example 'one customer who came back is no model', rows: [[day: '2026-09-01', customer_key: 'ann', total: 5], [customer_key: 'ann', total: 5]], expect: notComputable
}

kpi('words.ranking') {
  title en: 'Revenue by country, the largest'
  unit money
  better higher
  from orders
  where status == 'placed' || status == null
  value { ranking(country, sum(total), 2) }
  example 'the whole, whatever is in "other"', rows: [[country: 'FI', total: 5], [country: 'SE', total: 7], [country: 'DE', total: 1], [total: 2]], expect: 15
}

kpi('words.funnel') {
  title en: 'Bought again, in the end'
  unit percent
  better higher
  from orders
  value { funnel(customer_key, [status == 'cancelled', status == 'placed', items > 3]) }
  example 'who skipped a step has passed it',
      rows: [
        [customer_key: 'ann', status: 'cancelled'], [customer_key: 'bob', status: 'placed', items: 1],
        [customer_key: 'cyd', status: 'placed', items: 4], [customer_key: 'dan', status: 'refund', items: 0]
      ],
      expect: 0.3333333333
}

kpi('words.uplift') {
  title en: 'E-mail against ads'
  unit percent
  better higher
  from orders
  where status in ['placed', 'cancelled']
  value { uplift(count().where(channel == 'ads' && status == 'placed'), count().where(channel == 'ads'), count().where(channel == 'email' && status == 'placed'), count().where(channel == 'email')) }
  example 'one of two against one of one',
      rows: [[channel: 'ads', status: 'placed'], [channel: 'ads', status: 'cancelled'], [channel: 'email', status: 'placed']],
      expect: 1
  example 'no trials, no uplift', rows: [[channel: 'ads', status: 'placed']], expect: notComputable
}

kpi('words.compounded') {
  title en: 'Churn of a year, of that of a month'
  unit percent
  better lower
  from orders
  where status in ['placed', 'cancelled']
  value { 1 - compounded(1 - count().where(status == 'cancelled') / count(), 12) }
  example 'half a month is nearly all of a year, not 600 %', rows: [[status: 'cancelled'], [status: 'placed']], expect: 0.999755859375
}
