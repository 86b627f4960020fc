// What the shop itself says about its orders. A refund is a row of its own, on its own day; an export that has no such
// rows may say with each order how much of it was paid back. What was paid back for a cancelled order is no refund of
// what was counted.

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
  example 'refunds and cancelled orders are no orders; with them it would be 4',
      rows: [[order_id: '1', status: 'placed'], [order_id: '2', status: 'cancelled'], [order_id: '1-r', status: 'refund'], [order_id: '3', status: 'placed']],
      expect: 2, not: 4
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
  example 'a refund does not lower it, which would give 70.50',
      rows: [[order_id: '1', status: 'placed', total: 100.50], [order_id: '2', status: 'placed', total: 20], [order_id: '1-r', status: 'refund', refunded: 50]],
      expect: 120.50, not: 70.50
  example 'amounts of two currencies are not added',
      rows: [[order_id: '1', status: 'placed', total: 100, currency: 'EUR'], [order_id: '2', status: 'placed', total: 20, currency: 'BYN']],
      expect: notComputable
}

kpi('orders.refunds') {
  title en: 'Refunds', ru: 'Возвраты', be: 'Вяртанні', fi: 'Palautukset'
  about en: 'Amounts paid back in the period, on the day of the refund, whenever the order was placed. Where the export has the amount with the order and no day of the refund, it counts on the day of the order. Where an export has both, it is set for the client which of them counts.',
      ru: 'Суммы, возвращённые за период, по дню возврата, независимо от даты заказа. Если в выгрузке сумма стоит при заказе без даты возврата, она учитывается по дню заказа. Если в выгрузке есть и то и другое, для клиента задают, что из этого учитывать.',
      be: 'Сумы, вернутыя за перыяд, паводле дня вяртання, незалежна ад даты заказу. Калі ў выгрузцы сума стаіць пры заказе без даты вяртання, яна ўлічваецца паводле дня заказу. Калі ў выгрузцы ёсць і тое і другое, для кліента задаюць, што з гэтага ўлічваць.',
      fi: 'Jaksolla palautetut summat palautuspäivän mukaan riippumatta tilauspäivästä. Jos viennissä summa on tilauksen rivillä ilman palautuspäivää, se lasketaan tilauspäivälle. Jos viennissä on molemmat, asiakkaalle valitaan, kumpi lasketaan.'
  unit money
  better lower
  from orders
  param refundBasis: ['refund', 'placed']
  where status in refundBasis
  value { sum(refunded) }
  by channel, country
  example 'on the day of the refund; by the day of the order it would be 10',
      rows: [
        [day: '2026-09-20', order_id: '1', status: 'placed', total: 100], [day: '2026-10-05', order_id: '1-r', status: 'refund', refunded: 50.25],
        [day: '2026-10-20', order_id: '2', status: 'placed', total: 100], [day: '2026-11-02', order_id: '2-r', status: 'refund', refunded: 10]
      ],
      expect: 50.25, not: 10
  example 'an amount that stands with the order counts too, that of a cancelled order does not: 0 and 35 would be wrong',
      rows: [[order_id: '1', status: 'placed', total: 100, refunded: 15], [order_id: '2', status: 'cancelled', total: 20, refunded: 20]],
      expect: 15, not: [0, 35]
  example 'an export that has a refund with the order and as a row of its own; counted twice it would be 30', with: [refundBasis: ['refund']],
      rows: [[order_id: '1', status: 'placed', total: 100, refunded: 15], [order_id: '1-r', status: 'refund', refunded: 15]],
      expect: 15, not: 30
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
  example 'refunds are taken off; before them it would be 100',
      orders: [[order_id: '1', status: 'placed', total: 100], [order_id: '1-r', status: 'refund', refunded: 50]],
      expect: 50, not: 100
  example 'also where the refunded amount stands with the order; without it 100 would remain',
      orders: [[order_id: '1', status: 'placed', total: 100, refunded: 15]],
      expect: 85, not: 100
}

kpi('orders.aov') {
  title en: 'Average order value (before refunds)', ru: 'Средний чек (до возвратов)', be: 'Сярэдні чэк (да вяртанняў)', fi: 'Keskiostos (ennen palautuksia)'
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
      expect: 133.333333, not: 200
  example 'an order of zero does not lower it',
      rows: [[status: 'placed', total: 80], [status: 'placed', total: 0]], expect: 80
}

kpi('orders.repeat-count') {
  title en: 'Repeat orders (not the customer\'s first)', ru: 'Повторные заказы (не первые у покупателя)', be: 'Паўторныя заказы (не першыя ў пакупніка)', fi: 'Uusintatilaukset (ei asiakkaan ensimmäinen)'
  about en: 'Orders placed in the period by customers who had ordered before. Orders of unknown customers do not count.',
      ru: 'Заказы за период от покупателей, уже заказывавших раньше. Заказы неизвестных покупателей не считаются.',
      be: 'Заказы за перыяд ад пакупнікоў, якія ўжо заказвалі раней. Заказы невядомых пакупнікоў не лічацца.',
      fi: 'Jaksolla tehdyt tilaukset asiakkailta, jotka olivat tilanneet aiemmin. Tuntemattomien asiakkaiden tilauksia ei lasketa.'
  unit count
  better higher
  from orders
  where status == 'placed'
  history(customer_key) { n = nth() }
  value { count().where(n > 1) }
  by channel, country
  example 'without first orders; all orders would be 4',
      rows: [
        [day: '2026-09-01', order_id: '1', customer_key: 'ann', status: 'placed'], [day: '2026-10-03', order_id: '2', customer_key: 'ann', status: 'placed'],
        [day: '2026-10-09', order_id: '3', customer_key: 'ann', status: 'placed'], [day: '2026-10-12', order_id: '4', customer_key: 'bob', status: 'placed'],
        [day: '2026-10-13', order_id: '5', customer_key: null, status: 'placed']
      ],
      expect: 2, not: 4
  example 'nothing imported is not zero', rows: [], expect: noData
}

