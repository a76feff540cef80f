"""What Gatehouse is compared with. Each answers the bytes that Gatehouse answered, and ends with its `with` block."""

import os
import pathlib
import shutil
import socket
import subprocess
import time

# The caller's rate, the token's algorithm and its signature, as HAProxy's manual shows it.
HAPROXY_CONFIGURATION = """
global
    nbthread 1
    maxconn 5000
defaults
    mode http
    timeout client 60s
    timeout server 60s
    timeout connect 5s
    timeout http-keep-alive 75s
frontend door
    bind 127.0.0.1:{port}
    stick-table type ipv6 size 1m expire 2m store http_req_rate(1m)
    http-request track-sc0 src
    http-request deny deny_status 429 if {{ sc_http_req_rate(0) gt 1000000000 }}
    http-request set-var(txn.bearer) http_auth_bearer
    http-request deny deny_status 401 unless {{ var(txn.bearer) -m found }}
    http-request deny deny_status 401 unless {{ var(txn.bearer),jwt_header_query('$.alg') -m str HS256 }}
    http-request deny deny_status 401 unless {{ var(txn.bearer),jwt_verify("HS256","{secret}") -m int 1 }}
{claims}
{after}
    http-request return status 200 {fields}
"""
# What Gatehouse checks and passes on besides; each query decodes and parses the token again.
HAPROXY_CLAIMS = """
    http-request set-var(txn.now) date()
    http-request deny deny_status 401 unless { var(txn.bearer),jwt_header_query('$.typ') -m str at+jwt }
    http-request deny deny_status 401 unless { var(txn.bearer),jwt_payload_query('$.iss') -m str gatehouse }
    http-request deny deny_status 401 unless { var(txn.bearer),jwt_payload_query('$.aud') -m str gatehouse }
    http-request set-var(txn.exp) var(txn.bearer),jwt_payload_query('$.exp','int')
    http-request deny deny_status 401 if { var(txn.exp),sub(txn.now) -m int lt 0 }
    http-request set-var(txn.name) var(txn.bearer),jwt_payload_query('$.preferred_username')
    http-request set-var(txn.role) var(txn.bearer),jwt_payload_query('$.role')
    http-request set-var(txn.subject) var(txn.bearer),jwt_payload_query('$.sub')
"""
# An answer's fields that HAProxy takes from the token, as Gatehouse does.
FROM_TOKEN = {"X-Auth-User": "name", "X-Auth-Role": "role", "X-Auth-Subject": "subject"}
MOST_FIELDS_OF_RETURN = 18  # a line of its configuration holds 64 words


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_until_listening(port, process):
    for _ in range(200):
        if process.poll() is not None:
            raise RuntimeError(f"{process.args[0]} ended: {process.returncode}")
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.02)
    raise RuntimeError(f"{process.args[0]} does not listen")


class _Rival:
    def __enter__(self):
        port = free_port()
        self._process = subprocess.Popen(self._command(port), env=self._environment(), stdout=subprocess.DEVNULL)
        wait_until_listening(port, self._process)
        self.url = f"http://127.0.0.1:{port}/auth/verify"
        return self

    def _environment(self):
        return None  # ours

    @property
    def process_id(self):
        return self._process.pid

    def __exit__(self, *_):
        self._process.terminate()
        self._process.wait(timeout=10)


class BareServer(_Rival):
    """QHttpServer as it comes: no guard, no limit, no check."""

    def __init__(self, build, folder, answer, answer_to_post=None):
        self._program = build / "tests/bench/bare_server"
        self._answers = [folder / "answer", folder / "answer-to-post"]
        for path, content in zip(self._answers, (answer, answer_to_post or answer)):
            path.write_bytes(content)

    def _command(self, port):
        return [self._program, str(port), *self._answers]


class HaProxy(_Rival):
    """One thread, checking the same token and counting in a stick table."""

    def __init__(self, folder, answer, secret, claims):
        self._configuration = folder / f"haproxy-{claims}.cfg"
        self._claims = claims
        self._secret = secret
        lines = answer.decode().split("\r\n\r\n")[0].split("\r\n")[1:]
        self._fields = [self._field(line) for line in lines if not line.lower().startswith("content-length")]

    def _field(self, line):
        name, _, value = line.partition(":")
        if self._claims and name in FROM_TOKEN:
            return f"{name} %[var(txn.{FROM_TOKEN[name]})]"
        quoted = value.strip().replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%")
        return f'{name} "{quoted or "%[str()]"}"'

    def _command(self, port):
        first, rest = self._fields[:MOST_FIELDS_OF_RETURN], self._fields[MOST_FIELDS_OF_RETURN:]
        text = HAPROXY_CONFIGURATION.format(port=port, secret=self._secret, claims=HAPROXY_CLAIMS if self._claims else "",
                                            fields=" ".join("hdr " + field for field in first),
                                            after="\n".join("    http-after-response set-header " + field for field in rest))
        self._configuration.write_text(text)
        self._configuration.chmod(0o600)
        return ["haproxy", "-db", "-f", self._configuration]


class NodeServer(_Rival):
    """Fastify with its plugins for tokens and limits, counting in the same Redis: what many would write instead."""

    def __init__(self, build, folder, redis_url, answer, secret):
        self._folder = build / "tests/bench/node_rival"
        self._redis_url = redis_url
        self._secret = secret
        self._answer = folder / "node-answer"
        self._answer.write_bytes(answer)
        self._install()

    def _install(self):
        sources = pathlib.Path(__file__).parent / "node_rival"
        shutil.copytree(sources, self._folder, dirs_exist_ok=True)
        subprocess.run(["npm", "ci", "--no-audit", "--no-fund", "--silent"], cwd=self._folder, check=True)

    def _command(self, port):
        return ["node", self._folder / "server.mjs", str(port), self._redis_url, self._answer]

    def _environment(self):
        return {**os.environ, "JWT_SECRET": self._secret, "NODE_ENV": "production"}
