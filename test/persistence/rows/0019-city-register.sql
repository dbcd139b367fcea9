-- more
update "body" set "closed_on" = '2026-11-20' where "id" = 'justice-411330';
insert into "city_event" ("thing", "id", "no", "kind", "district", "by", "at", "changes", "command_id", "fingerprint") select 'body', 'justice-411330', 1, 'changed', '411330', a.id::text, '2026-11-20 08:00:00+00', '{"closedOn": {"from": null, "to": "2026-11-20"}}', 'city-register-as-it-was', 'x' from "account" a where a.login = 'admin';
