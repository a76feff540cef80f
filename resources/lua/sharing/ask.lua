-- Stores a request for a secret. KEYS: the request. ARGV: how long it lives in milliseconds, then names and values.
redis.call('HSET', KEYS[1], 'state', 'open', unpack(ARGV, 2))
redis.call('PEXPIRE', KEYS[1], ARGV[1])
return 'stored'
