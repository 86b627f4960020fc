kpi('a.b') {
  title en: 'A'
  unit count
  better higher
  from orders
  value { sum(pg_sleep(10)) }
}
