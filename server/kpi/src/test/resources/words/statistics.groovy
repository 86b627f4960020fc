// What the words do, shown by examples. These KPIs are for tests only.

kpi('words.ninetieth') {
  title en: 'Ninetieth percentile'
  unit money
  better neutral
  from orders
  where status == 'placed' || status == null
  value { percentile(total, 90) }
  example 'between the two nearest values', rows: [[total: 1], [total: 2], [total: 3], [total: 4]], expect: 3.7
  example 'a value exactly at the rank',
      rows: [[total: 10], [total: 20], [total: 30], [total: 40], [total: 50], [total: 60], [total: 70], [total: 80], [total: 90], [total: 100], [total: 110]],
      expect: 100
  example 'of one value it is that value', rows: [[total: 5], [total: null]], expect: 5
  example 'of none there is none', rows: [[total: null]], expect: notComputable
}

kpi('words.fiftieth') {
  title en: 'Fiftieth percentile, the median'
  unit money
  better neutral
  from orders
  where status == 'placed' || status == null
  value { percentile(total, 50) }
  example 'the middle of an even number', rows: [[total: 1], [total: 2], [total: 4], [total: 9]], expect: 3
}

kpi('words.per-thousand') {
  title en: 'Revenue for a thousand items'
  unit money
  better neutral
  from orders
  where status == 'placed' || status == null
  value { perThousand(sum(total), sum(items)) }
  example 'golden vector: 50 for 10,000 is 5', rows: [[total: 20, items: 4000], [total: 30, items: 6000]], expect: 5
  example 'no items, no figure', rows: [[total: 20, items: 0]], expect: notComputable
}

kpi('words.unsubscribes-per-thousand') {
  title en: 'Unsubscribes for a thousand delivered'
  unit ratio
  better lower
  from email_campaigns
  value { perThousand(sum(unsubscribes), sum(delivered)) }
  by campaign
  example 'of counts too, by sums', rows: [[delivered: 900, unsubscribes: 1], [delivered: 100, unsubscribes: 1]], expect: 2, not: 5.5
  example 'of one campaign',
      rows: [[campaign: 'a', delivered: 900, unsubscribes: 9], [campaign: 'b', delivered: 100, unsubscribes: 1]], group: [campaign: 'a'], expect: 10
}

kpi('words.thousandfold-before') {
  title en: 'The same, the thousand before'
  unit ratio
  better lower
  from email_campaigns
  value { 1000 * sum(unsubscribes) / sum(delivered) }
  example 'by sums', rows: [[delivered: 900, unsubscribes: 1], [delivered: 100, unsubscribes: 1]], expect: 2
}

kpi('words.thousandfold-after') {
  title en: 'The same, the thousand after'
  unit ratio
  better lower
  from email_campaigns
  value { sum(unsubscribes) / sum(delivered) * 1000 }
  example 'by sums', rows: [[delivered: 900, unsubscribes: 1], [delivered: 100, unsubscribes: 1]], expect: 2
}
