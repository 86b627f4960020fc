// Customers by their orders. Orders without a known customer count in orders.* and never here.

kpi('customers.active') {
  title en: 'Active customers', ru: 'Активные покупатели', be: 'Актыўныя пакупнікі', fi: 'Aktiiviset asiakkaat'
  about en: 'Different customers with an order placed in the period. Months cannot be added.',
      ru: 'Разные покупатели, оформившие заказ за период. Складывать месяцы нельзя.',
      be: 'Розныя пакупнікі, якія аформілі заказ за перыяд. Складаць месяцы нельга.',
      fi: 'Eri asiakkaat, jotka tekivät jaksolla tilauksen. Kuukausia ei voi laskea yhteen.'
  unit count
  better higher
  from orders
  where status == 'placed'
  value { distinct(customer_key) }
  by channel, country
  example 'a customer counts once, an unknown one never; orders would be 4',
      rows: [
        [customer_key: 'ann', status: 'placed'], [customer_key: 'ann', status: 'placed'],
        [customer_key: 'bob', status: 'placed'], [customer_key: 'cyd', status: 'refund'],
        [customer_key: null, status: 'placed']
      ],
      expect: 2, not: 4
}

kpi('customers.retention-rate') {
  title en: 'Customer retention rate (by orders)', ru: 'Удержание покупателей (по заказам)', be: 'Утрыманне пакупнікоў (па заказах)', fi: 'Asiakaspysyvyys (tilauksista)'
  about en: 'Of the customers who had ordered before the period began, the share that ordered again in it. New customers of the period are in neither number.',
      ru: 'Доля покупателей, заказывавших до начала периода, которые сделали заказ и в этом периоде. Новые покупатели не входят ни в числитель, ни в знаменатель.',
      be: 'Доля пакупнікоў, якія заказвалі да пачатку перыяду і зрабілі заказ у гэтым перыядзе. Новыя пакупнікі не ўваходзяць ні ў лічнік, ні ў назоўнік.',
      fi: 'Osuus ennen jakson alkua tilanneista asiakkaista, jotka tilasivat jaksolla uudelleen. Jakson uudet asiakkaat eivät ole kummassakaan luvussa.'
  unit percent
  better higher
  from orders
  where status == 'placed'
  value { retained(customer_key) / existing(customer_key) }
  example 'who bought first in the period does not count; with them it would be 0.75',
      rows: [
        [day: '2026-07-01', customer_key: 'ann', status: 'placed'],
        [day: '2026-08-01', customer_key: 'bob', status: 'placed'],
        [day: '2026-09-01', customer_key: 'cyd', status: 'placed'],
        [day: '2026-09-30', customer_key: 'dan', status: 'placed'],
        [day: '2026-10-01', customer_key: 'ann', status: 'placed'],
        [day: '2026-10-09', customer_key: 'eve', status: 'placed'],
        [day: '2026-10-19', customer_key: 'eve', status: 'placed'],
        [day: '2026-10-31', customer_key: 'bob', status: 'placed'],
        [day: '2026-11-01', customer_key: 'cyd', status: 'placed']
      ],
      expect: 0.5, not: 0.75
  example 'without earlier customers there is no rate',
      rows: [[customer_key: 'ann', status: 'placed']], expect: notComputable
}

kpi('customers.churn-rate') {
  title en: 'Churn rate (no order in the period)', ru: 'Отток (без заказа за период)', be: 'Адток (без заказу за перыяд)', fi: 'Asiakaspoistuma (ei tilausta jaksolla)'
  about en: 'Of the customers who had ordered before the period began, the share that did not order in it: the rest of the retention rate.',
      ru: 'Доля покупателей, заказывавших до начала периода, которые в нём не заказали: остаток до 100 % от удержания.',
      be: 'Доля пакупнікоў, якія заказвалі да пачатку перыяду і не заказалі ў ім: рэшта да 100 % ад утрымання.',
      fi: 'Osuus ennen jakson alkua tilanneista asiakkaista, jotka eivät tilanneet jaksolla: asiakaspysyvyyden loppuosa.'
  unit percent
  better lower
  value { 1 - kpi('customers.retention-rate') }
  example 'the rest of the retention rate; with the new customer in the base it would be 0.6',
      orders: [
        [day: '2026-08-01', customer_key: 'ann', status: 'placed'],
        [day: '2026-08-01', customer_key: 'bob', status: 'placed'],
        [day: '2026-08-01', customer_key: 'cyd', status: 'placed'],
        [day: '2026-08-01', customer_key: 'dan', status: 'placed'],
        [day: '2026-10-05', customer_key: 'ann', status: 'placed'],
        [day: '2026-10-06', customer_key: 'eve', status: 'placed']
      ],
      expect: 0.75, not: 0.6
}

