-- Stores a secret. All times are milliseconds, since 1970 where they are no lengths.
--
-- KEYS: the secret, its data, the waiting ones by when they expire.
-- ARGV: its identifier, the data, how long it waits, how long it is remembered, when it expires, then names and values of what
-- else is kept of it.
redis.call('SET', KEYS[2], ARGV[2], 'PX', ARGV[3])
redis.call('HSET', KEYS[1], 'state', 'waiting', 'expires', ARGV[5], unpack(ARGV, 6))
redis.call('PEXPIRE', KEYS[1], ARGV[4])
redis.call('ZADD', KEYS[3], ARGV[5], ARGV[1])
return 'stored'
