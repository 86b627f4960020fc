kpi('a.k0') {
  title en: 'A'
  unit ratio
  better higher
  value { kpi('a.k1') / kpi('a.k1') * kpi('a.k1') }
  example 'x', orders: [[total: 1]], expect: 1
}
kpi('a.k1') {
  title en: 'A'
  unit ratio
  better higher
  value { kpi('a.k2') / kpi('a.k2') * kpi('a.k2') }
  example 'x', orders: [[total: 1]], expect: 1
}
kpi('a.k2') {
  title en: 'A'
  unit ratio
  better higher
  value { kpi('a.k3') / kpi('a.k3') * kpi('a.k3') }
  example 'x', orders: [[total: 1]], expect: 1
}
kpi('a.k3') {
  title en: 'A'
  unit ratio
  better higher
  value { kpi('a.k4') / kpi('a.k4') * kpi('a.k4') }
  example 'x', orders: [[total: 1]], expect: 1
}
kpi('a.k4') {
  title en: 'A'
  unit ratio
  better higher
  value { kpi('a.k5') / kpi('a.k5') * kpi('a.k5') }
  example 'x', orders: [[total: 1]], expect: 1
}
kpi('a.k5') {
  title en: 'A'
  unit ratio
  better higher
  value { kpi('a.k6') / kpi('a.k6') * kpi('a.k6') }
  example 'x', orders: [[total: 1]], expect: 1
}
kpi('a.k6') {
  title en: 'A'
  unit ratio
  better higher
  value { kpi('a.k7') / kpi('a.k7') * kpi('a.k7') }
  example 'x', orders: [[total: 1]], expect: 1
}
kpi('a.k7') {
  title en: 'A'
  unit ratio
  better higher
  value { kpi('a.k8') / kpi('a.k8') * kpi('a.k8') }
  example 'x', orders: [[total: 1]], expect: 1
}
kpi('a.k8') {
  title en: 'A'
  unit ratio
  better higher
  value { kpi('a.k9') / kpi('a.k9') * kpi('a.k9') }
  example 'x', orders: [[total: 1]], expect: 1
}
kpi('a.k9') {
  title en: 'A'
  unit ratio
  better higher
  from orders
  value { sum(total) / sum(items) }
  example 'x', orders: [[total: 1]], expect: 1
}