kpi('customers.repeat-purchase-rate') {
  title en: 'Repeat purchase rate (two orders in the period)', ru: 'Доля повторных покупателей (два заказа за период)', be: 'Доля паўторных пакупнікоў (два заказы за перыяд)', fi: 'Uusintaostajien osuus (kaksi tilausta jaksolla)'
  about en: 'Share of the customers of the period who placed two or more orders in it. A longer period gives a higher rate.',
      ru: 'Доля покупателей периода, оформивших в нём два заказа и больше. Чем длиннее период, тем выше доля.',
      be: 'Доля пакупнікоў перыяду, якія аформілі ў ім два заказы і больш. Чым даўжэйшы перыяд, тым вышэйшая доля.',
      fi: 'Osuus jakson asiakkaista, jotka tekivät jaksolla vähintään kaksi tilausta. Pidempi jakso antaa suuremman osuuden.'
  unit percent
  better higher
  from orders
  where status == 'placed'
  per(customer_key) { n = count() }
  value { count().where(n >= 2) / count() }
  example 'customers, not orders, by which it would be 0.5; unknown customers are left out',
      rows: [
        [customer_key: 'ann', status: 'placed'], [customer_key: 'ann', status: 'placed'], [customer_key: 'ann', status: 'placed'],
        [customer_key: 'bob', status: 'placed'], [customer_key: 'cyd', status: 'placed'], [customer_key: 'cyd', status: 'refund'],
        [customer_key: 'dan', status: 'placed'], [customer_key: null, status: 'placed'], [customer_key: null, status: 'placed']
      ],
      expect: 0.25, not: 0.5
}

kpi('customers.new') {
  title en: 'New customers (first order in the period)', ru: 'Новые покупатели (первый заказ за период)', be: 'Новыя пакупнікі (першы заказ за перыяд)', fi: 'Uudet asiakkaat (ensimmäinen tilaus jaksolla)'
  about en: 'Customers whose first order ever was placed in the period. The further the imported history goes back, the surer that it was the first.',
      ru: 'Покупатели, чей самый первый заказ пришёлся на период. Чем длиннее загруженная история, тем вернее, что заказ был первым.',
      be: 'Пакупнікі, чый самы першы заказ прыпаў на перыяд. Чым даўжэйшая загружаная гісторыя, тым пэўней, што заказ быў першым.',
      fi: 'Asiakkaat, joiden kaikkien aikojen ensimmäinen tilaus tehtiin jaksolla. Mitä pidemmälle tuotu historia ulottuu, sitä varmemmin tilaus oli ensimmäinen.'
  unit count
  better higher
  from orders
  where status == 'placed'
  history(customer_key) { n = nth() }
  value { count().where(n == 1) }
  by channel, country
  example 'first orders ever; customers of the period would be 2',
      rows: [
        [day: '2026-09-01', customer_key: 'ann', status: 'placed'], [day: '2026-10-03', customer_key: 'ann', status: 'placed'],
        [day: '2026-10-09', customer_key: 'bob', status: 'placed'], [day: '2026-10-12', customer_key: 'bob', status: 'placed']
      ],
      expect: 1, not: 2
  example 'nothing imported is not zero', rows: [], expect: noData
}

