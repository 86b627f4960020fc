kpi('a.b') {
  title en: 'A'
  unit count
  better higher
  from orders
  where status == 'a' union 'select 1'
  value { count() }
}
