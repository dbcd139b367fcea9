/** Who of the demo's people acts. */

import type { DisputeState } from '../../domain/dispute/state.ts';
import type { AccountId, BodyId, DistrictCode } from '../../domain/ids.ts';
import { isIncoming, keeperOf, type ReferralState, senderOf } from '../../domain/referral/state.ts';
import type { Actor, Role } from '../../domain/role.ts';
import { CITY } from '../../persistence/seeds/nanyang.ts';
import type { DemoLogin } from '../../persistence/seeds/plant.ts';
import type { Who } from './course.ts';

export class PeopleAtWork {
  readonly #logins: readonly DemoLogin[];
  constructor(logins: readonly DemoLogin[]) {
    this.#logins = logins;
  }

  /** Who takes a case in: the window, or the mediator where there is none. */
  window(district: DistrictCode): Actor {
    return this.#in('intake-clerk', district) ?? this.#in('mediator', district)!;
  }

  manager(district: DistrictCode): Actor {
    return this.#in('manager', district) ?? this.#in('manager', CITY as DistrictCode)!;
  }

  /** Null: the body has no officer among us. */
  officerOf(body: BodyId): Actor | null {
    return this.#find((one) => one.role === 'liaison' && one.body === body);
  }

  /** Null: nobody to do it, as where a body without an officer would say that it begins to work. */
  who(by: Who, kind: string, state: DisputeState | ReferralState): Actor | null {
    if (by === 'manager') return this.manager(state.district);
    if (by === 'clerk') return this.window(state.district);
    if (state.story === 'dispute') return this.account(state.owner ?? state.openedBy);
    if (by === 'sender') return this.account(senderOf(state));
    if (isIncoming(state)) return this.account(keeperOf(state));
    return this.officerOf(state.toBody) ?? (kind === 'start-work' ? null : this.manager(state.district));
  }

  account(id: AccountId): Actor {
    const found = this.#find(({ account }) => account === id);
    if (found === null) throw new Error(`no demo account is ${id}`);
    return found;
  }

  #in(role: Role, district: DistrictCode): Actor | null {
    return this.#find((one) => one.role === role && one.district === district);
  }

  #find(isOne: (login: DemoLogin) => boolean): Actor | null {
    const login = this.#logins.find(isOne);
    if (login === undefined) return null;
    const { account, role, district, body } = login;
    return { account, roles: [role], district: district as DistrictCode, body: body as BodyId };
  }
}
