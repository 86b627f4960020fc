// Words that the other scripts here do not show.

kpi('words.buyers') {
  title en: 'Customers of placed orders'
  unit count
  better higher
  from orders
  value { distinct(customer_key).where(status.startsWith('pla')) }
  by channel
  example 'who ordered twice counts once; unknown ones do not',
      rows: [
        [customer_key: 'ann', status: 'placed'], [customer_key: 'ann', status: 'Placed'], [customer_key: 'bob', status: 'cancelled'],
        [customer_key: null, status: 'placed']
      ],
      expect: 1, not: 2
}

kpi('words.mean-order') {
  title en: 'Mean order'
  unit money
  better higher
  from orders
  where status == 'placed' || status == null
  value { avg(total) }
  example 'over the orders that have an amount', rows: [[total: 10], [total: 20], [total: null]], expect: 15, not: 10
}

kpi('words.smallest-order') {
  title en: 'Smallest order'
  unit money
  better neutral
  from orders
  where status == 'placed' || status == null
  value { min(total) }
  example 'of three', rows: [[total: 10], [total: 4], [total: 20]], expect: 4
}

kpi('words.largest-order') {
  title en: 'Largest order of a channel that ends with "ads"'
  unit money
  better neutral
  from orders
  where status == 'placed' || status == null
  value { max(total).where(channel.endsWith('ads')) }
  example 'of two', rows: [[total: 10, channel: 'Paid Ads'], [total: 4, channel: 'ads'], [total: 20, channel: 'email']], expect: 10
}

kpi('words.early-orders') {
  title en: 'Orders within a week of the first one'
  unit count
  better higher
  from orders
  where status == 'placed' || status == null
  history(customer_key) { age = daysSinceFirst() }
  value { count().where(age <= 7) }
  example 'the first one too',
      rows: [[day: '2026-10-01', customer_key: 'ann'], [day: '2026-10-08', customer_key: 'ann'], [day: '2026-10-09', customer_key: 'ann']], expect: 2
}

kpi('words.hours-to-answer') {
  title en: 'Hours until the first answer'
  unit hours
  better lower
  from support_requests
  value { median(hours(created_at, first_reply_at)) }
  example 'of three', rows: [
        [created_at: '2026-10-01T10:00', first_reply_at: '2026-10-01T12:00'], [created_at: '2026-10-01T10:00', first_reply_at: '2026-10-02T10:00'],
        [created_at: '2026-10-01T10:00', first_reply_at: '2026-10-01T15:30']
      ],
      expect: 5.5
}

kpi('words.mean-rank') {
  title en: 'Mean rank at the last check'
  unit position
  better lower
  from rankings
  value { sumOnLastDay(ifMissing(position, 101)) / countOnLastDay() }
  example 'what was not found counts as 101',
      rows: [[day: '2026-10-01', keyword: 'tent', position: 1], [day: '2026-10-20', keyword: 'tent', position: 9], [day: '2026-10-20', keyword: 'map', position: null]],
      expect: 55, not: 9
}

kpi('words.search-position') {
  title en: 'Position by impressions'
  unit position
  better lower
  from search_queries
  value { weightedMean(position) }
  example 'by its weight', rows: [[position: 1, impressions: 300], [position: 5, impressions: 100]], expect: 2, not: 3
}

kpi('words.won-deals') {
  title en: 'Deals that reached the last of two steps'
  unit count
  better higher
  from deal_stages
  per(deal_id) { step = furthest([stage == 'lead', stage == 'won']) }
  value { count().where(step == 2) }
  example 'in any order', rows: [[deal_id: '1', stage: 'won'], [deal_id: '1', stage: 'lead'], [deal_id: '2', stage: 'lead'], [deal_id: '3', stage: 'lost']], expect: 1
}

kpi('words.people') {
  title en: 'People'
  unit count
  better higher
  from web_traffic
  value { asCounted(users) }
  example 'as the source counted them', rows: [[users: 7]], expect: 7
  example 'never added', rows: [[day: '2026-10-01', users: 7], [day: '2026-10-02', users: 8]], expect: notComputable
}

kpi('words.people-daily-sum') {
  title en: 'People of each day, added'
  unit count
  better higher
  from web_traffic
  value { sumOfCounts(users) }
  example 'who came twice counts twice', rows: [[day: '2026-10-01', users: 7], [day: '2026-10-02', users: 8]], expect: 15
}

kpi('words.placed-items') {
  title en: 'Items of placed orders'
  unit count
  better higher
  from orders
  where status == 'placed'
  value { sum(items) }
  otherwise {
    title en: 'Placed orders'
    value { count() }
  }
  example 'as they are counted', rows: [[status: 'placed', items: 3], [status: 'cancelled', items: 2]], expect: 3, not: 5
  example 'without items, orders under the same condition', rows: [[status: 'placed'], [status: 'placed'], [status: 'cancelled']], expect: 2, not: 3
}
