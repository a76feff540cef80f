-- Hands an answer out, once.
--
-- KEYS: the request, its answer, where the answer goes that is handed out.
-- ARGV: now, hash of the token it is collected with, who collects it (a number that nobody else uses), largest data to answer
-- with, how long what is handed out can be given back; times in milliseconds.
-- Returns what happened; with "handed" the size and, unless too large, the data.
local state, expires, token = unpack(redis.call('HMGET', KEYS[1], 'state', 'expires', 'token'))
if not state or tonumber(expires) <= tonumber(ARGV[1]) or token ~= ARGV[2] or state == 'open' then return {'unknown'} end
if state == 'collected' then return {'gone'} end
local size = redis.call('STRLEN', KEYS[2])
if size == 0 then return {'unknown'} end
redis.call('RENAME', KEYS[2], KEYS[3])
redis.call('PEXPIRE', KEYS[3], ARGV[5])
redis.call('HSET', KEYS[1], 'state', 'collected', 'attempt', ARGV[3])
return {'handed', size, size <= tonumber(ARGV[4]) and redis.call('GET', KEYS[3])}
