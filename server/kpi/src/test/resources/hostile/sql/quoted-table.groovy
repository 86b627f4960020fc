kpi('a.b') {
  title en: 'A'
  unit count
  better higher
  from 'orders; drop table orders'
  
  value { count() }
}
