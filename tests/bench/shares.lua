-- Sends secrets of 1 KiB and takes them, in turn, for wrk. A secret that was sent is taken next by whichever connection is free.
local data = string.rep("QUJD", 512 * 2 / 3)
local headers = { ["Content-Type"] = "application/json" }
local creation
local waiting = {}

function init() -- before it wrk does not know the Host
    creation = wrk.format("POST", "/api/v1/secret", headers, '{"data":"' .. data .. '","expires_in":3600}')
end

function request()
    local id = table.remove(waiting)
    return id and wrk.format("GET", "/api/v1/secret/" .. id) or creation
end

function response(_, _, body)
    local id = body:match('"id":"(%w+)"')
    if id then waiting[#waiting + 1] = id end
end
