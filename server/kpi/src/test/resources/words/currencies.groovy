// Amounts held to one currency by a condition.

kpi('words.euros') {
  title en: 'Orders in euros'
  unit money
  better higher
  from orders
  where status == 'placed' || status == null
  value { sum(total).where(currency == 'EUR') }
  by channel
  example 'those in dollars are not in it', rows: [[total: 10, currency: 'EUR'], [total: 20, currency: 'USD']], expect: 10
  example 'none in euros is nothing', rows: [[total: 20, currency: 'USD'], [total: 5, currency: 'SEK']], expect: 0
  example 'of one channel',
      rows: [[channel: 'ads', total: 10, currency: 'EUR'], [channel: 'ads', total: 20, currency: 'USD']], group: [channel: 'ads'], expect: 10
}

kpi('words.euros-setting') {
  title en: 'Orders in euros, as a setting'
  unit money
  better higher
  from orders
  where currency == 'EUR' && (status == 'placed' || status == null)
  value { sum(total) }
  example 'the same', rows: [[total: 10, currency: 'EUR'], [total: 20, currency: 'USD']], expect: 10
}

kpi('words.average-in-euros') {
  title en: 'Average order in euros'
  unit money
  better higher
  from orders
  where status == 'placed' || status == null
  value { sum(total).where(currency == 'eur' && items > 0) / count().where(currency == 'EUR' && items > 0) }
  example 'dollars are in neither number',
      rows: [[total: 10, items: 1, currency: 'EUR'], [total: 20, items: 1, currency: 'EUR'], [total: 90, items: 1, currency: 'USD']], expect: 15
}

kpi('words.share-in-euros') {
  title en: 'Euros by all amounts'
  unit percent
  better neutral
  from orders
  where status == 'placed' || status == null
  value { sum(total).where(currency == 'EUR') / sum(total) }
  example 'the whole is of several currencies', rows: [[total: 10, currency: 'EUR'], [total: 20, currency: 'USD']], expect: notComputable
  example 'of one', rows: [[total: 10, currency: 'EUR']], expect: 1
}

kpi('words.dear-orders') {
  title en: 'Orders of more than ten'
  unit count
  better higher
  from orders
  where total > 10 && (status == 'placed' || status == null)
  value { count() }
  example 'ten euros are not ten dollars', rows: [
      [total: 11, currency: 'EUR'], [total: 11, currency: 'USD']], expect: notComputable, not: 2
  example 'of one currency they are counted', rows: [
      [total: 11, currency: 'EUR'], [total: 9, currency: 'EUR']], expect: 1
}

kpi('words.paid-orders') {
  title en: 'Orders that cost anything'
  unit count
  better higher
  from orders
  where status == 'placed' || status == null
  value { count().where(total > 0) }
  example 'nothing is nothing in every currency', rows: [
      [total: 11, currency: 'EUR'], [total: 11, currency: 'USD'], [total: 0, currency: 'USD']], expect: 2
}

kpi('words.begun-dear') {
  title en: 'Orders of those who began with more than ten'
  unit count
  better higher
  from orders
  where status == 'placed' || status == null
  history(customer_key) { began = first(total) }
  value { count().where(began > 10) }
  example 'a first order is an amount too', rows: [
      [customer_key: 'ann', total: 11, currency: 'EUR'], [customer_key: 'eve', total: 11, currency: 'USD']], expect: notComputable, not: 2
}

kpi('words.dear-countries') {
  title en: 'Countries by orders of more than ten'
  unit count
  better neutral
  from orders
  where status == 'placed' || status == null
  value { ranking(country, count().where(total > 10), 3) }
  example 'ten euros are not ten dollars', rows: [
      [country: 'FI', total: 11, currency: 'EUR'], [country: 'US', total: 11, currency: 'USD']], expect: notComputable, not: 2
}
