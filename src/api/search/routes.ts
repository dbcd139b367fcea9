import { z } from 'zod';
import { searchWords as words } from '../../../templates/zh-CN/search-words.ts';
import { askedWords } from '../../persistence/asked-words.ts';
import { searchDisputes, searchPapers, searchReferrals } from '../../persistence/search.listing.ts';
import { text } from '../fields.ts';
import { searchWords } from '../lists.ts';
import { districtsRead } from '../policies.ts';
import { type AnyRoute, route } from '../route.ts';
import { searchDrafts } from './drafts.ts';
import { presentDispute, presentPaper, presentReferral } from './present.ts';

/** Of each kind: more are read in its list. */
const MOST = 8;

const hit = z.object({
  kind: z.enum(['dispute', 'referral', 'paper', 'draft']),
  id: text,
  /** The case a paper belongs to. */
  case: text.nullable(),
  title: text,
  /** What each word was found in. */
  matched: z.array(z.object({ by: z.enum(Object.keys(words.by)), text, sentence: text })),
});

export const searchRoutes: AnyRoute[] = [
  route({
    method: 'get',
    path: '/search',
    wall: 'dispute.read',
    reads: null,
    tag: '查找',
    summary: '一处查找：案件、移送、文书和自己的草稿，每类列出最符合的几件',
    query: z.strictObject({ q: searchWords }),
    answer: z.object({
      disputes: z.array(hit),
      referrals: z.array(hit),
      papers: z.array(hit),
      drafts: z.array(hit),
    }),
    async handle({ deps, me, query: { q } }) {
      const em = () => deps.orm.em.fork();
      const sought = { words: askedWords(q), districts: districtsRead(me), most: MOST };
      const [disputes, papers, drafts] = await Promise.all([
        searchDisputes(em(), sought),
        searchPapers(em(), sought),
        searchDrafts(em(), me.actor.account, sought),
      ]);
      const referrals = await searchReferrals(
        em(),
        sought,
        disputes.map(({ id }) => id),
      );
      return {
        disputes: disputes.map(presentDispute),
        referrals: referrals.map(presentReferral),
        papers: papers.map(presentPaper),
        drafts,
      };
    },
  }),
];
