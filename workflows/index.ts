export { mediateDispute } from './mediate-dispute.ts';
export { referCase } from './refer-case.ts';
