-- more
-- Names and numbers that are there have got their keys with the migration; one has come since.
update "party" set "name" = '贾示例', "searched" = E'贾示例\n=贾示例\njia shi li', "search" = '{贾,贾示,示,示例,例,j,ji,ia,js,is,as,s,sh,hi,sl,hl,il,l,li}' where "id" = (select "id" from "party" where "side" = 'worker' order by "no", "id" limit 1);
