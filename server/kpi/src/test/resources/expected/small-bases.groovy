// What they rest on is not what they are divided by.

kpi('t.ctr-gap') {
  title en: 'A'
  unit points
  better higher
  from search_queries
  value { 100 * (sum(clicks).where(country == 'FI') / sum(impressions).where(country == 'FI') - sum(clicks) / sum(impressions)) }
  example '12 % and 5 %', rows: [[country: 'FI', clicks: 12, impressions: 100], [country: 'SE', clicks: 18, impressions: 500]], expect: 7
}

kpi('t.ctr-change') {
  title en: 'A'
  unit percent
  better higher
  from search_queries
  value { (sum(clicks).where(country == 'FI') / sum(impressions).where(country == 'FI') - sum(clicks).where(country == 'SE') / sum(impressions).where(country == 'SE')) / (sum(clicks).where(country == 'SE') / sum(impressions).where(country == 'SE')) }
  example '12 % instead of 10 %', rows: [[country: 'FI', clicks: 12, impressions: 100], [country: 'SE', clicks: 50, impressions: 500]], expect: 0.2
}

kpi('t.upper-tenth') {
  title en: 'A'
  unit ratio
  better higher
  from orders
  where status == 'placed' || status == null
  value { percentile(total, 90) / median(total) }
  example 'a', rows: [[total: 10], [total: 10], [total: 60]], expect: 5
}

kpi('t.per-thousand') {
  title en: 'A'
  unit ratio
  better lower
  from search_queries
  value { sum(clicks) / (sum(impressions) / 1000) }
  example 'a', rows: [[clicks: 12, impressions: 100]], expect: 120
}

kpi('t.middle') {
  title en: 'A'
  unit money
  better higher
  from orders
  where status == 'placed' || status == null
  value { median(total) }
  example 'a', rows: [[total: 1], [total: 2], [total: 3]], expect: 2
}

kpi('t.middle-of-mails') {
  title en: 'A'
  unit money
  better higher
  from orders
  where status == 'placed' || status == null
  value { median(total).where(channel == 'email') }
  example 'a', rows: [[total: 1, channel: 'email'], [total: 2, channel: 'web']], expect: 1
}

kpi('t.largest') {
  title en: 'A'
  unit money
  better higher
  from orders
  where status == 'placed' || status == null
  value { max(total) }
  example 'a', rows: [[total: 1], [total: 3]], expect: 3
}

kpi('t.tenth') {
  title en: 'A'
  unit money
  better higher
  from orders
  where status == 'placed' || status == null
  value { percentile(total, 90) }
  example 'a', rows: [[total: 1], [total: 1]], expect: 1
}

kpi('t.middle-customer') {
  title en: 'A'
  unit money
  better higher
  from orders
  where customer_key != null && total != null && (status == 'placed' || status == null)
  per(customer_key) { paid = sum(total) }
  value { median(paid) }
  example 'a', rows: [[total: 1, customer_key: 'a'], [total: 3, customer_key: 'b']], expect: 2
}
