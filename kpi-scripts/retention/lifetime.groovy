// What a customer is worth over time. Margin where it is to be set against a cost; revenue is no profit.

kpi('customers.margin-30-days') {
  title en: 'Margin of a customer’s first 30 days', ru: 'Маржа покупателя за первые 30 дней', be: 'Маржа пакупніка за першыя 30 дзён', fi: 'Asiakkaan kate 30 ensimmäiseltä päivältä'
  about en: 'Margin of the orders placed within 30 days of the first one, on average over the customers who completed these 30 days in the period.',
      ru: 'Маржа заказов, сделанных в течение 30 дней от первого, в среднем на покупателя, у которого эти 30 дней истекли в периоде.',
      be: 'Маржа заказаў, зробленых на працягу 30 дзён ад першага, у сярэднім на пакупніка, у якога гэтыя 30 дзён скончыліся ў перыядзе.',
      fi: 'Ensimmäisestä tilauksesta 30 päivän aikana tehtyjen tilausten kate keskimäärin niiltä asiakkailta, joilla nämä 30 päivää täyttyivät jaksolla.'
  unit money
  better higher
  from orders
  where status == 'placed'
  value { sumToAge(customer_key, margin, 30) / matured(customer_key, 30) }
  example 'only who is old enough counts; with the newcomer it would be 20',
      rows: [
        [day: '2026-09-10', customer_key: 'ann', status: 'placed', margin: 10], [day: '2026-09-20', customer_key: 'ann', status: 'placed', margin: 20],
        [day: '2026-10-20', customer_key: 'bob', status: 'placed', margin: 10]
      ],
      expect: 30, not: 20
}

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
      expect: 30, not: 20
}

kpi('customers.margin-180-days') {
  title en: 'Margin of a customer’s first 180 days', ru: 'Маржа покупателя за первые 180 дней', be: 'Маржа пакупніка за першыя 180 дзён', fi: 'Asiakkaan kate 180 ensimmäiseltä päivältä'
  about en: 'Margin of the orders placed within 180 days of the first one, on average over the customers who completed these 180 days in the period.',
      ru: 'Маржа заказов, сделанных в течение 180 дней от первого, в среднем на покупателя, у которого эти 180 дней истекли в периоде.',
      be: 'Маржа заказаў, зробленых на працягу 180 дзён ад першага, у сярэднім на пакупніка, у якога гэтыя 180 дзён скончыліся ў перыядзе.',
      fi: 'Ensimmäisestä tilauksesta 180 päivän aikana tehtyjen tilausten kate keskimäärin niiltä asiakkailta, joilla nämä 180 päivää täyttyivät jaksolla.'
  unit money
  better higher
  from orders
  where status == 'placed'
  value { sumToAge(customer_key, margin, 180) / matured(customer_key, 180) }
  example 'only who is old enough counts; with the newcomer it would be 20',
      rows: [
        [day: '2026-04-20', customer_key: 'ann', status: 'placed', margin: 10], [day: '2026-08-01', customer_key: 'ann', status: 'placed', margin: 20],
        [day: '2026-10-20', customer_key: 'bob', status: 'placed', margin: 10]
      ],
      expect: 30, not: 20
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
      expect: 30, not: 20
}

