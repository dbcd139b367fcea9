-- more
update "dispute" set "external_number" = '台账2026-17', "elements" = '{"worker": {"nationality": "中国"}}', "archived_on" = null;
update "dispute" set "archived_on" = '2026-11-20' where "closed_on" is not null;
update "party" set "kind" = 'employee', "details" = '{"nationality": "中国"}', "agent" = '{"name": "吴示例", "occupation": "律师", "phone": "13800000009", "scope": "special"}' where "side" = 'worker';
update "claim" set "party_id" = (select p.id from "party" p where p.dispute_id = "claim".dispute_id and p.side = 'worker' order by p.no limit 1), "from_day" = '2025-10-01', "until_day" = '2025-12-31';
