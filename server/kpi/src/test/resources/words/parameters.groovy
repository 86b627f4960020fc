// Values that a client may have its own of.

kpi('words.branded-share') {
  title en: 'Branded clicks'
  unit percent
  better neutral
  param brandTerms: []
  from search_queries
  value { sum(clicks).where(query.contains(brandTerms)) / sum(clicks).where(query != null) }
  example 'nobody knows the brand yet', rows: [[query: 'tent', clicks: 1]], expect: notComputable
  example 'any of the terms', with: [brandTerms: ['nordic', 'nrd']],
      rows: [[query: 'Nordic tent', clicks: 30], [query: 'nrd', clicks: 10], [query: 'tent', clicks: 60], [query: null, clicks: 400]],
      expect: 0.4
}

kpi('words.weighty-orders') {
  title en: 'Orders above a threshold'
  unit percent
  better neutral
  param threshold: 100, countries: ['FI', 'SE']
  from orders
  where country in countries && (status == 'placed' || status == null)
  value { count().where(total >= threshold) / count() }
  example 'the default', rows: [[country: 'FI', total: 100], [country: 'SE', total: 99], [country: 'DE', total: 200]], expect: 0.5
  example 'a client that sees it otherwise', with: [threshold: 99, countries: ['SE', 'DE']],
      rows: [[country: 'FI', total: 100], [country: 'SE', total: 99], [country: 'DE', total: 200]],
      expect: 1
}

kpi('words.one-less-weighty') {
  title en: 'Orders below the threshold'
  unit percent
  better neutral
  value { 1 - kpi('words.weighty-orders') }
  example 'parameters reach through other KPIs',
      orders: [[country: 'FI', total: 100], [country: 'SE', total: 99], [country: 'SE', total: 9], [country: 'SE', total: 9]],
      expect: 0.75
}

kpi('words.arithmetic-with-a-parameter') {
  title en: 'Revenue less a fee'
  unit money
  better neutral
  param feeShare: 0.2
  from orders
  where status == 'placed' || status == null
  value { sum(total - total * feeShare) }
  example 'the default', rows: [[total: 10], [total: 20]], expect: 24
}