kpi('customers.ltv-simple') {
  title en: 'Lifetime value (margin, constant churn)', ru: 'LTV (маржа, постоянный отток)', be: 'LTV (маржа, пастаянны адток)', fi: 'Elinkaariarvo (kate, vakiopoistuma)'
  about en: 'Margin of an active known customer of the period over the share lost in it: what a customer brings if both stay as they are. Only for a steady churn; the smaller it is, the less sure the value.',
      ru: 'Маржа на активного известного покупателя периода, делённая на долю потерянных за период: сколько принесёт покупатель, если обе величины не изменятся. Годится только при ровном оттоке; чем он меньше, тем ненадёжнее значение.',
      be: 'Маржа на актыўнага вядомага пакупніка перыяду, падзеленая на долю страчаных за перыяд: колькі прынясе пакупнік, калі абедзве велічыні не зменяцца. Падыходзіць толькі пры роўным адтоку; чым ён меншы, тым менш надзейнае значэнне.',
      fi: 'Jakson aktiivisen tunnetun asiakkaan kate jaettuna jaksolla menetettyjen osuudella: mitä asiakas tuottaa, jos kumpikaan ei muutu. Vain tasaiselle poistumalle; mitä pienempi se on, sitä epävarmempi arvo.'
  unit money
  better higher
  from orders
  where status == 'placed' && customer_key != null
  value { (sum(margin) / distinct(customer_key)) / kpi('customers.churn-rate') }
  example 'margin, not revenue, over churn: 10 / 0.5; with revenue it would be 200',
      rows: [
        [day: '2026-09-01', customer_key: 'ann', status: 'placed', total: 100, margin: 10], [day: '2026-09-02', customer_key: 'bob', status: 'placed', total: 100, margin: 10],
        [day: '2026-10-05', customer_key: 'ann', status: 'placed', total: 100, margin: 10]
      ],
      expect: 20, not: 200
  example 'margin of known customers; with nine orders of guests it would be 550',
      rows: [
        [day: '2026-09-01', customer_key: 'ann', status: 'placed', margin: 50], [day: '2026-09-02', customer_key: 'bob', status: 'placed', margin: 50],
        [day: '2026-10-05', customer_key: 'ann', status: 'placed', margin: 50], [day: '2026-10-06', customer_key: 'eve', status: 'placed', margin: 50],
        [day: '2026-10-07', customer_key: null, status: 'placed', margin: 50], [day: '2026-10-07', customer_key: null, status: 'placed', margin: 50],
        [day: '2026-10-07', customer_key: null, status: 'placed', margin: 50], [day: '2026-10-08', customer_key: null, status: 'placed', margin: 50],
        [day: '2026-10-08', customer_key: null, status: 'placed', margin: 50], [day: '2026-10-08', customer_key: null, status: 'placed', margin: 50],
        [day: '2026-10-09', customer_key: null, status: 'placed', margin: 50], [day: '2026-10-09', customer_key: null, status: 'placed', margin: 50],
        [day: '2026-10-09', customer_key: null, status: 'placed', margin: 50]
      ],
      expect: 100, not: 550
  example 'nobody lost, no end to add up to',
      rows: [[day: '2026-09-01', customer_key: 'ann', status: 'placed', margin: 10], [day: '2026-10-05', customer_key: 'ann', status: 'placed', margin: 10]],
      expect: notComputable
}

