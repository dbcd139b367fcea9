-- more
-- The names and numbers that are there have got their keys with the migration; an agent who came since is found, too.
update "party" set "agent" = '{"name": "贾示例", "occupation": "律师", "scope": "general"}', "searched" = "name" || E'\n贾示例\n=贾示例\njia shi li', "search" = '{贾,贾示,示,示例,例,j,ji,ia,js,is,as,s,sh,hi,sl,hl,il,l,li}' where "id" = (select "id" from "party" order by "no", "id" limit 1);
