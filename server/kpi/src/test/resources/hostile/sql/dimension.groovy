kpi('a.b') {
  title en: 'A'
  unit count
  better higher
  from orders
  by 'channel"; drop table orders'
  value { count() }
}
