// Usage: server.mjs PORT REDIS_URL ANSWER_FILE
// Verifies the same token and counts the same caller in the same Redis, one round trip each, and answers the same bytes.
// The token's secret comes in JWT_SECRET.
import fs from 'node:fs';
import fastify from 'fastify';
import jwt from '@fastify/jwt';
import rateLimit from '@fastify/rate-limit';
import Redis from 'ioredis';

const [port, redisUrl, answerFile] = process.argv.slice(2);
const [head, ...rest] = fs.readFileSync(answerFile, 'utf8').split('\r\n\r\n');
const body = rest.join('\r\n\r\n');
const fields = Object.fromEntries(
  head
    .split('\r\n')
    .slice(1)
    .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()])
    .filter(([name]) => !/^(content-length|date|x-ratelimit-.*|ratelimit.*)$/i.test(name)),
);

const server = fastify({ logger: false });
await server.register(jwt, {
  secret: process.env.JWT_SECRET,
  verify: { algorithms: ['HS256'], allowedIss: 'gatehouse', allowedAud: 'gatehouse' },
});
await server.register(rateLimit, {
  max: 1_000_000_000,
  timeWindow: '1 minute',
  redis: new Redis(redisUrl, { enableAutoPipelining: true }),
  nameSpace: 'node-rival:',
});
server.get('/auth/verify', async (request, reply) => {
  await request.jwtVerify();
  reply.headers(fields);
  return body;
});
await server.listen({ port: Number(port), host: '127.0.0.1' });
