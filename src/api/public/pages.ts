/** Every public page there is. */

import { followPages } from '../follow/pages.ts';
import { checkPage } from '../paper/check-page.ts';
import { privacyPage } from '../privacy/privacy-page.ts';
import { replyPages } from '../reply/pages.ts';
import type { PublicPage } from './page.ts';

export const publicPages: readonly PublicPage[] = [checkPage, privacyPage, ...replyPages, ...followPages];
