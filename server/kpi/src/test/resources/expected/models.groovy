// What a model expects, with what is made of it.

kpi('t.ltv') {
  title en: 'A'
  unit money
  better higher
  from orders
  where status == 'placed' || status == null
  value { expectedValue(customer_key, total, 365) }
  example 'as it is', rows: [
        [day: '2026-01-08', customer_key: 'c11', total: 40], [day: '2026-01-09', customer_key: 'c20', total: 27], [day: '2026-01-11', customer_key: 'c2', total: 18],
        [day: '2026-01-12', customer_key: 'c11', total: 34], [day: '2026-01-16', customer_key: 'c4', total: 18], [day: '2026-01-18', customer_key: 'c32', total: 42],
        [day: '2026-01-20', customer_key: 'c20', total: 42], [day: '2026-01-31', customer_key: 'c2', total: 17], [day: '2026-02-03', customer_key: 'c17', total: 12],
        [day: '2026-02-03', customer_key: 'c27', total: 13], [day: '2026-02-04', customer_key: 'c14', total: 42], [day: '2026-02-11', customer_key: 'c24', total: 8],
        [day: '2026-02-13', customer_key: 'c35', total: 17], [day: '2026-02-22', customer_key: 'c11', total: 17], [day: '2026-02-23', customer_key: 'c36', total: 24],
        [day: '2026-02-23', customer_key: 'c6', total: 23], [day: '2026-02-25', customer_key: 'c8', total: 23], [day: '2026-02-27', customer_key: 'c7', total: 9],
        [day: '2026-02-28', customer_key: 'c20', total: 28], [day: '2026-03-02', customer_key: 'c18', total: 16], [day: '2026-03-03', customer_key: 'c24', total: 10],
        [day: '2026-03-06', customer_key: 'c1', total: 16], [day: '2026-03-10', customer_key: 'c1', total: 28], [day: '2026-03-10', customer_key: 'c24', total: 18],
        [day: '2026-03-10', customer_key: 'c26', total: 16], [day: '2026-03-12', customer_key: 'c9', total: 11], [day: '2026-03-13', customer_key: 'c35', total: 17],
        [day: '2026-03-17', customer_key: 'c9', total: 7], [day: '2026-03-20', customer_key: 'c35', total: 20], [day: '2026-03-23', customer_key: 'c8', total: 22],
        [day: '2026-03-30', customer_key: 'c16', total: 12], [day: '2026-03-30', customer_key: 'c7', total: 21], [day: '2026-03-31', customer_key: 'c11', total: 27],
        [day: '2026-04-03', customer_key: 'c16', total: 24], [day: '2026-04-03', customer_key: 'c20', total: 32], [day: '2026-04-04', customer_key: 'c9', total: 24],
        [day: '2026-04-07', customer_key: 'c29', total: 31], [day: '2026-04-08', customer_key: 'c18', total: 29], [day: '2026-04-08', customer_key: 'c19', total: 13],
        [day: '2026-04-14', customer_key: 'c11', total: 23], [day: '2026-04-14', customer_key: 'c12', total: 15], [day: '2026-04-18', customer_key: 'c25', total: 27],
        [day: '2026-04-23', customer_key: 'c34', total: 48], [day: '2026-04-23', customer_key: 'c9', total: 12], [day: '2026-04-26', customer_key: 'c35', total: 18],
        [day: '2026-05-06', customer_key: 'c3', total: 11], [day: '2026-05-17', customer_key: 'c23', total: 14], [day: '2026-05-20', customer_key: 'c33', total: 10],
        [day: '2026-05-21', customer_key: 'c23', total: 4], [day: '2026-05-23', customer_key: 'c3', total: 11], [day: '2026-05-24', customer_key: 'c24', total: 13],
        [day: '2026-06-03', customer_key: 'c5', total: 51], [day: '2026-06-10', customer_key: 'c20', total: 51], [day: '2026-06-12', customer_key: 'c10', total: 4],
        [day: '2026-06-14', customer_key: 'c15', total: 27], [day: '2026-06-15', customer_key: 'c19', total: 12], [day: '2026-06-16', customer_key: 'c31', total: 12],
        [day: '2026-06-27', customer_key: 'c21', total: 28], [day: '2026-06-28', customer_key: 'c24', total: 8], [day: '2026-07-04', customer_key: 'c22', total: 32],
        [day: '2026-07-05', customer_key: 'c29', total: 26], [day: '2026-07-06', customer_key: 'c20', total: 35], [day: '2026-07-07', customer_key: 'c30', total: 19],
        [day: '2026-07-12', customer_key: 'c28', total: 5], [day: '2026-07-13', customer_key: 'c23', total: 5], [day: '2026-07-15', customer_key: 'c34', total: 29],
        [day: '2026-07-16', customer_key: 'c30', total: 13], [day: '2026-07-22', customer_key: 'c13', total: 26], [day: '2026-07-23', customer_key: 'c34', total: 51],
        [day: '2026-08-04', customer_key: 'c19', total: 28], [day: '2026-08-04', customer_key: 'c35', total: 17], [day: '2026-08-11', customer_key: 'c13', total: 14],
        [day: '2026-08-15', customer_key: 'c5', total: 89], [day: '2026-08-16', customer_key: 'c20', total: 39], [day: '2026-08-17', customer_key: 'c35', total: 29],
        [day: '2026-08-19', customer_key: 'c22', total: 11], [day: '2026-08-24', customer_key: 'c29', total: 54], [day: '2026-08-27', customer_key: 'c30', total: 14],
        [day: '2026-08-28', customer_key: 'c22', total: 17], [day: '2026-09-08', customer_key: 'c34', total: 53], [day: '2026-09-15', customer_key: 'c4', total: 27],
        [day: '2026-09-18', customer_key: 'c19', total: 32], [day: '2026-09-20', customer_key: 'c31', total: 19], [day: '2026-09-27', customer_key: 'c22', total: 17],
        [day: '2026-09-27', customer_key: 'c29', total: 36], [day: '2026-10-03', customer_key: 'c34', total: 21], [day: '2026-10-08', customer_key: 'c29', total: 21],
        [day: '2026-10-10', customer_key: 'c15', total: 33], [day: '2026-10-10', customer_key: 'c34', total: 55], [day: '2026-10-12', customer_key: 'c22', total: 46],
        [day: '2026-10-17', customer_key: 'c29', total: 31], [day: '2026-10-18', customer_key: 'c29', total: 33], [day: '2026-10-24', customer_key: 'c28', total: 9],
        [day: '2026-10-26', customer_key: 'c15', total: 28], [day: '2026-10-26', customer_key: 'c30', total: 19], [day: '2026-10-27', customer_key: 'c22', total: 14],
        [day: '2026-10-27', customer_key: 'c34', total: 52], [day: '2026-10-30', customer_key: 'c5', total: 95]
      ],
      expect: estimated(48.65), not: 67.81
}

