"""A server that speaks the contract of one-time secrets from memory, to look at the pages without building anything. The tests of the
whole run against the real one."""

import http.server
import json
import os
import re
import secrets
import threading
import time
from datetime import datetime, timezone

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../../ui/web")
POLICY = ("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; "
          "manifest-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'; "
          "require-trusted-types-for 'script'; trusted-types 'none'")
TYPES = {"js": "text/javascript", "css": "text/css", "svg": "image/svg+xml", "json": "application/manifest+json", "txt": "text/plain"}
PAGES = re.compile(r"^/(create|get|share|request|receipt|one-time-token|s/[^/]+|r/[^/]+)?$")
WRITTEN = {"/impressum": "<h1>Legal notice</h1><p>Example Ltd, 1 Example Street</p>", "/privacy": "<h1>Privacy</h1><p>Nothing is kept.</p>"}


def moment(seconds):
    return datetime.fromtimestamp(seconds, timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z")


class StandIn(http.server.ThreadingHTTPServer):
    """`config` is served as /config.json; what it says of limits is enforced."""

    daemon_threads = True

    def __init__(self, **config):
        super().__init__(("127.0.0.1", 0), Handler)
        self.config = {"showTokenInput": False, "limits": {"anonymous_upload_size": 10 << 20, "upload_size": 10 << 20,
                       "max_ttl_seconds": 604800, "default_ttl_seconds": 86400}, "restrictions": {"ip": True, "country": True,
                       "asn": True, "passphrase": True}, "pages": {"impressum": True, "privacy": True}} | config
        self.lock = threading.Lock()
        self.secrets, self.requests, self.tokens, self.seen = {}, {}, {self.token}, []
        self.pace = 0  # seconds of waiting for each 64 KiB
        threading.Thread(target=self.serve_forever, daemon=True).start()

    token = "good-token-of-the-test"

    def stop(self):
        self.shutdown()
        self.server_close()

    def handle_error(self, request, client_address):
        pass  # a browser that was closed in the middle of something

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server_port}"


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def answer(self, status, body=b"", kind="application/json", **headers):
        body = json.dumps(body).encode() if isinstance(body, (dict, list)) else body
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        if body:
            self.send_header("Content-Type", kind)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        for at in range(0, len(body), 1 << 16):
            self.wfile.write(body[at:at + (1 << 16)])
            time.sleep(self.server.pace)

    def problem(self, status, detail="", **headers):
        self.answer(status, {"title": "refused", "status": status, "detail": detail}, "application/problem+json", **headers)

    def body(self):
        return json.loads(self.rfile.read(int(self.headers.get("Content-Length", 0))) or b"{}")

    def do_GET(self):
        self.server.seen.append((self.path, dict(self.headers)))
        path = self.path.split("?")[0]
        if path == "/config.json":
            return self.answer(200, self.server.config)
        if found := re.fullmatch(r"/api/v1/secret/([^/]+)(/receipt)?", path):
            return self.receipt(found[1]) if found[2] else self.take(found[1])
        if found := re.fullmatch(r"/api/v1/secret-request/([^/]+)(/answer)?", path):
            return self.collect(found[1]) if found[2] else self.request_state(found[1])
        return self.file(path)

    def do_POST(self):
        body = self.body()
        self.server.seen.append((self.path, dict(self.headers)))
        if self.path == "/api/v1/secret":
            return self.create(body)
        if self.path == "/api/v1/secret-request":
            return self.ask(body)
        if self.path == "/api/v1/one-time-token":
            if not self.is_known():
                return self.problem(401)
            token = secrets.token_urlsafe(24)
            self.server.tokens.add(token)
            return self.answer(200, {"token": token})
        if found := re.fullmatch(r"/api/v1/secret-request/([^/]+)/answer", self.path):
            return self.take_in(found[1], body)
        return self.problem(404)

    def do_DELETE(self):
        entry = self.server.secrets.get(self.path.split("/")[-1])
        if entry is None or self.headers.get("X-Receipt-Token") != entry["receipt"]:
            return self.problem(404)
        if entry["state"] != "waiting":
            return self.problem(410)
        entry.update(state="burned", data=None)
        return self.answer(204)

    def is_known(self):
        return self.headers.get("Authorization", "").removeprefix("Bearer ") in self.server.tokens

    def may_send(self):
        if self.server.config["showTokenInput"] and not self.headers.get("Authorization"):
            self.problem(401)
        elif self.headers.get("Authorization") and not self.is_known():
            self.problem(403)
        else:
            return True
        return False

    def create(self, body):
        if not self.may_send():
            return None
        limit = self.server.config["limits"]["upload_size" if self.is_known() else "anonymous_upload_size"]
        if len(body["data"]) > (limit + 1024) * 4 // 3:
            return self.problem(413)
        secret = secrets.token_hex(13).upper()
        receipt = secrets.token_urlsafe(32)
        now = time.time()
        self.server.secrets[secret] = {"data": body["data"], "rules": body.get("restrictions", {}), "receipt": receipt, "state": "waiting",
                                       "created": now, "expires": now + body["expires_in"], "taken": None, "attempts": 0}
        return self.answer(200, {"id": secret} | ({"receipt_token": receipt} if body.get("receipt") else {}))

    def take(self, secret):
        with self.server.lock:
            entry = self.server.secrets.get(secret)
            if entry is None or entry["state"] in ("burned", "expired", "destroyed"):
                return self.problem(404)
            if entry["state"] == "taken":
                return self.problem(410)
            if "192.0.2.1" in entry["rules"].get("allowed_ips", []):
                return self.problem(403)
            if wanted := entry["rules"].get("passphrase_hash"):
                given = self.headers.get("X-Secret-Passphrase")
                if given != wanted:
                    entry["attempts"] += 1 if given else 0
                    if entry["attempts"] >= 5:
                        entry["state"] = "destroyed"
                    return self.problem(401)
            entry.update(state="taken", taken=time.time())
            data, entry["data"] = entry["data"], None
        return self.answer(200, data.encode(), "text/plain")

    def receipt(self, secret):
        entry = self.server.secrets.get(secret)
        if entry is None or self.headers.get("X-Receipt-Token") != entry["receipt"]:
            return self.problem(404)
        place = {"address": "203.0.113.7", "country": "JP", "asn": 64512} if entry["taken"] else None
        return self.answer(200, {"state": entry["state"], "created_at": moment(entry["created"]), "expires_at": moment(entry["expires"]),
                                 "taken_at": entry["taken"] and moment(entry["taken"]), "taken_from": place,
                                 "failed_attempts": entry["attempts"]})

    def ask(self, body):
        if not self.may_send():
            return None
        request, token = secrets.token_hex(13).upper(), secrets.token_urlsafe(32)
        self.server.requests[request] = {"public_key": body["public_key"], "note": body.get("note"), "token": token, "state": "open",
                                         "expires": time.time() + body["expires_in"], "data": None}
        return self.answer(200, {"id": request, "collect_token": token})

    def request_state(self, request):
        entry = self.server.requests.get(request)
        if entry is None:
            return self.problem(404)
        return self.answer(200, {"public_key": entry["public_key"], "expires_at": moment(entry["expires"]), "state": entry["state"], "note": entry["note"]})

    def take_in(self, request, body):
        entry = self.server.requests.get(request)
        if entry is None:
            return self.problem(404)
        if entry["state"] != "open":
            return self.problem(410)
        entry.update(state="answered", data=body["data"])
        return self.answer(204)

    def collect(self, request):
        entry = self.server.requests.get(request)
        if entry is None or entry["state"] == "open" or self.headers.get("X-Collect-Token") != entry["token"]:
            return self.problem(404)
        if entry["state"] == "collected":
            return self.problem(410)
        entry["state"] = "collected"
        return self.answer(200, entry["data"].encode(), "text/plain")

    def file(self, path):
        page = {"Content_Security_Policy": POLICY, "Referrer_Policy": "no-referrer", "Cache_Control": "no-cache"}
        if PAGES.match(path) or path in WRITTEN:
            with open(os.path.join(FOLDER, "page.html"), "rb") as file:
                content = f'<article class="written">{WRITTEN[path]}</article>\n' if path in WRITTEN else ""
                return self.answer(200, file.read().replace(b"{{content}}", content.encode()).replace(b"{{assets}}", b"/assets/v"), "text/html; charset=utf-8", **page)
        name = os.path.normpath(path.lstrip("/").replace("assets/v/", "assets/"))
        full = os.path.join(FOLDER, name)
        if name not in ("manifest.json", "robots.txt") and not name.startswith("assets/") or not os.path.isfile(full):
            return self.problem(404)
        with open(full, "rb") as file:
            return self.answer(200, file.read(), TYPES[name.split(".")[-1]], Cache_Control="no-cache")


if __name__ == "__main__":
    print(StandIn().url, flush=True)
    threading.Event().wait()