kpi('customers.acquisition-cost') {
  title en: 'CAC (all marketing cost per new customer)', ru: 'CAC (все расходы на маркетинг на нового покупателя)', be: 'CAC (усе выдаткі на маркетынг на новага пакупніка)', fi: 'CAC (koko markkinoinnin kustannus uutta asiakasta kohti)'
  about en: 'Advertising and other marketing cost by the customers who ordered for the first time in the period. Orders of known customers win nobody and do not count.',
      ru: 'Расходы на рекламу и прочий маркетинг, делённые на покупателей с первым заказом за период. Заказы прежних покупателей никого не привлекают и не считаются.',
      be: 'Выдаткі на рэкламу і іншы маркетынг, падзеленыя на пакупнікоў з першым заказам за перыяд. Заказы ранейшых пакупнікоў нікога не прыцягваюць і не лічацца.',
      fi: 'Mainonnan ja muun markkinoinnin kustannus jaettuna asiakkailla, jotka tilasivat jaksolla ensimmäisen kerran. Vanhojen asiakkaiden tilauksia ei lasketa.'
  unit money
  better lower
  value { kpi('marketing.cost') / kpi('customers.new') }
  example 'new customers; by all orders, the cost per order, it would be 40',
      ad_performance: [[cost: 100]], costs: [[cost: 20]],
      orders: [
        [day: '2026-09-01', customer_key: 'ann', status: 'placed'], [day: '2026-10-03', customer_key: 'ann', status: 'placed'],
        [day: '2026-10-09', customer_key: 'bob', status: 'placed'], [day: '2026-10-12', customer_key: 'bob', status: 'placed']
      ],
      expect: 120, not: 40
  example 'nobody new, no price',
      ad_performance: [[cost: 100]], costs: [[cost: 20]],
      orders: [[day: '2026-09-01', customer_key: 'ann', status: 'placed'], [day: '2026-10-03', customer_key: 'ann', status: 'placed']], expect: notComputable
}

kpi('customers.returning-rate') {
  title en: 'Returning customers (ordered ever before, of customers of the period)', ru: 'Вернувшиеся покупатели (заказывали раньше, от покупателей периода)', be: 'Пакупнікі, якія вярнуліся (заказвалі раней, ад пакупнікоў перыяду)', fi: 'Palaavat asiakkaat (tilanneet aiemmin, jakson asiakkaista)'
  about en: 'Share of the customers of the period who had ordered at any time before it. The repeat purchase rate, two orders within the period, is another figure.',
      ru: 'Доля покупателей периода, которые заказывали когда-либо до него. Доля повторных покупателей (два заказа внутри периода) — другой показатель.',
      be: 'Доля пакупнікоў перыяду, якія заказвалі калі-небудзь да яго. Доля паўторных пакупнікоў (два заказы ўнутры перыяду) — іншы паказчык.',
      fi: 'Osuus jakson asiakkaista, jotka olivat tilanneet joskus ennen sitä. Uusintaostajien osuus, kaksi tilausta jakson sisällä, on eri luku.'
  unit percent
  better higher
  from orders
  where status == 'placed'
  value { retained(customer_key) / distinct(customer_key) }
  example 'ever before; two orders within the period would give 0.25, of customers before it would be 0.5',
      rows: [
        [day: '2025-03-01', customer_key: 'ann', status: 'placed'], [day: '2026-09-01', customer_key: 'zoe', status: 'placed'],
        [day: '2026-09-01', customer_key: 'ida', status: 'placed'], [day: '2026-09-01', customer_key: 'max', status: 'placed'],
        [day: '2026-10-03', customer_key: 'ann', status: 'placed'], [day: '2026-10-04', customer_key: 'zoe', status: 'placed'],
        [day: '2026-10-05', customer_key: 'ida', status: 'placed'],
        [day: '2026-10-09', customer_key: 'bob', status: 'placed'], [day: '2026-10-12', customer_key: 'bob', status: 'placed']
      ],
      expect: 0.75, not: 0.25
  example 'nobody ordered, no rate', rows: [[day: '2026-09-01', customer_key: 'ann', status: 'placed']], expect: notComputable
}