kpi('t.ltv-margin') {
  title en: 'A'
  unit money
  better higher
  value { 0.4 * kpi('t.ltv') }
  example 'a part of it', orders: [
        [day: '2026-01-08', customer_key: 'c11', total: 40], [day: '2026-01-09', customer_key: 'c20', total: 27], [day: '2026-01-11', customer_key: 'c2', total: 18],
        [day: '2026-01-12', customer_key: 'c11', total: 34], [day: '2026-01-16', customer_key: 'c4', total: 18], [day: '2026-01-18', customer_key: 'c32', total: 42],
        [day: '2026-01-20', customer_key: 'c20', total: 42], [day: '2026-01-31', customer_key: 'c2', total: 17], [day: '2026-02-03', customer_key: 'c17', total: 12],
        [day: '2026-02-03', customer_key: 'c27', total: 13], [day: '2026-02-04', customer_key: 'c14', total: 42], [day: '2026-02-11', customer_key: 'c24', total: 8],
        [day: '2026-02-13', customer_key: 'c35', total: 17], [day: '2026-02-22', customer_key: 'c11', total: 17], [day: '2026-02-23', customer_key: 'c36', total: 24],
        [day: '2026-02-23', customer_key: 'c6', total: 23], [day: '2026-02-25', customer_key: 'c8', total: 23], [day: '2026-02-27', customer_key: 'c7', total: 9],
        [day: '2026-02-28', customer_key: 'c20', total: 28], [day: '2026-03-02', customer_key: 'c18', total: 16], [day: '2026-03-03', customer_key: 'c24', total: 10],
        [day: '2026-03-06', customer_key: 'c1', total: 16], [day: '2026-03-10', customer_key: 'c1', total: 28], [day: '2026-03-10', customer_key: 'c24', total: 18],
        [day: '2026-03-10', customer_key: 'c26', total: 16], [day: '2026-03-12', customer_key: 'c9', total: 11], [day: '2026-03-13', customer_key: 'c35', total: 17],
        [day: '2026-03-17', customer_key: 'c9', total: 7], [day: '2026-03-20', customer_key: 'c35', total: 20], [day: '2026-03-23', customer_key: 'c8', total: 22],
        [day: '2026-03-30', customer_key: 'c16', total: 12], [day: '2026-03-30', customer_key: 'c7', total: 21], [day: '2026-03-31', customer_key: 'c11', total: 27],
        [day: '2026-04-03', customer_key: 'c16', total: 24], [day: '2026-04-03', customer_key: 'c20', total: 32], [day: '2026-04-04', customer_key: 'c9', total: 24],
        [day: '2026-04-07', customer_key: 'c29', total: 31], [day: '2026-04-08', customer_key: 'c18', total: 29], [day: '2026-04-08', customer_key: 'c19', total: 13],
        [day: '2026-04-14', customer_key: 'c11', total: 23], [day: '2026-04-14', customer_key: 'c12', total: 15], [day: '2026-04-18', customer_key: 'c25', total: 27],
        [day: '2026-04-23', customer_key: 'c34', total: 48], [day: '2026-04-23', customer_key: 'c9', total: 12], [day: '2026-04-26', customer_key: 'c35', total: 18],
        [day: '2026-05-06', customer_key: 'c3', total: 11], [day: '2026-05-17', customer_key: 'c23', total: 14], [day: '2026-05-20', customer_key: 'c33', total: 10],
        [day: '2026-05-21', customer_key: 'c23', total: 4], [day: '2026-05-23', customer_key: 'c3', total: 11], [day: '2026-05-24', customer_key: 'c24', total: 13],
        [day: '2026-06-03', customer_key: 'c5', total: 51], [day: '2026-06-10', customer_key: 'c20', total: 51], [day: '2026-06-12', customer_key: 'c10', total: 4],
        [day: '2026-06-14', customer_key: 'c15', total: 27], [day: '2026-06-15', customer_key: 'c19', total: 12], [day: '2026-06-16', customer_key: 'c31', total: 12],
        [day: '2026-06-27', customer_key: 'c21', total: 28], [day: '2026-06-28', customer_key: 'c24', total: 8], [day: '2026-07-04', customer_key: 'c22', total: 32],
        [day: '2026-07-05', customer_key: 'c29', total: 26], [day: '2026-07-06', customer_key: 'c20', total: 35], [day: '2026-07-07', customer_key: 'c30', total: 19],
        [day: '2026-07-12', customer_key: 'c28', total: 5], [day: '2026-07-13', customer_key: 'c23', total: 5], [day: '2026-07-15', customer_key: 'c34', total: 29],
        [day: '2026-07-16', customer_key: 'c30', total: 13], [day: '2026-07-22', customer_key: 'c13', total: 26], [day: '2026-07-23', customer_key: 'c34', total: 51],
        [day: '2026-08-04', customer_key: 'c19', total: 28], [day: '2026-08-04', customer_key: 'c35', total: 17], [day: '2026-08-11', customer_key: 'c13', total: 14],
        [day: '2026-08-15', customer_key: 'c5', total: 89], [day: '2026-08-16', customer_key: 'c20', total: 39], [day: '2026-08-17', customer_key: 'c35', total: 29],
        [day: '2026-08-19', customer_key: 'c22', total: 11], [day: '2026-08-24', customer_key: 'c29', total: 54], [day: '2026-08-27', customer_key: 'c30', total: 14],
        [day: '2026-08-28', customer_key: 'c22', total: 17], [day: '2026-09-08', customer_key: 'c34', total: 53], [day: '2026-09-15', customer_key: 'c4', total: 27],
        [day: '2026-09-18', customer_key: 'c19', total: 32], [day: '2026-09-20', customer_key: 'c31', total: 19], [day: '2026-09-27', customer_key: 'c22', total: 17],
        [day: '2026-09-27', customer_key: 'c29', total: 36], [day: '2026-10-03', customer_key: 'c34', total: 21], [day: '2026-10-08', customer_key: 'c29', total: 21],
        [day: '2026-10-10', customer_key: 'c15', total: 33], [day: '2026-10-10', customer_key: 'c34', total: 55], [day: '2026-10-12', customer_key: 'c22', total: 46],
        [day: '2026-10-17', customer_key: 'c29', total: 31], [day: '2026-10-18', customer_key: 'c29', total: 33], [day: '2026-10-24', customer_key: 'c28', total: 9],
        [day: '2026-10-26', customer_key: 'c15', total: 28], [day: '2026-10-26', customer_key: 'c30', total: 19], [day: '2026-10-27', customer_key: 'c22', total: 14],
        [day: '2026-10-27', customer_key: 'c34', total: 52], [day: '2026-10-30', customer_key: 'c5', total: 95]
      ],
      expect: estimated(19.46)
  example 'without orders', orders: [], expect: noData
}

