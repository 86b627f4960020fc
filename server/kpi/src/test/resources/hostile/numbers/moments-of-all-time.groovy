kpi('a.b') {
  title en: 'A'
  unit hours
  better higher
  from support_requests
  value { avg(hours(created_at, first_reply_at)) }
  example 'x', rows: [[created_at: '-999999999-01-01T00:00', first_reply_at: '+999999999-12-31T00:00']], expect: 1
}
