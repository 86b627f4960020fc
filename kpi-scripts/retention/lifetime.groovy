// What a customer is worth over time. Margin where it is to be set against a cost; revenue is no profit.

kpi('customers.margin-90-days') {
  title en: 'Margin of a customer’s first 90 days', ru: 'Маржа покупателя за первые 90 дней', be: 'Маржа пакупніка за першыя 90 дзён', fi: 'Asiakkaan kate 90 ensimmäiseltä päivältä'
  about en: 'Margin of the orders placed within 90 days of the first one, on average over the customers who completed these 90 days in the period.',
      ru: 'Маржа заказов, сделанных в течение 90 дней от первого, в среднем на покупателя, у которого эти 90 дней истекли в периоде.',
      be: 'Маржа заказаў, зробленых на працягу 90 дзён ад першага, у сярэднім на пакупніка, у якога гэтыя 90 дзён скончыліся ў перыядзе.',
      fi: 'Ensimmäisestä tilauksesta 90 päivän aikana tehtyjen tilausten kate keskimäärin niiltä asiakkailta, joilla nämä 90 päivää täyttyivät jaksolla.'
  unit money
  better higher
  from orders
  where status == 'placed'
  value { sumToAge(customer_key, margin, 90) / matured(customer_key, 90) }
  example 'only who is old enough counts; with the newcomer it would be 20',
      rows: [
        [day: '2026-07-10', customer_key: 'ann', status: 'placed', margin: 10], [day: '2026-08-01', customer_key: 'ann', status: 'placed', margin: 20],
        [day: '2026-10-20', customer_key: 'bob', status: 'placed', margin: 10]
      ],
      expect: 30
}

kpi('customers.margin-365-days') {
  title en: 'Margin of a customer’s first 365 days', ru: 'Маржа покупателя за первые 365 дней', be: 'Маржа пакупніка за першыя 365 дзён', fi: 'Asiakkaan kate 365 ensimmäiseltä päivältä'
  about en: 'Margin of the orders placed within 365 days of the first one, on average over the customers who completed these 365 days in the period.',
      ru: 'Маржа заказов, сделанных в течение 365 дней от первого, в среднем на покупателя, у которого эти 365 дней истекли в периоде.',
      be: 'Маржа заказаў, зробленых на працягу 365 дзён ад першага, у сярэднім на пакупніка, у якога гэтыя 365 дзён скончыліся ў перыядзе.',
      fi: 'Ensimmäisestä tilauksesta 365 päivän aikana tehtyjen tilausten kate keskimäärin niiltä asiakkailta, joilla nämä 365 päivää täyttyivät jaksolla.'
  unit money
  better higher
  from orders
  where status == 'placed'
  value { sumToAge(customer_key, margin, 365) / matured(customer_key, 365) }
  example 'only who is old enough counts; with the newcomer it would be 20',
      rows: [
        [day: '2025-10-10', customer_key: 'ann', status: 'placed', margin: 10], [day: '2026-08-01', customer_key: 'ann', status: 'placed', margin: 20],
        [day: '2026-10-20', customer_key: 'bob', status: 'placed', margin: 10]
      ],
      expect: 30
}

kpi('customers.ltv-simple') {
  title en: 'Lifetime value (margin, constant churn)', ru: 'LTV (маржа, постоянный отток)', be: 'LTV (маржа, пастаянны адток)', fi: 'Elinkaariarvo (kate, vakiopoistuma)'
  about en: 'Margin of an active customer of the period over the share lost in it: what a customer brings if both stay as they are. Only for a steady churn; the smaller it is, the less sure the value.',
      ru: 'Маржа на активного покупателя периода, делённая на долю потерянных за период: сколько принесёт покупатель, если обе величины не изменятся. Годится только при ровном оттоке; чем он меньше, тем ненадёжнее значение.',
      be: 'Маржа на актыўнага пакупніка перыяду, падзеленая на долю страчаных за перыяд: колькі прынясе пакупнік, калі абедзве велічыні не зменяцца. Падыходзіць толькі пры роўным адтоку; чым ён меншы, тым менш надзейнае значэнне.',
      fi: 'Jakson aktiivisen asiakkaan kate jaettuna jaksolla menetettyjen osuudella: mitä asiakas tuottaa, jos kumpikaan ei muutu. Vain tasaiselle poistumalle; mitä pienempi se on, sitä epävarmempi arvo.'
  unit money
  better higher
  from orders
  where status == 'placed'
  value { (sum(margin) / distinct(customer_key)) / kpi('customers.churn-rate') }
  example 'margin, not revenue, over churn: 10 / 0.5; with revenue it would be 200',
      rows: [
        [day: '2026-09-01', customer_key: 'ann', status: 'placed', total: 100, margin: 10], [day: '2026-09-02', customer_key: 'bob', status: 'placed', total: 100, margin: 10],
        [day: '2026-10-05', customer_key: 'ann', status: 'placed', total: 100, margin: 10]
      ],
      expect: 20
  example 'nobody lost, no end to add up to',
      rows: [[day: '2026-09-01', customer_key: 'ann', status: 'placed', margin: 10], [day: '2026-10-05', customer_key: 'ann', status: 'placed', margin: 10]],
      expect: notComputable
}

