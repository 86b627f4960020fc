// What the shop itself says about its orders. A refund is a row of its own, on its own day.

kpi('orders.count') {
  title en: 'Orders', ru: 'Заказы', be: 'Заказы', fi: 'Tilaukset'
  about en: 'Orders placed in the period, without cancelled ones.',
      ru: 'Заказы, оформленные за период, без отменённых.',
      be: 'Заказы, аформленыя за перыяд, без скасаваных.',
      fi: 'Jaksolla tehdyt tilaukset ilman peruttuja.'
  unit count
  better higher
  from orders
  where status == 'placed'
  value { count() }
  by channel, country
  example 'refunds and cancelled orders are no orders',
      rows: [[order_id: '1', status: 'placed'], [order_id: '2', status: 'cancelled'], [order_id: '1-r', status: 'refund'], [order_id: '3', status: 'placed']],
      expect: 2
  example 'covered days without an order are zero',
      rows: [[order_id: '1', status: 'placed', day: '2026-09-30'], [order_id: '2', status: 'placed', day: '2026-11-01']],
      expect: 0
}

kpi('orders.revenue') {
  title en: 'Revenue (before refunds)', ru: 'Выручка (до возвратов)', be: 'Выручка (да вяртанняў)', fi: 'Liikevaihto (ennen palautuksia)'
  about en: 'What customers were charged for the orders placed in the period. Refunds are shown apart.',
      ru: 'Сумма, выставленная покупателям по заказам за период. Возвраты показаны отдельно.',
      be: 'Сума, выстаўленая пакупнікам па заказах за перыяд. Вяртанні паказаны асобна.',
      fi: 'Asiakkailta veloitettu summa jakson tilauksista. Palautukset esitetään erikseen.'
  unit money
  better higher
  from orders
  where status == 'placed'
  value { sum(total) }
  by channel, country
  example 'a refund does not lower it',
      rows: [[order_id: '1', status: 'placed', total: 100.50], [order_id: '2', status: 'placed', total: 20], [order_id: '1-r', status: 'refund', refunded: 50]],
      expect: 120.50
  example 'amounts of two currencies are not added',
      rows: [[order_id: '1', status: 'placed', total: 100, currency: 'EUR'], [order_id: '2', status: 'placed', total: 20, currency: 'BYN']],
      expect: notComputable
}

kpi('orders.refunds') {
  title en: 'Refunds', ru: 'Возвраты', be: 'Вяртанні', fi: 'Palautukset'
  about en: 'Amounts paid back in the period, on the day of the refund, whenever the order was placed.',
      ru: 'Суммы, возвращённые за период, по дню возврата, независимо от даты заказа.',
      be: 'Сумы, вернутыя за перыяд, паводле дня вяртання, незалежна ад даты заказу.',
      fi: 'Jaksolla palautetut summat palautuspäivän mukaan riippumatta tilauspäivästä.'
  unit money
  better lower
  from orders
  where status == 'refund'
  value { sum(refunded) }
  by channel, country
  example 'only refunds count',
      rows: [[order_id: '1', status: 'placed', total: 100], [order_id: '1-r', status: 'refund', refunded: 50.25]],
      expect: 50.25
}

kpi('orders.net-revenue') {
  title en: 'Revenue (after refunds)', ru: 'Выручка (за вычетом возвратов)', be: 'Выручка (за вылікам вяртанняў)', fi: 'Liikevaihto (palautusten jälkeen)'
  about en: 'Revenue of the orders placed in the period less the refunds of the period.',
      ru: 'Выручка по заказам за период за вычетом возвратов за тот же период.',
      be: 'Выручка па заказах за перыяд за вылікам вяртанняў за той жа перыяд.',
      fi: 'Jakson tilausten liikevaihto vähennettynä jakson palautuksilla.'
  unit money
  better higher
  value { kpi('orders.revenue') - kpi('orders.refunds') }
  by channel, country
  example 'refunds are taken off',
      orders: [[order_id: '1', status: 'placed', total: 100], [order_id: '1-r', status: 'refund', refunded: 50]],
      expect: 50
}

kpi('orders.aov') {
  title en: 'Average order value', ru: 'Средний чек', be: 'Сярэдні чэк', fi: 'Keskiostos'
  about en: 'Revenue before refunds by number of orders placed in the period. Orders of zero are left out.',
      ru: 'Выручка до возвратов, делённая на число заказов за период. Нулевые заказы не учитываются.',
      be: 'Выручка да вяртанняў, падзеленая на колькасць заказаў за перыяд. Нулявыя заказы не ўлічваюцца.',
      fi: 'Liikevaihto ennen palautuksia jaettuna jakson tilausten määrällä. Nollatilauksia ei lasketa mukaan.'
  unit money
  better higher
  from orders
  where status == 'placed' && total > 0
  value { sum(total) / count() }
  by channel, country
  example 'of all orders; the mean of the two days would be 200',
      rows: [
        [day: '2026-10-01', status: 'placed', total: 100], [day: '2026-10-01', status: 'placed', total: 100],
        [day: '2026-10-01', status: 'placed', total: 100], [day: '2026-10-01', status: 'placed', total: 100],
        [day: '2026-10-01', status: 'placed', total: 100], [day: '2026-10-01', status: 'placed', total: 100],
        [day: '2026-10-01', status: 'placed', total: 100], [day: '2026-10-01', status: 'placed', total: 100],
        [day: '2026-10-01', status: 'placed', total: 100], [day: '2026-10-01', status: 'placed', total: 100],
        [day: '2026-10-02', status: 'placed', total: 300], [day: '2026-10-02', status: 'placed', total: 300]
      ],
      expect: 133.333333
  example 'an order of zero does not lower it',
      rows: [[status: 'placed', total: 80], [status: 'placed', total: 0]], expect: 80
}
