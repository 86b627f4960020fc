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
  example 'a customer counts once, an unknown one never',
      rows: [
        [customer_key: 'ann', status: 'placed'], [customer_key: 'ann', status: 'placed'],
        [customer_key: 'bob', status: 'placed'], [customer_key: 'cyd', status: 'refund'],
        [customer_key: null, status: 'placed']
      ],
      expect: 2
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
      expect: 0.5
  example 'without earlier customers there is no rate',
      rows: [[customer_key: 'ann', status: 'placed']], expect: notComputable
}

kpi('customers.churn-rate') {
  title en: 'Customers without a new order', ru: 'Покупатели без нового заказа', be: 'Пакупнікі без новага заказу', fi: 'Asiakkaat ilman uutta tilausta'
  about en: 'Of the customers who had ordered before the period began, the share that did not order in it: the rest of the retention rate.',
      ru: 'Доля покупателей, заказывавших до начала периода, которые в нём не заказали: остаток до 100 % от удержания.',
      be: 'Доля пакупнікоў, якія заказвалі да пачатку перыяду і не заказалі ў ім: рэшта да 100 % ад утрымання.',
      fi: 'Osuus ennen jakson alkua tilanneista asiakkaista, jotka eivät tilanneet jaksolla: asiakaspysyvyyden loppuosa.'
  unit percent
  better lower
  value { 1 - kpi('customers.retention-rate') }
  example 'the rest of the retention rate',
      orders: [
        [day: '2026-08-01', customer_key: 'ann', status: 'placed'],
        [day: '2026-08-01', customer_key: 'bob', status: 'placed'],
        [day: '2026-08-01', customer_key: 'cyd', status: 'placed'],
        [day: '2026-08-01', customer_key: 'dan', status: 'placed'],
        [day: '2026-10-05', customer_key: 'ann', status: 'placed']
      ],
      expect: 0.75
}

kpi('customers.repeat-purchase-rate') {
  title en: 'Repeat purchase rate', ru: 'Доля повторных покупателей', be: 'Доля паўторных пакупнікоў', fi: 'Uusintaostajien osuus'
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
  example 'customers, not orders; unknown customers are left out',
      rows: [
        [customer_key: 'ann', status: 'placed'], [customer_key: 'ann', status: 'placed'], [customer_key: 'ann', status: 'placed'],
        [customer_key: 'bob', status: 'placed'], [customer_key: 'cyd', status: 'placed'], [customer_key: 'cyd', status: 'refund'],
        [customer_key: 'dan', status: 'placed'], [customer_key: null, status: 'placed'], [customer_key: null, status: 'placed']
      ],
      expect: 0.25
}
