// What rows know of their customer's other rows.

kpi('words.repeat-orders') {
  title en: 'Orders that are not the first'
  unit count
  better higher
  from orders
  where status == 'placed'
  history(customer_key) {
    n = nth()
    acquired = first(channel)
  }
  value { count().where(n > 1) }
  by acquired
  example 'the first order may lie before the period; a cancelled one is none',
      rows: [
        [day: '2026-08-01', order_id: '1', customer_key: 'ann', status: 'placed', channel: 'ads'],
        [day: '2026-10-01', order_id: '2', customer_key: 'ann', status: 'placed', channel: 'email'],
        [day: '2026-10-02', order_id: '3', customer_key: 'ann', status: 'cancelled', channel: 'email'],
        [day: '2026-10-03', order_id: '4', customer_key: 'bob', status: 'placed', channel: 'email'],
        [day: '2026-10-03', order_id: '5', customer_key: 'bob', status: 'placed', channel: 'ads'],
        [day: '2026-10-09', order_id: '6', customer_key: null, status: 'placed', channel: 'ads']
      ],
      expect: 2
}

kpi('words.repeat-average-check') {
  title en: 'Average repeat order'
  unit money
  better higher
  from orders
  where status == 'placed' || status == null
  history(customer_key) { n = nth() }
  value { sum(total).where(n > 1) / count().where(n > 1) }
  example 'the first order is outside',
      rows: [[order_id: '1', customer_key: 'ann', total: 100], [order_id: '2', customer_key: 'ann', total: 10], [order_id: '3', customer_key: 'ann', total: 20]],
      expect: 15
}

kpi('words.gap-between-orders') {
  title en: 'Median days between orders'
  unit days
  better lower
  from orders
  where status == 'placed' || status == null
  history(customer_key) { gap = daysSincePrevious() }
  value { median(gap) }
  example 'the first order has no gap',
      rows: [
        [day: '2026-09-01', order_id: '1', customer_key: 'ann'], [day: '2026-10-01', order_id: '2', customer_key: 'ann'],
        [day: '2026-10-11', order_id: '3', customer_key: 'ann'], [day: '2026-10-11', order_id: '4', customer_key: 'bob']
      ],
      expect: 20
}

kpi('words.retention-by-channel') {
  title en: 'Retention by acquisition channel'
  unit percent
  better higher
  from orders
  where status == 'placed' || status == null
  history(customer_key) { acquired = first(channel) }
  value { retained(customer_key).where(acquired == 'ads') / existing(customer_key).where(acquired == 'ads') }
  example 'the channel of the first order, not of the later one; by last touch it would be 0',
      rows: [
        [day: '2026-08-01', order_id: '1', customer_key: 'ann', channel: 'ads'],
        [day: '2026-08-01', order_id: '2', customer_key: 'bob', channel: 'ads'],
        [day: '2026-08-01', order_id: '3', customer_key: 'cyd', channel: 'email'],
        [day: '2026-10-01', order_id: '4', customer_key: 'ann', channel: 'email']
      ],
      expect: 0.5
}

kpi('words.retention-of-channels') {
  title en: 'Retention by acquisition channel, as a breakdown'
  unit percent
  better higher
  from orders
  where status == 'placed' || status == null
  history(customer_key) { acquired = first(channel) }
  value { retained(customer_key) / existing(customer_key) }
  by acquired
  example 'all channels together', rows: [[day: '2026-08-01', order_id: '1', customer_key: 'ann', channel: 'ads']], expect: 0
}
