import type { Answer } from '../api.ts';

type Found = Answer<'/api/search'>;
type Hit = Found['disputes'][number];

const groups = [
  ['disputes', '劳动争议'],
  ['referrals', '移送'],
  ['papers', '文书'],
  ['drafts', '草稿'],
] as const;

/** What was found, a heading before each kind; the value of a line is where it leads. */
export const hitsOf = (found: Found) =>
  groups.flatMap(([name, label]) => {
    const hits: readonly Hit[] = found[name];
    return headed(
      label,
      hits.map((hit) => ({
        value: placeOf(hit),
        key: `${hit.kind}/${hit.id}`,
        label: [hit.title, ...hit.matched.map(({ sentence }) => sentence)].join('　'),
      })),
    );
  });

/** A heading is a line nobody can choose: the library's own groups give options attributes their role does not know. */
export const headed = <T extends object>(heading: string, lines: readonly T[]) =>
  lines.length === 0
    ? []
    : [{ value: heading, label: heading, disabled: true, className: 'search-heading' }, ...lines];

const placeOf = ({ kind, id, case: of }: Hit): string =>
  kind === 'referral'
    ? `/referrals/${id}`
    : kind === 'draft'
      ? `/intake?draft=${id}`
      : kind === 'paper'
        ? `/disputes/${of}#papers`
        : `/disputes/${id}`;