kpi('orders.repeat-frequency') {
  title en: 'Repeat orders per repeat customer', ru: 'Повторных заказов на повторного покупателя', be: 'Паўторных заказаў на паўторнага пакупніка', fi: 'Uusintatilauksia uusintaostajaa kohti'
  about en: 'Orders of the period that are not the customer\'s first by the customers who placed them.',
      ru: 'Заказы за период, не первые у покупателя, делённые на число сделавших их покупателей.',
      be: 'Заказы за перыяд, не першыя ў пакупніка, падзеленыя на колькасць пакупнікоў, якія іх зрабілі.',
      fi: 'Jakson tilaukset, jotka eivät ole asiakkaan ensimmäisiä, jaettuna ne tehneillä asiakkailla.'
  unit ratio
  better higher
  from orders
  where status == 'placed'
  history(customer_key) { n = nth() }
  value { count().where(n > 1) / distinct(customer_key).where(n > 1) }
  by channel, country
  example 'without first orders and who placed no other; with them it would be 1.5',
      rows: [
        [day: '2026-09-01', order_id: '1', customer_key: 'ann', status: 'placed'], [day: '2026-10-03', order_id: '2', customer_key: 'ann', status: 'placed'],
        [day: '2026-10-09', order_id: '3', customer_key: 'ann', status: 'placed'], [day: '2026-10-12', order_id: '4', customer_key: 'bob', status: 'placed']
      ],
      expect: 2, not: 1.5
  example 'only first orders, no frequency', rows: [[order_id: '1', customer_key: 'ann', status: 'placed']], expect: notComputable
}

kpi('orders.repeat-aov') {
  title en: 'Average repeat order (before refunds)', ru: 'Средний чек повторных заказов (до возвратов)', be: 'Сярэдні чэк паўторных заказаў (да вяртанняў)', fi: 'Uusintatilausten keskiostos (ennen palautuksia)'
  about en: 'Revenue before refunds of the orders of the period that are not the customer\'s first, by their number. Orders of zero are left out.',
      ru: 'Выручка до возвратов по заказам периода, не первым у покупателя, делённая на их число. Нулевые заказы не учитываются.',
      be: 'Выручка да вяртанняў па заказах перыяду, не першых у пакупніка, падзеленая на іх колькасць. Нулявыя заказы не ўлічваюцца.',
      fi: 'Jakson tilausten, jotka eivät ole asiakkaan ensimmäisiä, liikevaihto ennen palautuksia jaettuna niiden määrällä. Nollatilauksia ei lasketa mukaan.'
  unit money
  better higher
  from orders
  where status == 'placed' && total > 0
  history(customer_key) { n = nth() }
  value { sum(total).where(n > 1) / count().where(n > 1) }
  by channel, country
  example 'without first orders; all orders would give 40',
      rows: [
        [day: '2026-09-01', order_id: '1', customer_key: 'ann', status: 'placed', total: 90], [day: '2026-10-03', order_id: '2', customer_key: 'ann', status: 'placed', total: 60],
        [day: '2026-10-12', order_id: '3', customer_key: 'bob', status: 'placed', total: 20]
      ],
      expect: 60, not: 40
  example 'only first orders, no average', rows: [[order_id: '1', customer_key: 'ann', status: 'placed', total: 5]], expect: notComputable
}

kpi('orders.channel-share') {
  title en: 'Channel\'s share of revenue (before refunds)', ru: 'Доля канала в выручке (до возвратов)', be: 'Доля канала ў выручцы (да вяртанняў)', fi: 'Kanavan osuus liikevaihdosta (ennen palautuksia)'
  about en: 'Revenue of a channel as a part of the revenue of all channels together, those without a channel included.',
      ru: 'Выручка канала как часть выручки всех каналов вместе, включая заказы без канала.',
      be: 'Выручка канала як частка выручкі ўсіх каналаў разам, уключаючы заказы без канала.',
      fi: 'Kanavan liikevaihto osuutena kaikkien kanavien liikevaihdosta, kanavattomat tilaukset mukaan lukien.'
  unit percent
  better neutral
  from orders
  where status == 'placed'
  value { sum(total) / total(sum(total)) }
  by channel, country
  example 'of all revenue; of that with a known channel it would be 0.6',
      rows: [
        [order_id: '1', status: 'placed', total: 60, channel: 'Email'], [order_id: '2', status: 'placed', total: 40, channel: 'Direct'],
        [order_id: '3', status: 'placed', total: 20, channel: null]
      ],
      group: [channel: 'Email'], expect: 0.5, not: 0.6
  example 'without revenue there are no parts', rows: [[order_id: '1', status: 'cancelled', total: 5]], expect: notComputable
}
