-- more
insert into "data_key" ("owner", "master", "wrapped", "created_at", "destroyed_at") values ('0f0f0f0f-0000-4000-8000-000000000000', 'm-test', null, '2026-01-05 02:00:00+00', '2026-03-02 02:00:00+00');