kpi('customers.purchase-frequency') {
  title en: 'Orders per customer (of the period)', ru: 'Заказов на покупателя (за период)', be: 'Заказаў на пакупніка (за перыяд)', fi: 'Tilauksia asiakasta kohti (jaksolla)'
  about en: 'Orders of known customers in the period by these customers. A longer period gives a higher figure.',
      ru: 'Заказы известных покупателей за период, делённые на число этих покупателей. Чем длиннее период, тем больше значение.',
      be: 'Заказы вядомых пакупнікоў за перыяд, падзеленыя на колькасць гэтых пакупнікоў. Чым даўжэйшы перыяд, тым большае значэнне.',
      fi: 'Tunnettujen asiakkaiden tilaukset jaksolla jaettuna näillä asiakkailla. Pidempi jakso antaa suuremman luvun.'
  unit ratio
  better higher
  from orders
  where status == 'placed' && customer_key != null
  value { count() / distinct(customer_key) }
  by channel, country
  example 'orders of known customers; with the two of unknown ones it would be 3',
      rows: [
        [customer_key: 'ann', status: 'placed'], [customer_key: 'ann', status: 'placed'], [customer_key: 'ann', status: 'placed'],
        [customer_key: 'bob', status: 'placed'], [customer_key: null, status: 'placed'], [customer_key: null, status: 'placed']
      ],
      expect: 2, not: 3
  example 'nobody ordered, no figure', rows: [[customer_key: 'ann', status: 'cancelled']], expect: notComputable
}

kpi('customers.churn-inactivity') {
  title en: 'Customers lost (inactive for 90 days)', ru: 'Отток покупателей (90 дней без заказа)', be: 'Адток пакупнікоў (90 дзён без заказу)', fi: 'Menetetyt asiakkaat (90 päivää ilman tilausta)'
  about en: 'Of the customers with an order in the 90 days before the period, the share without one in the 90 days before its end. Where customers have no contract, this is what being lost means; another number of days is another figure.',
      ru: 'Доля покупателей без заказа за 90 дней до конца периода среди тех, кто заказывал в течение 90 дней до его начала. Там, где нет договора, это и значит «потерян»; другое число дней — другой показатель.',
      be: 'Доля пакупнікоў без заказу за 90 дзён да канца перыяду сярод тых, хто заказваў на працягу 90 дзён да яго пачатку. Там, дзе няма дагавора, гэта і значыць «страчаны»; іншая колькасць дзён — іншы паказчык.',
      fi: 'Jaksoa edeltävien 90 päivän aikana tilanneista se osuus, joka ei tilannut jakson loppuun päättyvien 90 päivän aikana. Kun sopimusta ei ole, tätä tarkoitetaan menetyksellä; toinen päivien määrä on toinen luku.'
  unit percent
  better lower
  param inactiveDays: days(90)
  from orders
  where status == 'placed'
  value { lost(customer_key, inactiveDays) / activeBefore(customer_key, inactiveDays) }
  example 'of those who were active; with the new customer in the base it would be 0.3333333333',
      rows: [
        [day: '2026-07-10', customer_key: 'ann', status: 'placed'], [day: '2026-09-01', customer_key: 'bob', status: 'placed'],
        [day: '2026-10-09', customer_key: 'eve', status: 'placed']
      ],
      expect: 0.5, not: 0.3333333333
  example 'nobody was active, no rate', rows: [[day: '2026-10-09', customer_key: 'eve', status: 'placed']], expect: notComputable
}

