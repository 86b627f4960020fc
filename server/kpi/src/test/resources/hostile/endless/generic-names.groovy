kpi('a.b') {
  title en: 'A'
  unit count
  better higher
  from orders
  value { A<B<C<D<E<F<G<H<I<J<K> a }
}
