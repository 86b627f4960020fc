/* kpi
