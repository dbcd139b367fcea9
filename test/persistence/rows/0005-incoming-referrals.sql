-- more
update "referral" set "channel" = 'court', "other_number" = '（2026）豫1303诉前调1号（示例）', "brought" = '{}', "child_id" = (select id from "dispute" where receipt_number = '2026-000001');