kpi('customers.ltv-discounted') {
  title en: 'Lifetime value (margin, discounted)', ru: 'LTV (маржа, с дисконтом)', be: 'LTV (маржа, з дыскантам)', fi: 'Elinkaariarvo (kate, diskontattu)'
  about en: 'm (1 + d) / (1 + d − r): margin m of an active known customer of the period, discount rate d of a period, share r that stays; the first payment is now. The rate is set for the client, for example 10 % a period.',
      ru: 'm (1 + d) / (1 + d − r): маржа m на активного известного покупателя периода, ставка дисконта d за период, доля оставшихся r; первый платёж сейчас. Ставка задаётся для клиента, например 10 % за период.',
      be: 'm (1 + d) / (1 + d − r): маржа m на актыўнага вядомага пакупніка перыяду, стаўка дысканту d за перыяд, доля тых, хто застаўся, r; першы плацёж цяпер. Стаўка задаецца для кліента, напрыклад 10 % за перыяд.',
      fi: 'm (1 + d) / (1 + d − r): jakson aktiivisen tunnetun asiakkaan kate m, jakson diskonttokorko d, pysyvien osuus r; ensimmäinen maksu on nyt. Korko asetetaan asiakkaalle, esimerkiksi 10 % jaksolta.'
  unit money
  better higher
  param discountRate: percent(0.01)
  from orders
  where status == 'placed' && customer_key != null
  value { (sum(margin) / distinct(customer_key)) * (1 + discountRate) / (1 + discountRate - kpi('customers.retention-rate')) }
  example 'golden vector: 100 a period, 80 % stay, 10 % discount; undiscounted it would be 500',
      with: [discountRate: percent(0.1)],
      rows: [
        [day: '2026-09-01', customer_key: 'ann', status: 'placed', margin: 9], [day: '2026-09-01', customer_key: 'bob', status: 'placed', margin: 9],
        [day: '2026-09-01', customer_key: 'cyd', status: 'placed', margin: 9], [day: '2026-09-01', customer_key: 'dan', status: 'placed', margin: 9],
        [day: '2026-09-01', customer_key: 'eve', status: 'placed', margin: 9],
        [day: '2026-10-05', customer_key: 'ann', status: 'placed', margin: 100], [day: '2026-10-05', customer_key: 'bob', status: 'placed', margin: 100],
        [day: '2026-10-05', customer_key: 'cyd', status: 'placed', margin: 100], [day: '2026-10-05', customer_key: 'dan', status: 'placed', margin: 100]
      ],
      expect: 366.666667, not: 500
  example 'margin of known customers: 50 * 1.01 / (1.01 - 0.5); with nine orders of guests it would be 544.61',
      rows: [
        [day: '2026-09-01', customer_key: 'ann', status: 'placed', margin: 50], [day: '2026-09-02', customer_key: 'bob', status: 'placed', margin: 50],
        [day: '2026-10-05', customer_key: 'ann', status: 'placed', margin: 50], [day: '2026-10-06', customer_key: 'eve', status: 'placed', margin: 50],
        [day: '2026-10-07', customer_key: null, status: 'placed', margin: 50], [day: '2026-10-07', customer_key: null, status: 'placed', margin: 50],
        [day: '2026-10-07', customer_key: null, status: 'placed', margin: 50], [day: '2026-10-08', customer_key: null, status: 'placed', margin: 50],
        [day: '2026-10-08', customer_key: null, status: 'placed', margin: 50], [day: '2026-10-08', customer_key: null, status: 'placed', margin: 50],
        [day: '2026-10-09', customer_key: null, status: 'placed', margin: 50], [day: '2026-10-09', customer_key: null, status: 'placed', margin: 50],
        [day: '2026-10-09', customer_key: null, status: 'placed', margin: 50]
      ],
      expect: 99.019608, not: 544.607843
}

kpi('customers.churn-rate-yearly') {
  title en: 'Churn rate (over twelve such periods)', ru: 'Отток (за двенадцать таких периодов)', be: 'Адток (за дванаццаць такіх перыядаў)', fi: 'Asiakaspoistuma (kaksitoista tällaista jaksoa)'
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
      expect: 0.999755859375, not: 6
}

