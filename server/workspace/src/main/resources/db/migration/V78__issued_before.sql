-- What was issued before runs had a life: who gets such a period again is told of a correction.
insert into run_step (id, run_id, kind, by_whom, at, note)
select done.id, done.run_id, 'issued', null, done.rendered_at, ''
from occurrence done
where done.rendered_at is not null
  and exists (select 1 from report_run run where run.id = done.run_id)
  and not exists
    (select 1 from run_step step where step.run_id = done.run_id and step.kind = 'issued');

update report_run
set schedule_id = (select max(done.schedule_id) from occurrence done where done.run_id = report_run.id)
where schedule_id is null
  and exists (select 1 from occurrence done where done.run_id = report_run.id);