kpi('t.cac') {
  title en: 'A'
  unit money
  better lower
  from customers
  value { sum(acquisition_cost) / count() }
  example 'a', rows: [[acquisition_cost: 15], [acquisition_cost: 25]], expect: known(20)
}

kpi('t.ltv-by-cac') {
  title en: 'A'
  unit ratio
  better higher
  value { kpi('t.ltv') / kpi('t.cac') }
  example '48.65 by 20', customers: [[acquisition_cost: 15], [acquisition_cost: 25]], orders: [
        [day: '2026-01-08', customer_key: 'c11', total: 40], [day: '2026-01-09', customer_key: 'c20', total: 27], [day: '2026-01-11', customer_key: 'c2', total: 18],
        [day: '2026-01-12', customer_key: 'c11', total: 34], [day: '2026-01-16', customer_key: 'c4', total: 18], [day: '2026-01-18', customer_key: 'c32', total: 42],
        [day: '2026-01-20', customer_key: 'c20', total: 42], [day: '2026-01-31', customer_key: 'c2', total: 17], [day: '2026-02-03', customer_key: 'c17', total: 12],
        [day: '2026-02-03', customer_key: 'c27', total: 13], [day: '2026-02-04', customer_key: 'c14', total: 42], [day: '2026-02-11', customer_key: 'c24', total: 8],
        [day: '2026-02-13', customer_key: 'c35', total: 17], [day: '2026-02-22', customer_key: 'c11', total: 17], [day: '2026-02-23', customer_key: 'c36', total: 24],
        [day: '2026-02-23', customer_key: 'c6', total: 23], [day: '2026-02-25', customer_key: 'c8', total: 23], [day: '2026-02-27', customer_key: 'c7', total: 9],
        [day: '2026-02-28', customer_key: 'c20', total: 28], [day: '2026-03-02', customer_key: 'c18', total: 16], [day: '2026-03-03', customer_key: 'c24', total: 10],
        [day: '2026-03-06', customer_key: 'c1', total: 16], [day: '2026-03-10', customer_key: 'c1', total: 28], [day: '2026-03-10', customer_key: 'c24', total: 18],
        [day: '2026-03-10', customer_key: 'c26', total: 16], [day: '2026-03-12', customer_key: 'c9', total: 11], [day: '2026-03-13', customer_key: 'c35', total: 17],
        [day: '2026-03-17', customer_key: 'c9', total: 7], [day: '2026-03-20', customer_key: 'c35', total: 20], [day: '2026-03-23', customer_key: 'c8', total: 22],
        [day: '2026-03-30', customer_key: 'c16', total: 12], [day: '2026-03-30', customer_key: 'c7', total: 21], [day: '2026-03-31', customer_key: 'c11', total: 27],
        [day: '2026-04-03', customer_key: 'c16', total: 24], [day: '2026-04-03', customer_key: 'c20', total: 32], [day: '2026-04-04', customer_key: 'c9', total: 24],
        [day: '2026-04-07', customer_key: 'c29', total: 31], [day: '2026-04-08', customer_key: 'c18', total: 29], [day: '2026-04-08', customer_key: 'c19', total: 13],
        [day: '2026-04-14', customer_key: 'c11', total: 23], [day: '2026-04-14', customer_key: 'c12', total: 15], [day: '2026-04-18', customer_key: 'c25', total: 27],
        [day: '2026-04-23', customer_key: 'c34', total: 48], [day: '2026-04-23', customer_key: 'c9', total: 12], [day: '2026-04-26', customer_key: 'c35', total: 18],
        [day: '2026-05-06', customer_key: 'c3', total: 11], [day: '2026-05-17', customer_key: 'c23', total: 14], [day: '2026-05-20', customer_key: 'c33', total: 10],
        [day: '2026-05-21', customer_key: 'c23', total: 4], [day: '2026-05-23', customer_key: 'c3', total: 11], [day: '2026-05-24', customer_key: 'c24', total: 13],
        [day: '2026-06-03', customer_key: 'c5', total: 51], [day: '2026-06-10', customer_key: 'c20', total: 51], [day: '2026-06-12', customer_key: 'c10', total: 4],
        [day: '2026-06-14', customer_key: 'c15', total: 27], [day: '2026-06-15', customer_key: 'c19', total: 12], [day: '2026-06-16', customer_key: 'c31', total: 12],
        [day: '2026-06-27', customer_key: 'c21', total: 28], [day: '2026-06-28', customer_key: 'c24', total: 8], [day: '2026-07-04', customer_key: 'c22', total: 32],
        [day: '2026-07-05', customer_key: 'c29', total: 26], [day: '2026-07-06', customer_key: 'c20', total: 35], [day: '2026-07-07', customer_key: 'c30', total: 19],
        [day: '2026-07-12', customer_key: 'c28', total: 5], [day: '2026-07-13', customer_key: 'c23', total: 5], [day: '2026-07-15', customer_key: 'c34', total: 29],
        [day: '2026-07-16', customer_key: 'c30', total: 13], [day: '2026-07-22', customer_key: 'c13', total: 26], [day: '2026-07-23', customer_key: 'c34', total: 51],
        [day: '2026-08-04', customer_key: 'c19', total: 28], [day: '2026-08-04', customer_key: 'c35', total: 17], [day: '2026-08-11', customer_key: 'c13', total: 14],
        [day: '2026-08-15', customer_key: 'c5', total: 89], [day: '2026-08-16', customer_key: 'c20', total: 39], [day: '2026-08-17', customer_key: 'c35', total: 29],
        [day: '2026-08-19', customer_key: 'c22', total: 11], [day: '2026-08-24', customer_key: 'c29', total: 54], [day: '2026-08-27', customer_key: 'c30', total: 14],
        [day: '2026-08-28', customer_key: 'c22', total: 17], [day: '2026-09-08', customer_key: 'c34', total: 53], [day: '2026-09-15', customer_key: 'c4', total: 27],
        [day: '2026-09-18', customer_key: 'c19', total: 32], [day: '2026-09-20', customer_key: 'c31', total: 19], [day: '2026-09-27', customer_key: 'c22', total: 17],
        [day: '2026-09-27', customer_key: 'c29', total: 36], [day: '2026-10-03', customer_key: 'c34', total: 21], [day: '2026-10-08', customer_key: 'c29', total: 21],
        [day: '2026-10-10', customer_key: 'c15', total: 33], [day: '2026-10-10', customer_key: 'c34', total: 55], [day: '2026-10-12', customer_key: 'c22', total: 46],
        [day: '2026-10-17', customer_key: 'c29', total: 31], [day: '2026-10-18', customer_key: 'c29', total: 33], [day: '2026-10-24', customer_key: 'c28', total: 9],
        [day: '2026-10-26', customer_key: 'c15', total: 28], [day: '2026-10-26', customer_key: 'c30', total: 19], [day: '2026-10-27', customer_key: 'c22', total: 14],
        [day: '2026-10-27', customer_key: 'c34', total: 52], [day: '2026-10-30', customer_key: 'c5', total: 95]
      ],
      expect: estimated(2.43)
  example 'too few came back', customers: [[acquisition_cost: 15], [acquisition_cost: 25]], orders: [[customer_key: 'ann', total: 10]], expect: notComputable
  example 'nothing to divide by', customers: [[acquisition_cost: 0]], orders: [
        [day: '2026-01-08', customer_key: 'c11', total: 40], [day: '2026-01-09', customer_key: 'c20', total: 27], [day: '2026-01-11', customer_key: 'c2', total: 18],
        [day: '2026-01-12', customer_key: 'c11', total: 34], [day: '2026-01-16', customer_key: 'c4', total: 18], [day: '2026-01-18', customer_key: 'c32', total: 42],
        [day: '2026-01-20', customer_key: 'c20', total: 42], [day: '2026-01-31', customer_key: 'c2', total: 17], [day: '2026-02-03', customer_key: 'c17', total: 12],
        [day: '2026-02-03', customer_key: 'c27', total: 13], [day: '2026-02-04', customer_key: 'c14', total: 42], [day: '2026-02-11', customer_key: 'c24', total: 8],
        [day: '2026-02-13', customer_key: 'c35', total: 17], [day: '2026-02-22', customer_key: 'c11', total: 17], [day: '2026-02-23', customer_key: 'c36', total: 24],
        [day: '2026-02-23', customer_key: 'c6', total: 23], [day: '2026-02-25', customer_key: 'c8', total: 23], [day: '2026-02-27', customer_key: 'c7', total: 9],
        [day: '2026-02-28', customer_key: 'c20', total: 28], [day: '2026-03-02', customer_key: 'c18', total: 16], [day: '2026-03-03', customer_key: 'c24', total: 10],
        [day: '2026-03-06', customer_key: 'c1', total: 16], [day: '2026-03-10', customer_key: 'c1', total: 28], [day: '2026-03-10', customer_key: 'c24', total: 18],
        [day: '2026-03-10', customer_key: 'c26', total: 16], [day: '2026-03-12', customer_key: 'c9', total: 11], [day: '2026-03-13', customer_key: 'c35', total: 17],
        [day: '2026-03-17', customer_key: 'c9', total: 7], [day: '2026-03-20', customer_key: 'c35', total: 20], [day: '2026-03-23', customer_key: 'c8', total: 22],
        [day: '2026-03-30', customer_key: 'c16', total: 12], [day: '2026-03-30', customer_key: 'c7', total: 21], [day: '2026-03-31', customer_key: 'c11', total: 27],
        [day: '2026-04-03', customer_key: 'c16', total: 24], [day: '2026-04-03', customer_key: 'c20', total: 32], [day: '2026-04-04', customer_key: 'c9', total: 24],
        [day: '2026-04-07', customer_key: 'c29', total: 31], [day: '2026-04-08', customer_key: 'c18', total: 29], [day: '2026-04-08', customer_key: 'c19', total: 13],
        [day: '2026-04-14', customer_key: 'c11', total: 23], [day: '2026-04-14', customer_key: 'c12', total: 15], [day: '2026-04-18', customer_key: 'c25', total: 27],
        [day: '2026-04-23', customer_key: 'c34', total: 48], [day: '2026-04-23', customer_key: 'c9', total: 12], [day: '2026-04-26', customer_key: 'c35', total: 18],
        [day: '2026-05-06', customer_key: 'c3', total: 11], [day: '2026-05-17', customer_key: 'c23', total: 14], [day: '2026-05-20', customer_key: 'c33', total: 10],
        [day: '2026-05-21', customer_key: 'c23', total: 4], [day: '2026-05-23', customer_key: 'c3', total: 11], [day: '2026-05-24', customer_key: 'c24', total: 13],
        [day: '2026-06-03', customer_key: 'c5', total: 51], [day: '2026-06-10', customer_key: 'c20', total: 51], [day: '2026-06-12', customer_key: 'c10', total: 4],
        [day: '2026-06-14', customer_key: 'c15', total: 27], [day: '2026-06-15', customer_key: 'c19', total: 12], [day: '2026-06-16', customer_key: 'c31', total: 12],
        [day: '2026-06-27', customer_key: 'c21', total: 28], [day: '2026-06-28', customer_key: 'c24', total: 8], [day: '2026-07-04', customer_key: 'c22', total: 32],
        [day: '2026-07-05', customer_key: 'c29', total: 26], [day: '2026-07-06', customer_key: 'c20', total: 35], [day: '2026-07-07', customer_key: 'c30', total: 19],
        [day: '2026-07-12', customer_key: 'c28', total: 5], [day: '2026-07-13', customer_key: 'c23', total: 5], [day: '2026-07-15', customer_key: 'c34', total: 29],
        [day: '2026-07-16', customer_key: 'c30', total: 13], [day: '2026-07-22', customer_key: 'c13', total: 26], [day: '2026-07-23', customer_key: 'c34', total: 51],
        [day: '2026-08-04', customer_key: 'c19', total: 28], [day: '2026-08-04', customer_key: 'c35', total: 17], [day: '2026-08-11', customer_key: 'c13', total: 14],
        [day: '2026-08-15', customer_key: 'c5', total: 89], [day: '2026-08-16', customer_key: 'c20', total: 39], [day: '2026-08-17', customer_key: 'c35', total: 29],
        [day: '2026-08-19', customer_key: 'c22', total: 11], [day: '2026-08-24', customer_key: 'c29', total: 54], [day: '2026-08-27', customer_key: 'c30', total: 14],
        [day: '2026-08-28', customer_key: 'c22', total: 17], [day: '2026-09-08', customer_key: 'c34', total: 53], [day: '2026-09-15', customer_key: 'c4', total: 27],
        [day: '2026-09-18', customer_key: 'c19', total: 32], [day: '2026-09-20', customer_key: 'c31', total: 19], [day: '2026-09-27', customer_key: 'c22', total: 17],
        [day: '2026-09-27', customer_key: 'c29', total: 36], [day: '2026-10-03', customer_key: 'c34', total: 21], [day: '2026-10-08', customer_key: 'c29', total: 21],
        [day: '2026-10-10', customer_key: 'c15', total: 33], [day: '2026-10-10', customer_key: 'c34', total: 55], [day: '2026-10-12', customer_key: 'c22', total: 46],
        [day: '2026-10-17', customer_key: 'c29', total: 31], [day: '2026-10-18', customer_key: 'c29', total: 33], [day: '2026-10-24', customer_key: 'c28', total: 9],
        [day: '2026-10-26', customer_key: 'c15', total: 28], [day: '2026-10-26', customer_key: 'c30', total: 19], [day: '2026-10-27', customer_key: 'c22', total: 14],
        [day: '2026-10-27', customer_key: 'c34', total: 52], [day: '2026-10-30', customer_key: 'c5', total: 95]
      ],
      expect: notComputable
  example 'nobody knows what they cost', customers: [], orders: [
        [day: '2026-01-08', customer_key: 'c11', total: 40], [day: '2026-01-09', customer_key: 'c20', total: 27], [day: '2026-01-11', customer_key: 'c2', total: 18],
        [day: '2026-01-12', customer_key: 'c11', total: 34], [day: '2026-01-16', customer_key: 'c4', total: 18], [day: '2026-01-18', customer_key: 'c32', total: 42],
        [day: '2026-01-20', customer_key: 'c20', total: 42], [day: '2026-01-31', customer_key: 'c2', total: 17], [day: '2026-02-03', customer_key: 'c17', total: 12],
        [day: '2026-02-03', customer_key: 'c27', total: 13], [day: '2026-02-04', customer_key: 'c14', total: 42], [day: '2026-02-11', customer_key: 'c24', total: 8],
        [day: '2026-02-13', customer_key: 'c35', total: 17], [day: '2026-02-22', customer_key: 'c11', total: 17], [day: '2026-02-23', customer_key: 'c36', total: 24],
        [day: '2026-02-23', customer_key: 'c6', total: 23], [day: '2026-02-25', customer_key: 'c8', total: 23], [day: '2026-02-27', customer_key: 'c7', total: 9],
        [day: '2026-02-28', customer_key: 'c20', total: 28], [day: '2026-03-02', customer_key: 'c18', total: 16], [day: '2026-03-03', customer_key: 'c24', total: 10],
        [day: '2026-03-06', customer_key: 'c1', total: 16], [day: '2026-03-10', customer_key: 'c1', total: 28], [day: '2026-03-10', customer_key: 'c24', total: 18],
        [day: '2026-03-10', customer_key: 'c26', total: 16], [day: '2026-03-12', customer_key: 'c9', total: 11], [day: '2026-03-13', customer_key: 'c35', total: 17],
        [day: '2026-03-17', customer_key: 'c9', total: 7], [day: '2026-03-20', customer_key: 'c35', total: 20], [day: '2026-03-23', customer_key: 'c8', total: 22],
        [day: '2026-03-30', customer_key: 'c16', total: 12], [day: '2026-03-30', customer_key: 'c7', total: 21], [day: '2026-03-31', customer_key: 'c11', total: 27],
        [day: '2026-04-03', customer_key: 'c16', total: 24], [day: '2026-04-03', customer_key: 'c20', total: 32], [day: '2026-04-04', customer_key: 'c9', total: 24],
        [day: '2026-04-07', customer_key: 'c29', total: 31], [day: '2026-04-08', customer_key: 'c18', total: 29], [day: '2026-04-08', customer_key: 'c19', total: 13],
        [day: '2026-04-14', customer_key: 'c11', total: 23], [day: '2026-04-14', customer_key: 'c12', total: 15], [day: '2026-04-18', customer_key: 'c25', total: 27],
        [day: '2026-04-23', customer_key: 'c34', total: 48], [day: '2026-04-23', customer_key: 'c9', total: 12], [day: '2026-04-26', customer_key: 'c35', total: 18],
        [day: '2026-05-06', customer_key: 'c3', total: 11], [day: '2026-05-17', customer_key: 'c23', total: 14], [day: '2026-05-20', customer_key: 'c33', total: 10],
        [day: '2026-05-21', customer_key: 'c23', total: 4], [day: '2026-05-23', customer_key: 'c3', total: 11], [day: '2026-05-24', customer_key: 'c24', total: 13],
        [day: '2026-06-03', customer_key: 'c5', total: 51], [day: '2026-06-10', customer_key: 'c20', total: 51], [day: '2026-06-12', customer_key: 'c10', total: 4],
        [day: '2026-06-14', customer_key: 'c15', total: 27], [day: '2026-06-15', customer_key: 'c19', total: 12], [day: '2026-06-16', customer_key: 'c31', total: 12],
        [day: '2026-06-27', customer_key: 'c21', total: 28], [day: '2026-06-28', customer_key: 'c24', total: 8], [day: '2026-07-04', customer_key: 'c22', total: 32],
        [day: '2026-07-05', customer_key: 'c29', total: 26], [day: '2026-07-06', customer_key: 'c20', total: 35], [day: '2026-07-07', customer_key: 'c30', total: 19],
        [day: '2026-07-12', customer_key: 'c28', total: 5], [day: '2026-07-13', customer_key: 'c23', total: 5], [day: '2026-07-15', customer_key: 'c34', total: 29],
        [day: '2026-07-16', customer_key: 'c30', total: 13], [day: '2026-07-22', customer_key: 'c13', total: 26], [day: '2026-07-23', customer_key: 'c34', total: 51],
        [day: '2026-08-04', customer_key: 'c19', total: 28], [day: '2026-08-04', customer_key: 'c35', total: 17], [day: '2026-08-11', customer_key: 'c13', total: 14],
        [day: '2026-08-15', customer_key: 'c5', total: 89], [day: '2026-08-16', customer_key: 'c20', total: 39], [day: '2026-08-17', customer_key: 'c35', total: 29],
        [day: '2026-08-19', customer_key: 'c22', total: 11], [day: '2026-08-24', customer_key: 'c29', total: 54], [day: '2026-08-27', customer_key: 'c30', total: 14],
        [day: '2026-08-28', customer_key: 'c22', total: 17], [day: '2026-09-08', customer_key: 'c34', total: 53], [day: '2026-09-15', customer_key: 'c4', total: 27],
        [day: '2026-09-18', customer_key: 'c19', total: 32], [day: '2026-09-20', customer_key: 'c31', total: 19], [day: '2026-09-27', customer_key: 'c22', total: 17],
        [day: '2026-09-27', customer_key: 'c29', total: 36], [day: '2026-10-03', customer_key: 'c34', total: 21], [day: '2026-10-08', customer_key: 'c29', total: 21],
        [day: '2026-10-10', customer_key: 'c15', total: 33], [day: '2026-10-10', customer_key: 'c34', total: 55], [day: '2026-10-12', customer_key: 'c22', total: 46],
        [day: '2026-10-17', customer_key: 'c29', total: 31], [day: '2026-10-18', customer_key: 'c29', total: 33], [day: '2026-10-24', customer_key: 'c28', total: 9],
        [day: '2026-10-26', customer_key: 'c15', total: 28], [day: '2026-10-26', customer_key: 'c30', total: 19], [day: '2026-10-27', customer_key: 'c22', total: 14],
        [day: '2026-10-27', customer_key: 'c34', total: 52], [day: '2026-10-30', customer_key: 'c5', total: 95]
      ],
      expect: noData
}

