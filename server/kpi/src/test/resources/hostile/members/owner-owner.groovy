kpi('a.b') {
  title en: 'A'
  unit count
  better higher
  from orders
  value { owner.owner.evaluate('1') }
}
