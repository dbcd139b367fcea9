import type { Signatory } from './facts.ts';

/** 送达地址确认书: one of each party. */
export type ServiceAddressFacts = {
  /** The body it is handed to, e.g. the mediation body or the arbitration commission. */
  to: string;
  cause: string;
  caseNumber?: string;
  party: { side: 'worker' | 'employer'; name: string; idNumber?: string; creditCode?: string };
  /** The other side, in short. */
  otherSide: string;
  address: string;
  recipient: string;
  phone: string;
  postcode?: string;
  /** Absent where the party has not said: the boxes are then ticked by hand. */
  electronic?: { agreed: false } | { agreed: true; ways: readonly ElectronicWay[] };
  signatory: Signatory;
};

/** `to` the number or address, e.g. 13800000000. */
export type ElectronicWay = { way: 'sms' | 'wechat' | 'fax' | 'email' | 'other'; to: string };
