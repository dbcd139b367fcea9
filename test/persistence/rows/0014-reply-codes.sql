-- more
update "referral" set "reply_code_hash" = repeat('cd', 32) where "id" = (select "id" from "referral" where "channel" is null order by "id" limit 1);
