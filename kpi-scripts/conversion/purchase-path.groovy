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
  example 'who bought at once passed every step; by events alone the first step would have one session fewer',
      rows: [
        [session_key: 's1', event_name: 'view_item', events: 1], [session_key: 's1', event_name: 'add_to_cart', events: 1],
        [session_key: 's2', event_name: 'view_item', events: 1], [session_key: 's3', event_name: 'view_item', events: 5],
        [session_key: 's4', event_name: 'purchase', events: 1]
      ],
      expect: 0.25
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
      expect: 10
}
