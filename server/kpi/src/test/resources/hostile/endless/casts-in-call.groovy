kpi('a.b') {
  title en: 'A'
  unit count
  better higher
  from orders
  value { f((a.b) -(a.b) -(a.b) -(a.b) -(a.b) -(a.b) -(a.b) -(a.b) -(a.b) -(a.b) -(a.b) -(a.b) -(a.b) -(a.b) -(a.b) -(a.b) -(a.b) -(a.b) -(a.b) -(a.b) -(a.b) -(a.b) -(a.b) -(a.b) -(a.b) -(a.b) -(a.b) -(a.b) -(a.b) -(a.b) -(a.b) -(a.b) -(a.b) -(a.b) -(a.b) -(a.b) -(a.b) -(a.b) -(a.b) -(a.b) -(a.b) -(a.b) -(a.b) -(a.b) -(a.b) -(a.b) -(a.b) -(a.b) -(a.b) -(a.b) -(a.b) -(a.b) -(a.b) -(a.b) -(a.b) -(a.b) -(a.b) -(a.b) -(a.b) -(a.b) -(a.b) -(a.b) -(a.b) -(a.b) -(a.b) -(a.b) -(a.b) -(a.b) -(a.b) -(a.b) -(a.b) -(a.b) -(a.b) -(a.b) -(a.b) -(a.b) -(a.b) -(a.b) -(a.b) -b) }
}
