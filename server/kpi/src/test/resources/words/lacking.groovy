// Columns that a table may lack, since the script says what holds where nothing is known of them.

kpi('words.named-clicks') {
  title en: 'Clicks of named queries'
  unit count
  better higher
  from search_queries
  where query != null && (is_anonymised == false || is_anonymised == null)
  value { sum(clicks) }
  example 'nobody delivered the flag', rows: [[query: 'a', clicks: 4], [query: null, clicks: 5]], expect: 4
  example 'known and unknown', rows: [[query: 'a', clicks: 4, is_anonymised: false], [query: 'b', clicks: 2, is_anonymised: null], [query: 'c', clicks: 1, is_anonymised: true]],
      expect: 6
  example 'without the column of queries nobody can tell', rows: [[clicks: 4]], expect: noData
}

kpi('words.clicks-where-unflagged') {
  title en: 'Clicks of named queries, narrowed in the value'
  unit count
  better higher
  from search_queries
  value { sum(clicks).where(is_anonymised == null || is_anonymised == false) }
  example 'nobody delivered the flag', rows: [[clicks: 4]], expect: 4
}

kpi('words.clicks-without-a-flag') {
  title en: 'Clicks of which nobody says whether they are anonymised'
  unit count
  better neutral
  from search_queries
  value { sum(clicks).where(is_anonymised == null) }
  example 'a column that is only asked to be missing must be there', rows: [[clicks: 4]], expect: noData
}

kpi('words.known-customers') {
  title en: 'Customers'
  unit count
  better higher
  from orders
  where status == 'placed'
  value { distinct(customer_key) }
  example 'as imports take them, blanks are nobody',
      rows: [
        [status: 'placed', customer_key: ''], [status: 'placed', customer_key: ' '],
        [status: 'placed', customer_key: 'ann '], [status: 'placed', customer_key: 'ann']
      ],
      expect: 1
}
