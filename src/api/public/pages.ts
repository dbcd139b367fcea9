/** Every public page there is. */

import { applyPages } from '../apply/pages.ts';
import { followPages } from '../follow/pages.ts';
import { checkPages } from '../paper/check-page.ts';
import { privacyPage } from '../privacy/privacy-page.ts';
import { replyPages } from '../reply/pages.ts';
import { homePage } from './home-page.ts';
import type { PublicPage } from './page.ts';

export const publicPages: readonly PublicPage[] = [
  homePage,
  ...checkPages,
  privacyPage,
  ...replyPages,
  ...followPages,
  ...applyPages,
];
