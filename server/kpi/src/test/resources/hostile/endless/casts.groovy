kpi('a.b') {
  title en: 'A'
  unit count
  better higher
  from orders
  value { (a)-(a)-(a)-(a)-(a)-(a)-(a)-(a)-(a)-(a)-(a)-(a)-(a)-(a)-(a)-(a)-(a)-(a)-(a)-(a)-(a)-(a)-(a)-(a)-(a)-(a)-(a)-(a)-(a)-(a)-(a)-(a)-(a)-(a)-(a)-(a)-(a)-(a)-(a)-(a)-(a)-(a)-(a)-(a)-(a)-(a)-(a)-(a)-(a)-(a)-(a)-(a)-(a)-(a)-(a)-(a)-(a)-(a)-(a)-(a)-(a)-(a)-(a)-(a)-(a)-(a)-(a)-(a)-(a)-(a)-(a)-(a)-(a)-(a)-(a)-(a)-(a)-(a)-(a)-b }
}
