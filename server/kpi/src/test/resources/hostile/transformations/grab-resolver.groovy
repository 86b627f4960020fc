@GrabResolver(name='x', root='http://localhost:1/')
kpi('a.b') { }