kpi('customers.retention-by-channel') {
  title en: 'Customer retention rate (by channel of the first order)', ru: 'Удержание покупателей (по каналу первого заказа)', be: 'Утрыманне пакупнікоў (па канале першага заказу)', fi: 'Asiakaspysyvyys (ensimmäisen tilauksen kanavan mukaan)'
  about en: 'Of the customers who had ordered before the period began, the share that ordered again in it, by the channel of their first order ever, whatever brought them back.',
      ru: 'Доля покупателей, заказывавших до начала периода, которые заказали и в нём, по каналу их самого первого заказа, что бы ни вернуло их.',
      be: 'Доля пакупнікоў, якія заказвалі да пачатку перыяду і заказалі ў ім, па канале іх самага першага заказу, што б ні вярнула іх.',
      fi: 'Osuus ennen jaksoa tilanneista asiakkaista, jotka tilasivat jaksolla uudelleen, heidän ensimmäisen tilauksensa kanavan mukaan; paluun kanavalla ei ole väliä.'
  unit percent
  better higher
  from orders
  where status == 'placed'
  history(customer_key) { acquired = first(channel) }
  value { retained(customer_key) / existing(customer_key) }
  by acquired
  example 'by the channel that won them; by the channel of the last order it would be 0',
      rows: [
        [day: '2026-08-01', customer_key: 'ann', status: 'placed', channel: 'Paid Search'], [day: '2026-08-02', customer_key: 'bob', status: 'placed', channel: 'Paid Search'],
        [day: '2026-10-05', customer_key: 'ann', status: 'placed', channel: 'Email']
      ],
      group: [acquired: 'Paid Search'], expect: 0.5, not: 0
  example 'without earlier customers there is no rate', rows: [[customer_key: 'ann', status: 'placed', channel: 'Email']], expect: notComputable
}

kpi('customers.lost') {
  title en: 'Customers lost (contract ended)', ru: 'Потерянные клиенты (договор закончился)', be: 'Страчаныя кліенты (дагавор скончыўся)', fi: 'Menetetyt asiakkaat (sopimus päättyi)'
  about en: 'Customers whose relation ended in the period, by the day of its end, whenever they were won.',
      ru: 'Клиенты, отношения с которыми закончились за период, по дню окончания, когда бы их ни привлекли.',
      be: 'Кліенты, адносіны з якімі скончыліся за перыяд, паводле дня заканчэння, калі б іх ні прыцягнулі.',
      fi: 'Asiakkaat, joiden asiakkuus päättyi jaksolla, päättymispäivän mukaan, hankittiinpa heidät milloin tahansa.'
  unit count
  better lower
  from customers
  dated lost_at
  value { count() }
  by lost_reason, channel
  example 'by the day of the end; by the day of acquisition it would be 1',
      rows: [
        [day: '2025-02-01', customer_key: 'ann', lost_at: '2026-10-05'], [day: '2026-01-01', customer_key: 'bob', lost_at: '2026-10-20'],
        [day: '2026-10-02', customer_key: 'eve', lost_at: '2026-11-20']
      ],
      expect: 2, not: 1
  example 'nothing imported is not zero', rows: [], expect: noData
}

kpi('customers.loss-reasons') {
  title en: 'Customers lost by reason (stated or not)', ru: 'Потерянные клиенты по причинам (в том числе не названным)', be: 'Страчаныя кліенты па прычынах (у тым ліку не названых)', fi: 'Menetetyt asiakkaat syittäin (kirjattu tai ei)'
  about en: 'Customers lost in the period; the table has the reasons with their shares of all lost customers, those without a stated reason among them.',
      ru: 'Клиенты, потерянные за период; в таблице причины с долями от всех потерянных, включая тех, у кого причина не названа.',
      be: 'Кліенты, страчаныя за перыяд; у табліцы прычыны з долямі ад усіх страчаных, разам з тымі, у каго прычына не названа.',
      fi: 'Jaksolla menetetyt asiakkaat; taulukossa ovat syyt ja niiden osuudet kaikista menetetyistä, myös niistä, joiden syytä ei kirjattu.'
  unit count
  better lower
  from customers
  dated lost_at
  value { ranking(lost_reason, count(), 10) }
  example 'all that were lost; with a stated reason alone it would be 2',
      rows: [
        [customer_key: 'ann', lost_at: '2026-10-05', lost_reason: 'price'], [customer_key: 'bob', lost_at: '2026-10-20', lost_reason: 'price'],
        [customer_key: 'eve', lost_at: '2026-10-21', lost_reason: null], [customer_key: 'dan', lost_at: '2026-11-21', lost_reason: 'moved']
      ],
      expect: 3, not: 2
}
