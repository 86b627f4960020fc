kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
kpi('a.b') {
 a.b
}
