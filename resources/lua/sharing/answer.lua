-- Answers a request, once. KEYS: the request, its answer. ARGV: now, in milliseconds, and the answer.
local state, expires, largest = unpack(redis.call('HMGET', KEYS[1], 'state', 'expires', 'largest'))
local left = state and tonumber(expires) - tonumber(ARGV[1]) or 0
if left <= 0 then return 'unknown' end
if state ~= 'open' then return 'gone' end
if #ARGV[2] > tonumber(largest) then return 'large' end
redis.call('SET', KEYS[2], ARGV[2], 'PX', left)
redis.call('HSET', KEYS[1], 'state', 'answered')
return 'answered'