kpi('customers.ltv-discounted') {
  title en: 'Lifetime value (margin, discounted)', ru: 'LTV (маржа, с дисконтом)', be: 'LTV (маржа, з дыскантам)', fi: 'Elinkaariarvo (kate, diskontattu)'
  about en: 'm (1 + d) / (1 + d − r): margin m of an active customer of the period, discount rate d of a period, share r that stays; the first payment is now. Set discountRate for the client, 0.1 is 10 % a period.',
      ru: 'm (1 + d) / (1 + d − r): маржа m на активного покупателя периода, ставка дисконта d за период, доля оставшихся r; первый платёж сейчас. Задайте клиенту discountRate: 0.1 — это 10 % за период.',
      be: 'm (1 + d) / (1 + d − r): маржа m на актыўнага пакупніка перыяду, стаўка дысканту d за перыяд, доля тых, хто застаўся, r; першы плацёж цяпер. Задайце кліенту discountRate: 0.1 — гэта 10 % за перыяд.',
      fi: 'm (1 + d) / (1 + d − r): jakson aktiivisen asiakkaan kate m, jakson diskonttokorko d, pysyvien osuus r; ensimmäinen maksu on nyt. Aseta asiakkaalle discountRate: 0.1 on 10 % jaksolta.'
  unit money
  better higher
  param discountRate: 0.01
  from orders
  where status == 'placed'
  value { (sum(margin) / distinct(customer_key)) * (1 + discountRate) / (1 + discountRate - kpi('customers.retention-rate')) }
  example 'golden vector: 100 a period, 80 % stay, 10 % discount; undiscounted it would be 500',
      with: [discountRate: 0.1],
      rows: [
        [day: '2026-09-01', customer_key: 'ann', status: 'placed', margin: 9], [day: '2026-09-01', customer_key: 'bob', status: 'placed', margin: 9],
        [day: '2026-09-01', customer_key: 'cyd', status: 'placed', margin: 9], [day: '2026-09-01', customer_key: 'dan', status: 'placed', margin: 9],
        [day: '2026-09-01', customer_key: 'eve', status: 'placed', margin: 9],
        [day: '2026-10-05', customer_key: 'ann', status: 'placed', margin: 100], [day: '2026-10-05', customer_key: 'bob', status: 'placed', margin: 100],
        [day: '2026-10-05', customer_key: 'cyd', status: 'placed', margin: 100], [day: '2026-10-05', customer_key: 'dan', status: 'placed', margin: 100]
      ],
      expect: 366.666667
}

kpi('customers.churn-rate-yearly') {
  title en: 'Customers without a new order, over twelve such periods', ru: 'Покупатели без нового заказа за двенадцать таких периодов', be: 'Пакупнікі без новага заказу за дванаццаць такіх перыядаў', fi: 'Asiakkaat ilman uutta tilausta, kaksitoista tällaista jaksoa'
  about en: 'What twelve periods like this one come to: 1 − (1 − c)¹². Ask for a month to have a year.',
      ru: 'Что дадут двенадцать таких же периодов: 1 − (1 − c)¹². За месяц получается год.',
      be: 'Што дадуць дванаццаць такіх жа перыядаў: 1 − (1 − c)¹². За месяц атрымліваецца год.',
      fi: 'Mihin kaksitoista samanlaista jaksoa johtaa: 1 − (1 − c)¹². Kuukaudesta tulee vuosi.'
  unit percent
  better lower
  value { 1 - compounded(1 - kpi('customers.churn-rate'), 12) }
  example 'half of the rest is lost each time; twelve times 50 % would be 600 %',
      orders: [
        [day: '2026-08-01', customer_key: 'ann', status: 'placed'], [day: '2026-08-01', customer_key: 'bob', status: 'placed'],
        [day: '2026-10-05', customer_key: 'ann', status: 'placed']
      ],
      expect: 0.999755859375
}
