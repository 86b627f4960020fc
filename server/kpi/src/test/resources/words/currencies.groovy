// Amounts held to one currency by a condition.

kpi('words.euros') {
  title en: 'Orders in euros'
  unit money
  better higher
  from orders
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
  where currency == 'EUR'
  value { sum(total) }
  example 'the same', rows: [[total: 10, currency: 'EUR'], [total: 20, currency: 'USD']], expect: 10
}

kpi('words.average-in-euros') {
  title en: 'Average order in euros'
  unit money
  better higher
  from orders
  value { sum(total).where(currency == 'eur' && items > 0) / count().where(currency == 'EUR' && items > 0) }
  example 'dollars are in neither number',
      rows: [[total: 10, items: 1, currency: 'EUR'], [total: 20, items: 1, currency: 'EUR'], [total: 90, items: 1, currency: 'USD']], expect: 15
}

kpi('words.share-in-euros') {
  title en: 'Euros by all amounts'
  unit percent
  better neutral
  from orders
  value { sum(total).where(currency == 'EUR') / sum(total) }
  example 'the whole is of several currencies', rows: [[total: 10, currency: 'EUR'], [total: 20, currency: 'USD']], expect: notComputable
  example 'of one', rows: [[total: 10, currency: 'EUR']], expect: 1
}
