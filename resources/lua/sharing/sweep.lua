-- Takes those that have expired off the list of what waits. Their data has ended by itself.
--
-- KEYS: the waiting ones by when they expire. ARGV: now, in milliseconds, and how many at most.
-- Returns how many go on waiting, then the identifiers.
local due = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', ARGV[1], 'LIMIT', 0, ARGV[2])
if #due > 0 then redis.call('ZREM', KEYS[1], unpack(due)) end
return {redis.call('ZCARD', KEYS[1]), due}
