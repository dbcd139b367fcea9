import type { Day } from '../domain/day.ts';

/** 授权委托书 of a party to an agent, or 推选代表人书 of a group of workers. */
export type AuthorityLetterFacts = {
  /** The body before which the agent or the representatives act, e.g. the mediation body. */
  to: string;
  cause: string;
  /** The other side, in short. */
  otherSide: string;
  /** The powers one by one, e.g. 代为承认、放弃、变更调解请求; a special authority and an election must spell them out. */
  powers: readonly string[];
  /** First and last day; without a last day it holds until the mediation ends. */
  from?: Day;
  until?: Day;
} & (AgentLetter | ElectionLetter);

type AgentLetter = {
  form: 'agent';
  principal: {
    side: 'worker' | 'employer';
    name: string;
    idNumber?: string;
    creditCode?: string;
    address?: string;
    phone?: string;
    /** Of an employer: 法定代表人 or 负责人, and which. */
    representative?: string;
    representativeTitle?: string;
  };
  agent: { name: string; idNumber?: string; occupation: string; phone: string };
  /** 一般授权 or 特别授权: only the latter settles. */
  authority: 'general' | 'special';
};

/** Every member signs in the list; representatives are members too. */
type ElectionLetter = {
  form: 'election';
  members: readonly { name: string; idNumber?: string }[];
  representatives: readonly { name: string; idNumber?: string; phone: string }[];
};
