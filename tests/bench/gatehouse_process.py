"""The built `gatehouse`, run for a measurement."""

import json
import pathlib
import secrets
import subprocess
import time
import urllib.error
import urllib.request

PASSWORD = "Measured-Password-1"


class GatehouseProcess:
    """Serves from its own folder on a free port, and ends with the `with` block."""

    def __init__(self, build, folder, arguments, variables=None):
        self._program = build / "app/gatehouse"
        self._folder = pathlib.Path(folder)
        self._arguments = arguments
        self._variables = variables or {}
        self.jwt_secret = secrets.token_urlsafe(48)

    def __enter__(self):
        began = time.monotonic()
        self._process = subprocess.Popen(
            [self._program, "serve", "--port", "0", "--data-dir", self._folder, *self._arguments],
            env={"PATH": "/usr/bin:/bin", "JWT_SECRET": self.jwt_secret, **self._variables}, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            text=True)
        self.url = self._process.stdout.readline().split()[-1]
        self._get("/health/ready")
        self.milliseconds_to_ready = (time.monotonic() - began) * 1000
        return self

    def __exit__(self, *_):
        self._process.terminate()
        self._process.wait(timeout=60)
        self._process.stdout.close()

    def sign_in(self):
        """Makes the first administrator and returns its access token."""
        who = {"username": "measured", "password": PASSWORD}
        self._post("/auth/register", who)
        return self._post("/auth/login", who)["access_token"]

    def answer_to(self, path, header):
        """The bytes of a real answer, head and body."""
        name, value = header.split(": ", 1)
        return self._answer_to(urllib.request.Request(self.url + path, headers={name: value}))

    def answer_to_post(self, path, body):
        """The same, to a POST of JSON."""
        return self._answer_to(urllib.request.Request(self.url + path, json.dumps(body).encode(), {"Content-Type": "application/json"}))

    @staticmethod
    def _answer_to(request):
        with urllib.request.urlopen(request) as answer:
            # urllib asks for the connection to be closed; that is no part of the answer to be compared.
            head = [f"HTTP/1.1 {answer.status} {answer.reason}"]
            head += [f"{key}: {text}" for key, text in answer.getheaders() if key != "Connection"]
            return ("\r\n".join(head) + "\r\n\r\n").encode() + answer.read()

    def metric(self, sample):
        lines = self._get("/metrics").decode().split("\n")
        return next(float(line.split()[-1]) for line in lines if line.startswith(sample + " "))

    @property
    def process_id(self):
        return self._process.pid

    def resident_kib(self):
        status = pathlib.Path(f"/proc/{self._process.pid}/status").read_text()
        return int(status.split("VmRSS:")[1].split()[0])

    def _get(self, path):
        with urllib.request.urlopen(self.url + path) as answer:
            return answer.read()

    def _post(self, path, body):
        request = urllib.request.Request(self.url + path, json.dumps(body).encode(), {"Content-Type": "application/json"})
        try:
            with urllib.request.urlopen(request) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as refusal:
            raise RuntimeError(f"{path}: {refusal.read().decode()}") from refusal
