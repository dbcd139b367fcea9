-- more
insert into "saved_view" ("id", "owner", "page", "name", "query", "place", "at") select '00000000-0000-4000-8000-0000000000f1', id::text, '/disputes', '我的超期（示例）', 'due=overdue', 1, '2026-11-20 08:00:00+00' from "account" where "login" = 'clerk';
insert into "job" ("id", "owner", "kind", "about", "at") select '00000000-0000-4000-8000-0000000000f2', id::text, 'move-pack', 'nanyang-2027.1', '2026-11-20 08:00:00+00' from "account" where "login" = 'manager';
update "command" set "job_id" = '00000000-0000-4000-8000-0000000000f2' where "id" = (select "id" from "command" order by "created_at", "id" limit 1);
