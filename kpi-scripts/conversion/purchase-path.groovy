// From a look to an order, and what is bought.

kpi('web.purchase-funnel') {
  title en: 'Purchase funnel (sessions)', ru: 'Воронка покупки (сеансы)', be: 'Варонка пакупкі (сеансы)', fi: 'Ostopolku (istunnot)'
  about en: 'Of the sessions that looked at a product, the share that bought. The table has each step: look, cart, checkout, purchase; who skipped a step has passed it.',
      ru: 'Доля сеансов с покупкой от сеансов с просмотром товара. В таблице каждый шаг: просмотр, корзина, оформление, покупка; пропущенный шаг считается пройденным.',
      be: 'Доля сеансаў з пакупкай ад сеансаў з праглядам тавару. У табліцы кожны крок: прагляд, кошык, афармленне, пакупка; прапушчаны крок лічыцца пройдзеным.',
      fi: 'Tuotetta katselleista istunnoista se osuus, joka päättyi ostoon. Taulukossa ovat vaiheet: katselu, ostoskori, kassa, osto; ohitettu vaihe lasketaan kuljetuksi.'
  unit percent
  better higher
  from web_events
  value { funnel(session_key, [event_name == 'view_item', event_name == 'add_to_cart', event_name == 'begin_checkout', event_name == 'purchase']) }
  by channel, device
  example 'who bought at once passed every step; by events alone the first step had one session fewer and it would be 0.3333333333',
      rows: [
        [session_key: 's1', event_name: 'view_item', events: 1], [session_key: 's1', event_name: 'add_to_cart', events: 1],
        [session_key: 's2', event_name: 'view_item', events: 1], [session_key: 's3', event_name: 'view_item', events: 5],
        [session_key: 's4', event_name: 'purchase', events: 1]
      ],
      expect: 0.25, not: 0.3333333333
  example 'sessions of one channel; of all it would be 0.5',
      rows: [
        [session_key: 's1', event_name: 'view_item', channel: 'Email'], [session_key: 's1', event_name: 'purchase', channel: 'Email'],
        [session_key: 's2', event_name: 'view_item', channel: 'Direct']
      ],
      group: [channel: 'Email'], expect: 1, not: 0.5
}

kpi('orders.top-products') {
  title en: 'Revenue by product, the largest ten', ru: 'Выручка по товарам, десять крупнейших', be: 'Выручка па таварах, дзесяць найбуйнейшых', fi: 'Myynti tuotteittain, kymmenen suurinta'
  about en: 'Net amount of the lines of placed orders; the table has the ten largest products with their shares and all others together.',
      ru: 'Сумма нетто строк оформленных заказов; в таблице десять крупнейших товаров с долями и все остальные вместе.',
      be: 'Сума нета радкоў аформленых заказаў; у табліцы дзесяць найбуйнейшых тавараў з долямі і ўсе астатнія разам.',
      fi: 'Tehtyjen tilausten rivien nettosumma; taulukossa ovat kymmenen suurinta tuotetta osuuksineen ja kaikki muut yhdessä.'
  unit money
  better higher
  from order_lines
  where status == 'placed'
  value { ranking(product, sum(net), 10) }
  example 'the whole, returned lines aside; with them it would be 12',
      rows: [
        [line_id: '1', product: 'cup', status: 'placed', net: 7], [line_id: '2', product: 'pot', status: 'placed', net: 3],
        [line_id: '3', product: 'pot', status: 'refund', net: 2]
      ],
      expect: 10, not: 12
}

kpi('web.cart-dropoff') {
  title en: 'Left between cart and checkout (sessions)', ru: 'Потеря между корзиной и оформлением (сеансы)', be: 'Страта паміж кошыкам і афармленнем (сеансы)', fi: 'Poistuneet ostoskorin ja kassan välillä (istunnot)'
  about en: 'Of the sessions that put something into the cart or came further, the share that did not come to the checkout. Who skipped a step has passed it, so the share is never below zero.',
      ru: 'Доля сеансов, не дошедших до оформления, среди дошедших до корзины или дальше. Пропущенный шаг считается пройденным, поэтому доля не бывает меньше нуля.',
      be: 'Доля сеансаў, якія не дайшлі да афармлення, сярод тых, што дайшлі да кошыка або далей. Прапушчаны крок лічыцца пройдзеным, таму доля не бывае меншай за нуль.',
      fi: 'Ostoskoriin tai pidemmälle edenneistä istunnoista se osuus, joka ei päässyt kassalle. Ohitettu vaihe lasketaan kuljetuksi, joten osuus ei ole koskaan alle nollan.'
  unit percent
  better lower
  from web_events
  per(session_key) { step = furthest([event_name == 'view_item', event_name == 'add_to_cart', event_name == 'begin_checkout', event_name == 'purchase']) }
  value { 1 - count().where(step >= 3) / count().where(step >= 2) }
  by channel, device
  example 'who skipped the cart passed it; by events alone it would be -1',
      rows: [
        [session_key: 's1', event_name: 'add_to_cart'], [session_key: 's2', event_name: 'begin_checkout'], [session_key: 's3', event_name: 'begin_checkout'],
        [session_key: 's4', event_name: 'view_item']
      ],
      expect: 0.3333333333, not: -1
  example 'nobody came to the cart, no share', rows: [[session_key: 's4', event_name: 'view_item']], expect: notComputable
}

kpi('web.checkout-dropoff') {
  title en: 'Left during checkout (sessions)', ru: 'Потеря при оформлении заказа (сеансы)', be: 'Страта пры афармленні заказу (сеансы)', fi: 'Kassalta poistuneet (istunnot)'
  about en: 'Of the sessions that came to the checkout or further, the share that did not buy. Who skipped a step has passed it.',
      ru: 'Доля сеансов без покупки среди дошедших до оформления или дальше. Пропущенный шаг считается пройденным.',
      be: 'Доля сеансаў без пакупкі сярод тых, што дайшлі да афармлення або далей. Прапушчаны крок лічыцца пройдзеным.',
      fi: 'Kassalle tai pidemmälle edenneistä istunnoista se osuus, joka ei päättynyt ostoon. Ohitettu vaihe lasketaan kuljetuksi.'
  unit percent
  better lower
  from web_events
  per(session_key) { step = furthest([event_name == 'view_item', event_name == 'add_to_cart', event_name == 'begin_checkout', event_name == 'purchase']) }
  value { 1 - count().where(step >= 4) / count().where(step >= 3) }
  by channel, device
  example 'sessions, not events, by which it would be 0.6; who bought at once passed the checkout',
      rows: [
        [session_key: 's1', event_name: 'begin_checkout'], [session_key: 's1', event_name: 'begin_checkout'], [session_key: 's1', event_name: 'begin_checkout'],
        [session_key: 's2', event_name: 'begin_checkout'], [session_key: 's2', event_name: 'purchase'], [session_key: 's3', event_name: 'purchase'],
        [session_key: 's4', event_name: 'begin_checkout']
      ],
      expect: 0.5, not: 0.6
  example 'nobody came to the checkout, no share', rows: [[session_key: 's4', event_name: 'view_item']], expect: notComputable
}
