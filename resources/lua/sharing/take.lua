-- Hands a secret out, once: existence, restrictions, passphrase, removal and the mark that it was taken in one step. All times
-- are milliseconds.
--
-- KEYS: the secret, its data, where the data goes that is handed out, the waiting ones by when they expire.
-- ARGV: identifier, who takes it (a number that nobody else uses), now, how long the mark is kept, the visitor's address as 128
-- digits 0 and 1, as text, country, autonomous system (empty: not known), hash of the passphrase's hash (empty: none), how many
-- wrong ones there may be, how long it is locked then (0: it is destroyed), 1 to look only, largest data to answer with, how
-- long what is handed out can be given back.
-- Returns what happened; with "handed" when it was made, its size and, unless too large, its data.
local secret, data, handed, waiting = unpack(KEYS)
local id, attempt, now, remembered, bits, address, country, asn, passphrase, attempts, lock, look, inline, returnable = unpack(ARGV)
now, attempts, lock = tonumber(now), tonumber(attempts), tonumber(lock)

local state, created, expires, restrictions, wanted, receipt, locked = unpack(redis.call('HMGET', secret,
    'state', 'created', 'expires', 'restrictions', 'passphrase', 'receipt', 'locked'))
if not state or (state == 'waiting' and tonumber(expires) <= now) then return {'unknown'} end
if state ~= 'waiting' then return {'gone'} end

-- No list restricts nothing.
local function holds(list, matches)
    for _, item in ipairs(list) do
        if matches(item) then return true end
    end
    return #list == 0
end

if restrictions then
    local allowed = cjson.decode(restrictions)
    local permitted = holds(allowed.networks, function(network) return bits:sub(1, #network) == network end)
        and holds(allowed.countries, function(code) return code == country end)
        and holds(allowed.asns, function(number) return number == asn end)
    if not permitted then return {'denied'} end
end
if look == '1' then return {'there'} end

if wanted then
    if locked and tonumber(locked) > now then return {'locked', tonumber(locked) - now} end
    if passphrase == '' then return {'missing'} end
    if passphrase ~= wanted then
        local failed = redis.call('HINCRBY', secret, 'failed', 1)
        if failed < attempts then return {'wrong', failed, 'waiting'} end
        if lock > 0 then
            redis.call('HSET', secret, 'locked', string.format('%.0f', now + lock))
            return {'wrong', failed, 'locked'}
        end
        redis.call('UNLINK', data)
        redis.call('HSET', secret, 'state', 'destroyed', 'ended', ARGV[3])
        redis.call('HDEL', secret, 'restrictions', 'passphrase')
        redis.call('PEXPIRE', secret, remembered)
        redis.call('ZREM', waiting, id)
        return {'wrong', failed, 'destroyed'}
    end
end

local size = redis.call('STRLEN', data)
if size == 0 then return {'unknown'} end -- it expired by Redis's clock, or Redis gave it up
redis.call('RENAME', data, handed)
redis.call('PEXPIRE', handed, returnable)
redis.call('HSET', secret, 'state', 'taken', 'ended', ARGV[3], 'attempt', attempt)
if receipt then redis.call('HSET', secret, 'address', address, 'country', country, 'asn', asn) end
redis.call('PEXPIRE', secret, remembered)
redis.call('ZREM', waiting, id)
return {'handed', created, size, size <= tonumber(inline) and redis.call('GET', handed)}
