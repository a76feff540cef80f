-- Undoes a take or a collection whose outcome reached nobody, unless it was done by somebody else or never.
--
-- KEYS: the record, its data, where the data went that was handed out and, of a secret, the waiting ones by when they expire.
-- ARGV: identifier, who took it, now, the state that the record had, how much longer than the data a secret with a receipt is
-- remembered; times in milliseconds.
local record, data, handed, waiting = unpack(KEYS)
local attempt, expires, receipt = unpack(redis.call('HMGET', record, 'attempt', 'expires', 'receipt'))
if attempt ~= ARGV[2] or redis.call('EXISTS', handed) == 0 then return 0 end
local left = math.max(tonumber(expires) - tonumber(ARGV[3]), 1)
redis.call('RENAME', handed, data)
redis.call('PEXPIRE', data, left)
redis.call('HSET', record, 'state', ARGV[4])
redis.call('HDEL', record, 'attempt', 'ended', 'address', 'country', 'asn')
redis.call('PEXPIRE', record, left + (receipt and tonumber(ARGV[5]) or 0))
if waiting then redis.call('ZADD', waiting, expires, ARGV[1]) end
return 1
