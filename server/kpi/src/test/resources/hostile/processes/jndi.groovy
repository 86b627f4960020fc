kpi('a.b') {
  title en: 'A'
  unit count
  better higher
  from orders
  value { javax.naming.InitialContext().lookup('ldap://127.0.0.1/a') }
}
