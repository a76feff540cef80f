-- Charges one request to all of its policies or to none: the generic cell rate algorithm of server/limits/gcra.h, by
-- Redis's own clock. All times are whole microseconds, far below where Lua's numbers stop being exact (2^53).
--
-- KEYS: for each charge, where its theoretical arrival time is kept.
-- ARGV: for each charge, 17 bytes: its emission interval and its tolerance, little-endian, and 1 if it is in shadow mode, else 0.
-- Returns 1 if the request passes, else 0; then for each charge how far ahead of its rate the caller is, and 1 if that
-- charge is refused, else 0.
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local arrivals = redis.call('MGET', unpack(KEYS))

local passes = true
local ahead, refused, intervals = {}, {}, {}
for i = 1, #KEYS do
    local interval, tolerance, shadow = struct.unpack('<i8i8B', ARGV[i])
    intervals[i] = interval
    ahead[i] = math.max((tonumber(arrivals[i] or 0) or 0) - now, 0)
    refused[i] = ahead[i] > tolerance
    passes = passes and (not refused[i] or shadow == 1)
end

local reply = {passes and 1 or 0}
for i = 1, #KEYS do
    if passes and not refused[i] then
        ahead[i] = ahead[i] + intervals[i]
        -- It expires when it would mean nothing any more.
        -- Redis counts from the millisecond that has begun: without one more the key would be gone before its time.
        redis.call('SET', KEYS[i], string.format('%.0f', now + ahead[i]), 'PX', math.ceil(ahead[i] / 1000) + 1)
    end
    reply[2 * i] = ahead[i]
    reply[2 * i + 1] = refused[i] and 1 or 0
end
return reply
