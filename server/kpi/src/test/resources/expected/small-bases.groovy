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
