# The program with an outside PostgreSQL; the embedded one is for machines without containers.

FROM node:26-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
# The platform's compiler is an optional package of the compiler's own.
RUN npm ci --include=dev --no-audit --no-fund
COPY . .
RUN node scripts/build.mjs

FROM node:26-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
# Neither Node nor PostgreSQL as packages: the one is in the image, the other beside it.
RUN npm ci --omit=dev --omit=optional --no-audit --no-fund

FROM node:26-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000 DATA_DIR=/var/lib/paceline
WORKDIR /app
COPY package.json LICENSE ./
COPY --from=packages /app/node_modules node_modules
COPY --from=build /app/dist dist
RUN install -d -o node -g node -m 700 /var/lib/paceline
USER node
EXPOSE 4000
VOLUME /var/lib/paceline
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--max-semi-space-size=64", "dist/main.js"]
