/** Every migration in the order it is run; append only. */
import { FirstLine } from './0001-first-line.ts';
import { LawRoom } from './0002-law-room.ts';
import { Centres } from './0003-centres.ts';
import { EvidenceAndDrafts } from './0004-evidence.ts';
import { IncomingReferrals } from './0005-incoming-referrals.ts';
import { DisputeWhole } from './0006-dispute-whole.ts';
import { Imports } from './0007-imports.ts';
import { Keys } from './0008-keys.ts';
import { OnRecord } from './0009-on-record.ts';
import { SignInWhole } from './0010-sign-in.ts';
import { Search } from './0011-search.ts';
import { Walls } from './0012-walls.ts';
import { ReplyCodes } from './0014-reply-codes.ts';
import { PartyAccess } from './0016-party-access.ts';
import { ViewsAndJobs } from './0018-views-and-jobs.ts';
import { CityRegister } from './0019-city-register.ts';

export const migrations = [
  { name: '0001-first-line', class: FirstLine },
  { name: '0002-law-room', class: LawRoom },
  { name: '0003-centres', class: Centres },
  { name: '0004-evidence', class: EvidenceAndDrafts },
  { name: '0005-incoming-referrals', class: IncomingReferrals },
  { name: '0006-dispute-whole', class: DisputeWhole },
  { name: '0007-imports', class: Imports },
  { name: '0008-keys', class: Keys },
  { name: '0009-on-record', class: OnRecord },
  { name: '0010-sign-in', class: SignInWhole },
  { name: '0011-search', class: Search },
  { name: '0012-walls', class: Walls },
  { name: '0014-reply-codes', class: ReplyCodes },
  { name: '0016-party-access', class: PartyAccess },
  { name: '0018-views-and-jobs', class: ViewsAndJobs },
  { name: '0019-city-register', class: CityRegister },
];