kpi('customers.ltv-bgnbd') {
  title en: 'Expected lifetime value (revenue of the next 365 days)', ru: 'Ожидаемый LTV (выручка за следующие 365 дней)', be: 'Чаканы LTV (выручка за наступныя 365 дзён)', fi: 'Odotettu elinkaariarvo (seuraavien 365 päivän liikevaihto)'
  about en: 'Revenue that a customer is expected to bring in the 365 days after the period, on average over all customers so far: expected orders by the BG/NBD model times the value of an order by the Gamma-Gamma model. A first order is no repeat; ten customers who came back are needed.',
      ru: 'Выручка, которую покупатель принесёт за 365 дней после периода, в среднем по всем покупателям: ожидаемые заказы по модели BG/NBD, умноженные на сумму заказа по модели гамма-гамма. Первый заказ повторным не считается; нужны десять вернувшихся покупателей.',
      be: 'Выручка, якую пакупнік прынясе за 365 дзён пасля перыяду, у сярэднім па ўсіх пакупніках: чаканыя заказы паводле мадэлі BG/NBD, памножаныя на суму заказу паводле мадэлі гама-гама. Першы заказ паўторным не лічыцца; патрэбны дзесяць пакупнікоў, якія вярнуліся.',
      fi: 'Liikevaihto, jonka asiakkaan odotetaan tuovan jaksoa seuraavien 365 päivän aikana, keskiarvona kaikista tähänastisista asiakkaista: BG/NBD-mallin odottamat tilaukset kertaa gamma-gamma-mallin odottama tilauksen arvo. Ensimmäinen tilaus ei ole toistuva; kymmenen asiakkaan on pitänyt palata.'
  unit money
  better higher
  from orders
  where status == 'placed'
  value { expectedValue(customer_key, total, 365) }
  example 'what is to come; what they have spent so far would be 67.81',
      rows: [
        [day: '2026-01-08', customer_key: 'c11', status: 'placed', total: 40], [day: '2026-01-09', customer_key: 'c20', status: 'placed', total: 27], [day: '2026-01-11', customer_key: 'c2', status: 'placed', total: 18],
        [day: '2026-01-12', customer_key: 'c11', status: 'placed', total: 34], [day: '2026-01-16', customer_key: 'c4', status: 'placed', total: 18], [day: '2026-01-18', customer_key: 'c32', status: 'placed', total: 42],
        [day: '2026-01-20', customer_key: 'c20', status: 'placed', total: 42], [day: '2026-01-31', customer_key: 'c2', status: 'placed', total: 17], [day: '2026-02-03', customer_key: 'c17', status: 'placed', total: 12],
        [day: '2026-02-03', customer_key: 'c27', status: 'placed', total: 13], [day: '2026-02-04', customer_key: 'c14', status: 'placed', total: 42], [day: '2026-02-11', customer_key: 'c24', status: 'placed', total: 8],
        [day: '2026-02-13', customer_key: 'c35', status: 'placed', total: 17], [day: '2026-02-22', customer_key: 'c11', status: 'placed', total: 17], [day: '2026-02-23', customer_key: 'c36', status: 'placed', total: 24],
        [day: '2026-02-23', customer_key: 'c6', status: 'placed', total: 23], [day: '2026-02-25', customer_key: 'c8', status: 'placed', total: 23], [day: '2026-02-27', customer_key: 'c7', status: 'placed', total: 9],
        [day: '2026-02-28', customer_key: 'c20', status: 'placed', total: 28], [day: '2026-03-02', customer_key: 'c18', status: 'placed', total: 16], [day: '2026-03-03', customer_key: 'c24', status: 'placed', total: 10],
        [day: '2026-03-06', customer_key: 'c1', status: 'placed', total: 16], [day: '2026-03-10', customer_key: 'c1', status: 'placed', total: 28], [day: '2026-03-10', customer_key: 'c24', status: 'placed', total: 18],
        [day: '2026-03-10', customer_key: 'c26', status: 'placed', total: 16], [day: '2026-03-12', customer_key: 'c9', status: 'placed', total: 11], [day: '2026-03-13', customer_key: 'c35', status: 'placed', total: 17],
        [day: '2026-03-17', customer_key: 'c9', status: 'placed', total: 7], [day: '2026-03-20', customer_key: 'c35', status: 'placed', total: 20], [day: '2026-03-23', customer_key: 'c8', status: 'placed', total: 22],
        [day: '2026-03-30', customer_key: 'c16', status: 'placed', total: 12], [day: '2026-03-30', customer_key: 'c7', status: 'placed', total: 21], [day: '2026-03-31', customer_key: 'c11', status: 'placed', total: 27],
        [day: '2026-04-03', customer_key: 'c16', status: 'placed', total: 24], [day: '2026-04-03', customer_key: 'c20', status: 'placed', total: 32], [day: '2026-04-04', customer_key: 'c9', status: 'placed', total: 24],
        [day: '2026-04-07', customer_key: 'c29', status: 'placed', total: 31], [day: '2026-04-08', customer_key: 'c18', status: 'placed', total: 29], [day: '2026-04-08', customer_key: 'c19', status: 'placed', total: 13],
        [day: '2026-04-14', customer_key: 'c11', status: 'placed', total: 23], [day: '2026-04-14', customer_key: 'c12', status: 'placed', total: 15], [day: '2026-04-18', customer_key: 'c25', status: 'placed', total: 27],
        [day: '2026-04-23', customer_key: 'c34', status: 'placed', total: 48], [day: '2026-04-23', customer_key: 'c9', status: 'placed', total: 12], [day: '2026-04-26', customer_key: 'c35', status: 'placed', total: 18],
        [day: '2026-05-06', customer_key: 'c3', status: 'placed', total: 11], [day: '2026-05-17', customer_key: 'c23', status: 'placed', total: 14], [day: '2026-05-20', customer_key: 'c33', status: 'placed', total: 10],
        [day: '2026-05-21', customer_key: 'c23', status: 'placed', total: 4], [day: '2026-05-23', customer_key: 'c3', status: 'placed', total: 11], [day: '2026-05-24', customer_key: 'c24', status: 'placed', total: 13],
        [day: '2026-06-03', customer_key: 'c5', status: 'placed', total: 51], [day: '2026-06-10', customer_key: 'c20', status: 'placed', total: 51], [day: '2026-06-12', customer_key: 'c10', status: 'placed', total: 4],
        [day: '2026-06-14', customer_key: 'c15', status: 'placed', total: 27], [day: '2026-06-15', customer_key: 'c19', status: 'placed', total: 12], [day: '2026-06-16', customer_key: 'c31', status: 'placed', total: 12],
        [day: '2026-06-27', customer_key: 'c21', status: 'placed', total: 28], [day: '2026-06-28', customer_key: 'c24', status: 'placed', total: 8], [day: '2026-07-04', customer_key: 'c22', status: 'placed', total: 32],
        [day: '2026-07-05', customer_key: 'c29', status: 'placed', total: 26], [day: '2026-07-06', customer_key: 'c20', status: 'placed', total: 35], [day: '2026-07-07', customer_key: 'c30', status: 'placed', total: 19],
        [day: '2026-07-12', customer_key: 'c28', status: 'placed', total: 5], [day: '2026-07-13', customer_key: 'c23', status: 'placed', total: 5], [day: '2026-07-15', customer_key: 'c34', status: 'placed', total: 29],
        [day: '2026-07-16', customer_key: 'c30', status: 'placed', total: 13], [day: '2026-07-22', customer_key: 'c13', status: 'placed', total: 26], [day: '2026-07-23', customer_key: 'c34', status: 'placed', total: 51],
        [day: '2026-08-04', customer_key: 'c19', status: 'placed', total: 28], [day: '2026-08-04', customer_key: 'c35', status: 'placed', total: 17], [day: '2026-08-11', customer_key: 'c13', status: 'placed', total: 14],
        [day: '2026-08-15', customer_key: 'c5', status: 'placed', total: 89], [day: '2026-08-16', customer_key: 'c20', status: 'placed', total: 39], [day: '2026-08-17', customer_key: 'c35', status: 'placed', total: 29],
        [day: '2026-08-19', customer_key: 'c22', status: 'placed', total: 11], [day: '2026-08-24', customer_key: 'c29', status: 'placed', total: 54], [day: '2026-08-27', customer_key: 'c30', status: 'placed', total: 14],
        [day: '2026-08-28', customer_key: 'c22', status: 'placed', total: 17], [day: '2026-09-08', customer_key: 'c34', status: 'placed', total: 53], [day: '2026-09-15', customer_key: 'c4', status: 'placed', total: 27],
        [day: '2026-09-18', customer_key: 'c19', status: 'placed', total: 32], [day: '2026-09-20', customer_key: 'c31', status: 'placed', total: 19], [day: '2026-09-27', customer_key: 'c22', status: 'placed', total: 17],
        [day: '2026-09-27', customer_key: 'c29', status: 'placed', total: 36], [day: '2026-10-03', customer_key: 'c34', status: 'placed', total: 21], [day: '2026-10-08', customer_key: 'c29', status: 'placed', total: 21],
        [day: '2026-10-10', customer_key: 'c15', status: 'placed', total: 33], [day: '2026-10-10', customer_key: 'c34', status: 'placed', total: 55], [day: '2026-10-12', customer_key: 'c22', status: 'placed', total: 46],
        [day: '2026-10-17', customer_key: 'c29', status: 'placed', total: 31], [day: '2026-10-18', customer_key: 'c29', status: 'placed', total: 33], [day: '2026-10-24', customer_key: 'c28', status: 'placed', total: 9],
        [day: '2026-10-26', customer_key: 'c15', status: 'placed', total: 28], [day: '2026-10-26', customer_key: 'c30', status: 'placed', total: 19], [day: '2026-10-27', customer_key: 'c22', status: 'placed', total: 14],
        [day: '2026-10-27', customer_key: 'c34', status: 'placed', total: 52], [day: '2026-10-30', customer_key: 'c5', status: 'placed', total: 95]
      ],
      expect: estimated(48.65), not: 67.81
  example 'one customer who came back is no model',
      rows: [[day: '2026-09-01', customer_key: 'ann', status: 'placed', total: 10], [customer_key: 'ann', status: 'placed', total: 10]], expect: notComputable
}