kpi('t.ltv-by-cac-of-currencies') {
  title en: 'A'
  unit ratio
  better higher
  value { kpi('t.ltv') / kpi('t.cac') }
  example 'dollars by euros', customers: [[acquisition_cost: 20, currency: 'EUR']], orders: [
        [day: '2026-01-08', customer_key: 'c11', currency: 'USD', total: 40], [day: '2026-01-09', customer_key: 'c20', currency: 'USD', total: 27], [day: '2026-01-11', customer_key: 'c2', currency: 'USD', total: 18],
        [day: '2026-01-12', customer_key: 'c11', currency: 'USD', total: 34], [day: '2026-01-16', customer_key: 'c4', currency: 'USD', total: 18], [day: '2026-01-18', customer_key: 'c32', currency: 'USD', total: 42],
        [day: '2026-01-20', customer_key: 'c20', currency: 'USD', total: 42], [day: '2026-01-31', customer_key: 'c2', currency: 'USD', total: 17], [day: '2026-02-03', customer_key: 'c17', currency: 'USD', total: 12],
        [day: '2026-02-03', customer_key: 'c27', currency: 'USD', total: 13], [day: '2026-02-04', customer_key: 'c14', currency: 'USD', total: 42], [day: '2026-02-11', customer_key: 'c24', currency: 'USD', total: 8],
        [day: '2026-02-13', customer_key: 'c35', currency: 'USD', total: 17], [day: '2026-02-22', customer_key: 'c11', currency: 'USD', total: 17], [day: '2026-02-23', customer_key: 'c36', currency: 'USD', total: 24],
        [day: '2026-02-23', customer_key: 'c6', currency: 'USD', total: 23], [day: '2026-02-25', customer_key: 'c8', currency: 'USD', total: 23], [day: '2026-02-27', customer_key: 'c7', currency: 'USD', total: 9],
        [day: '2026-02-28', customer_key: 'c20', currency: 'USD', total: 28], [day: '2026-03-02', customer_key: 'c18', currency: 'USD', total: 16], [day: '2026-03-03', customer_key: 'c24', currency: 'USD', total: 10],
        [day: '2026-03-06', customer_key: 'c1', currency: 'USD', total: 16], [day: '2026-03-10', customer_key: 'c1', currency: 'USD', total: 28], [day: '2026-03-10', customer_key: 'c24', currency: 'USD', total: 18],
        [day: '2026-03-10', customer_key: 'c26', currency: 'USD', total: 16], [day: '2026-03-12', customer_key: 'c9', currency: 'USD', total: 11], [day: '2026-03-13', customer_key: 'c35', currency: 'USD', total: 17],
        [day: '2026-03-17', customer_key: 'c9', currency: 'USD', total: 7], [day: '2026-03-20', customer_key: 'c35', currency: 'USD', total: 20], [day: '2026-03-23', customer_key: 'c8', currency: 'USD', total: 22],
        [day: '2026-03-30', customer_key: 'c16', currency: 'USD', total: 12], [day: '2026-03-30', customer_key: 'c7', currency: 'USD', total: 21], [day: '2026-03-31', customer_key: 'c11', currency: 'USD', total: 27],
        [day: '2026-04-03', customer_key: 'c16', currency: 'USD', total: 24], [day: '2026-04-03', customer_key: 'c20', currency: 'USD', total: 32], [day: '2026-04-04', customer_key: 'c9', currency: 'USD', total: 24],
        [day: '2026-04-07', customer_key: 'c29', currency: 'USD', total: 31], [day: '2026-04-08', customer_key: 'c18', currency: 'USD', total: 29], [day: '2026-04-08', customer_key: 'c19', currency: 'USD', total: 13],
        [day: '2026-04-14', customer_key: 'c11', currency: 'USD', total: 23], [day: '2026-04-14', customer_key: 'c12', currency: 'USD', total: 15], [day: '2026-04-18', customer_key: 'c25', currency: 'USD', total: 27],
        [day: '2026-04-23', customer_key: 'c34', currency: 'USD', total: 48], [day: '2026-04-23', customer_key: 'c9', currency: 'USD', total: 12], [day: '2026-04-26', customer_key: 'c35', currency: 'USD', total: 18],
        [day: '2026-05-06', customer_key: 'c3', currency: 'USD', total: 11], [day: '2026-05-17', customer_key: 'c23', currency: 'USD', total: 14], [day: '2026-05-20', customer_key: 'c33', currency: 'USD', total: 10],
        [day: '2026-05-21', customer_key: 'c23', currency: 'USD', total: 4], [day: '2026-05-23', customer_key: 'c3', currency: 'USD', total: 11], [day: '2026-05-24', customer_key: 'c24', currency: 'USD', total: 13],
        [day: '2026-06-03', customer_key: 'c5', currency: 'USD', total: 51], [day: '2026-06-10', customer_key: 'c20', currency: 'USD', total: 51], [day: '2026-06-12', customer_key: 'c10', currency: 'USD', total: 4],
        [day: '2026-06-14', customer_key: 'c15', currency: 'USD', total: 27], [day: '2026-06-15', customer_key: 'c19', currency: 'USD', total: 12], [day: '2026-06-16', customer_key: 'c31', currency: 'USD', total: 12],
        [day: '2026-06-27', customer_key: 'c21', currency: 'USD', total: 28], [day: '2026-06-28', customer_key: 'c24', currency: 'USD', total: 8], [day: '2026-07-04', customer_key: 'c22', currency: 'USD', total: 32],
        [day: '2026-07-05', customer_key: 'c29', currency: 'USD', total: 26], [day: '2026-07-06', customer_key: 'c20', currency: 'USD', total: 35], [day: '2026-07-07', customer_key: 'c30', currency: 'USD', total: 19],
        [day: '2026-07-12', customer_key: 'c28', currency: 'USD', total: 5], [day: '2026-07-13', customer_key: 'c23', currency: 'USD', total: 5], [day: '2026-07-15', customer_key: 'c34', currency: 'USD', total: 29],
        [day: '2026-07-16', customer_key: 'c30', currency: 'USD', total: 13], [day: '2026-07-22', customer_key: 'c13', currency: 'USD', total: 26], [day: '2026-07-23', customer_key: 'c34', currency: 'USD', total: 51],
        [day: '2026-08-04', customer_key: 'c19', currency: 'USD', total: 28], [day: '2026-08-04', customer_key: 'c35', currency: 'USD', total: 17], [day: '2026-08-11', customer_key: 'c13', currency: 'USD', total: 14],
        [day: '2026-08-15', customer_key: 'c5', currency: 'USD', total: 89], [day: '2026-08-16', customer_key: 'c20', currency: 'USD', total: 39], [day: '2026-08-17', customer_key: 'c35', currency: 'USD', total: 29],
        [day: '2026-08-19', customer_key: 'c22', currency: 'USD', total: 11], [day: '2026-08-24', customer_key: 'c29', currency: 'USD', total: 54], [day: '2026-08-27', customer_key: 'c30', currency: 'USD', total: 14],
        [day: '2026-08-28', customer_key: 'c22', currency: 'USD', total: 17], [day: '2026-09-08', customer_key: 'c34', currency: 'USD', total: 53], [day: '2026-09-15', customer_key: 'c4', currency: 'USD', total: 27],
        [day: '2026-09-18', customer_key: 'c19', currency: 'USD', total: 32], [day: '2026-09-20', customer_key: 'c31', currency: 'USD', total: 19], [day: '2026-09-27', customer_key: 'c22', currency: 'USD', total: 17],
        [day: '2026-09-27', customer_key: 'c29', currency: 'USD', total: 36], [day: '2026-10-03', customer_key: 'c34', currency: 'USD', total: 21], [day: '2026-10-08', customer_key: 'c29', currency: 'USD', total: 21],
        [day: '2026-10-10', customer_key: 'c15', currency: 'USD', total: 33], [day: '2026-10-10', customer_key: 'c34', currency: 'USD', total: 55], [day: '2026-10-12', customer_key: 'c22', currency: 'USD', total: 46],
        [day: '2026-10-17', customer_key: 'c29', currency: 'USD', total: 31], [day: '2026-10-18', customer_key: 'c29', currency: 'USD', total: 33], [day: '2026-10-24', customer_key: 'c28', currency: 'USD', total: 9],
        [day: '2026-10-26', customer_key: 'c15', currency: 'USD', total: 28], [day: '2026-10-26', customer_key: 'c30', currency: 'USD', total: 19], [day: '2026-10-27', customer_key: 'c22', currency: 'USD', total: 14],
        [day: '2026-10-27', customer_key: 'c34', currency: 'USD', total: 52], [day: '2026-10-30', customer_key: 'c5', currency: 'USD', total: 95]
      ],
      expect: notComputable
  example 'a value is missing', customers: [[acquisition_cost: 20]], orders: [
        [day: '2026-01-08', customer_key: 'c11', total: 40], [day: '2026-01-09', customer_key: 'c20', total: 27], [day: '2026-01-11', customer_key: 'c2', total: 18],
        [day: '2026-01-12', customer_key: 'c11', total: 34], [day: '2026-01-16', customer_key: 'c4', total: 18], [day: '2026-01-18', customer_key: 'c32', total: 42],
        [day: '2026-01-20', customer_key: 'c20', total: 42], [day: '2026-01-31', customer_key: 'c2', total: 17], [day: '2026-02-03', customer_key: 'c17', total: 12],
        [day: '2026-02-03', customer_key: 'c27', total: 13], [day: '2026-02-04', customer_key: 'c14', total: 42], [day: '2026-02-11', customer_key: 'c24', total: 8],
        [day: '2026-02-13', customer_key: 'c35', total: 17], [day: '2026-02-22', customer_key: 'c11', total: 17], [day: '2026-02-23', customer_key: 'c36', total: 24],
        [day: '2026-02-23', customer_key: 'c6', total: 23], [day: '2026-02-25', customer_key: 'c8', total: 23], [day: '2026-02-27', customer_key: 'c7', total: 9],
        [day: '2026-02-28', customer_key: 'c20', total: 28], [day: '2026-03-02', customer_key: 'c18', total: 16], [day: '2026-03-03', customer_key: 'c24', total: 10],
        [day: '2026-03-06', customer_key: 'c1', total: 16], [day: '2026-03-10', customer_key: 'c1', total: 28], [day: '2026-03-10', customer_key: 'c24', total: 18],
        [day: '2026-03-10', customer_key: 'c26', total: 16], [day: '2026-03-12', customer_key: 'c9', total: 11], [day: '2026-03-13', customer_key: 'c35', total: 17],
        [day: '2026-03-17', customer_key: 'c9', total: 7], [day: '2026-03-20', customer_key: 'c35', total: 20], [day: '2026-03-23', customer_key: 'c8', total: 22],
        [day: '2026-03-30', customer_key: 'c16', total: 12], [day: '2026-03-30', customer_key: 'c7', total: 21], [day: '2026-03-31', customer_key: 'c11', total: 27],
        [day: '2026-04-03', customer_key: 'c16', total: 24], [day: '2026-04-03', customer_key: 'c20', total: 32], [day: '2026-04-04', customer_key: 'c9', total: 24],
        [day: '2026-04-07', customer_key: 'c29', total: 31], [day: '2026-04-08', customer_key: 'c18', total: 29], [day: '2026-04-08', customer_key: 'c19', total: 13],
        [day: '2026-04-14', customer_key: 'c11', total: 23], [day: '2026-04-14', customer_key: 'c12', total: 15], [day: '2026-04-18', customer_key: 'c25', total: 27],
        [day: '2026-04-23', customer_key: 'c34', total: 48], [day: '2026-04-23', customer_key: 'c9', total: 12], [day: '2026-04-26', customer_key: 'c35', total: 18],
        [day: '2026-05-06', customer_key: 'c3', total: 11], [day: '2026-05-17', customer_key: 'c23', total: 14], [day: '2026-05-20', customer_key: 'c33', total: 10],
        [day: '2026-05-21', customer_key: 'c23', total: 4], [day: '2026-05-23', customer_key: 'c3', total: 11], [day: '2026-05-24', customer_key: 'c24', total: 13],
        [day: '2026-06-03', customer_key: 'c5', total: 51], [day: '2026-06-10', customer_key: 'c20', total: 51], [day: '2026-06-12', customer_key: 'c10', total: 4],
        [day: '2026-06-14', customer_key: 'c15', total: 27], [day: '2026-06-15', customer_key: 'c19', total: 12], [day: '2026-06-16', customer_key: 'c31', total: 12],
        [day: '2026-06-27', customer_key: 'c21', total: 28], [day: '2026-06-28', customer_key: 'c24', total: 8], [day: '2026-07-04', customer_key: 'c22', total: 32],
        [day: '2026-07-05', customer_key: 'c29', total: 26], [day: '2026-07-06', customer_key: 'c20', total: 35], [day: '2026-07-07', customer_key: 'c30', total: 19],
        [day: '2026-07-12', customer_key: 'c28', total: 5], [day: '2026-07-13', customer_key: 'c23', total: 5], [day: '2026-07-15', customer_key: 'c34', total: 29],
        [day: '2026-07-16', customer_key: 'c30', total: 13], [day: '2026-07-22', customer_key: 'c13', total: 26], [day: '2026-07-23', customer_key: 'c34', total: 51],
        [day: '2026-08-04', customer_key: 'c19', total: 28], [day: '2026-08-04', customer_key: 'c35', total: 17], [day: '2026-08-11', customer_key: 'c13', total: 14],
        [day: '2026-08-15', customer_key: 'c5', total: 89], [day: '2026-08-16', customer_key: 'c20', total: 39], [day: '2026-08-17', customer_key: 'c35', total: 29],
        [day: '2026-08-19', customer_key: 'c22', total: 11], [day: '2026-08-24', customer_key: 'c29', total: 54], [day: '2026-08-27', customer_key: 'c30', total: 14],
        [day: '2026-08-28', customer_key: 'c22', total: 17], [day: '2026-09-08', customer_key: 'c34', total: 53], [day: '2026-09-15', customer_key: 'c4', total: 27],
        [day: '2026-09-18', customer_key: 'c19', total: 32], [day: '2026-09-20', customer_key: 'c31', total: 19], [day: '2026-09-27', customer_key: 'c22', total: 17],
        [day: '2026-09-27', customer_key: 'c29', total: 36], [day: '2026-10-03', customer_key: 'c34', total: 21], [day: '2026-10-08', customer_key: 'c29', total: 21],
        [day: '2026-10-10', customer_key: 'c15', total: 33], [day: '2026-10-10', customer_key: 'c34', total: 55], [day: '2026-10-12', customer_key: 'c22', total: 46],
        [day: '2026-10-17', customer_key: 'c29', total: 31], [day: '2026-10-18', customer_key: 'c29', total: 33], [day: '2026-10-24', customer_key: 'c28', total: 9],
        [day: '2026-10-26', customer_key: 'c15', total: 28], [day: '2026-10-26', customer_key: 'c30', total: 19], [day: '2026-10-27', customer_key: 'c22', total: 14],
        [day: '2026-10-27', customer_key: 'c34', total: 52], [day: '2026-10-30', customer_key: 'c5', total: 95], [customer_key: 'ann', total: null]],
      expect: estimated(2.43)
}
