kpi('a.b') {
  title en: 'A'
  unit count
  better higher
  from orders
  where '1 = 1 or status is null'
  value { count() }
}
