-- Asks Gatehouse whether the request of this transaction may pass: `http-request lua.gatehouse URL`. Sets txn.gatehouse_status
-- to the status of the answer, 0 when none came, txn.gatehouse_retry, and on 200 the identity headers of the request.
local asked = { "authorization", "cookie", "host", "x-forwarded-for", "x-forwarded-proto", "x-request-id", "traceparent" }
local told = { "x-auth-user", "x-auth-role", "x-auth-subject", "x-auth-scopes", "x-auth-service" }

local function first(headers, name)
    local values = headers and headers[name]
    if not values then return nil end
    return values[0] or values[1]
end

core.register_action("gatehouse", { "http-req" }, function(txn, url)
    local headers = {}
    local own = txn.http:req_get_headers()
    for _, name in ipairs(asked) do
        local value = first(own, name)
        if value then headers[name] = { value } end
    end
    local answer = core.httpclient():get({ url = url, headers = headers, timeout = 5000 })
    local status = answer and answer.status or 0
    txn:set_var("txn.gatehouse_status", status)
    txn:set_var("txn.gatehouse_retry", answer and first(answer.headers, "retry-after") or "1")
    if status == 200 then
        for _, name in ipairs(told) do
            txn.http:req_set_header(name, first(answer.headers, name) or "")
        end
    end
end, 1)
