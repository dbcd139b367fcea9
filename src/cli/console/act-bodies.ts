/** What each write asks for, as the API's document says it: the console's forms are drawn from these. */
import type { openApiDocument } from '../../api/docs.ts';

export type ApiDocument = ReturnType<typeof openApiDocument>;

/** The JSON schema of the body of every POST, by its path, with its one-line summary. */
export function actBodies(document: ApiDocument): Record<string, { summary: string; body: object }> {
  return Object.fromEntries(
    Object.entries(document.paths ?? {}).flatMap(([path, { post }]) => {
      const content = post?.requestBody && 'content' in post.requestBody ? post.requestBody.content : {};
      const body = content['application/json']?.schema ?? content['multipart/form-data']?.schema;
      return post === undefined ? [] : [[path, { summary: post.summary ?? '', body: body ?? {} }]];
    }),
  );
}
