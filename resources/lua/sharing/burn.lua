-- Ends a secret before anybody has taken it.
--
-- KEYS: the secret, its data, the waiting ones by when they expire.
-- ARGV: identifier, hash of the receipt token, now, how long the mark is kept; times in milliseconds.
local state, expires, receipt = unpack(redis.call('HMGET', KEYS[1], 'state', 'expires', 'receipt'))
if not receipt or receipt ~= ARGV[2] then return 'unknown' end
if state ~= 'waiting' or tonumber(expires) <= tonumber(ARGV[3]) then return 'gone' end
redis.call('UNLINK', KEYS[2])
redis.call('HSET', KEYS[1], 'state', 'burned', 'ended', ARGV[3])
redis.call('HDEL', KEYS[1], 'restrictions', 'passphrase')
redis.call('PEXPIRE', KEYS[1], ARGV[4])
redis.call('ZREM', KEYS[3], ARGV[1])
return 'burned'
