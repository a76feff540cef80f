"""One-time secrets: how fast they are sent and taken, small ones and large ones."""

import concurrent.futures
import http.client
import json
import pathlib
import statistics
import time
import urllib.parse

from gatehouse_process import GatehouseProcess
from loads import ROW_HEAD, Load, measure_all, median_cost_ratio, median_ratio, row, table
from redis_process import RedisProcess
from rivals import BareServer

SCRIPT = pathlib.Path(__file__).parent / "shares.lua"
OPEN = ["--http-workers", "1", "--limits-enabled", "false", "--sharing-allow-anonymous", "true", "--sharing-anonymous-upload-size-limit", "10m",
        "--sharing-guess-limit", "0", "--app-log-level", "warning"]
LARGE = 10 << 20  # bytes before base64
MOVING = 4  # connections at once


class Shares(Load):
    """Sends and takes secrets of 1 KiB."""

    def __init__(self, name, server):
        super().__init__(name, server, "", 200, script=SCRIPT)


def exchange(server, method, path, body=None):
    connection = http.client.HTTPConnection(urllib.parse.urlsplit(server.url).netloc)
    connection.request(method, path, body, {"Content-Type": "application/json"} if body else {})
    answer = connection.getresponse()
    content = answer.read()
    connection.close()
    if answer.status != 200:
        raise RuntimeError(f"{method} {path}: {answer.status}")
    return content


def megabytes_a_second(server, rounds):
    """What large secrets move at, to the server and back, and the most memory that the server had meanwhile in MB."""
    body = b'{"expires_in":60,"data":"' + b"A" * (LARGE // 3 * 4) + b'"}'

    def move(_):
        path = "/api/v1/secret/" + json.loads(exchange(server, "POST", "/api/v1/secret", body))["id"]
        return len(exchange(server, "GET", path))

    move(0)
    rates, most = [], 0
    with concurrent.futures.ThreadPoolExecutor(MOVING) as threads:
        for _ in range(rounds):
            began = time.monotonic()
            moved = sum(threads.map(move, range(4 * MOVING)))
            rates.append(2 * moved / (time.monotonic() - began) / 1e6)
            most = max(most, server.resident_kib() / 1024)
    return statistics.median(rates), most


def measure_shares(options, folder):
    """The tables of one run."""
    with RedisProcess(folder) as redis, \
         GatehouseProcess(options.build, folder / "shares", OPEN) as embedded, \
         GatehouseProcess(options.build, folder / "shares-redis", [*OPEN, "--sharing-store", "redis"], {"REDIS_URL": redis.url}) as shared:
        created = embedded.answer_to_post("/api/v1/secret", {"data": "QUJD" * 341, "expires_in": 3600})
        taken = embedded.answer_to("/api/v1/secret/" + json.loads(created.split(b"\r\n\r\n", 1)[1])["id"], "Accept: */*")
        with BareServer(options.build, folder, taken, created) as bare:
            loads = [Shares("bare QHttpServer", bare), Shares("secrets in SQLite", embedded), Shares("secrets in Redis", shared)]
            measure_all(loads, options.seconds, options.rounds)
        moved = [(name, *megabytes_a_second(server, options.rounds)) for name, server in (("SQLite", embedded), ("Redis", shared))]
    bare_load, *ours = loads
    ratios = [(f"{load.name} to bare QHttpServer", f"{median_ratio(load, bare_load):.2f}", f"{median_cost_ratio(load, bare_load):.2f}", bound)
              for load, bound in zip(ours, ("0.35", "0.30"))]
    return [table(ROW_HEAD, [row(load, bare_load) for load in loads]),
            table(["ratio", "of rates", "by the server's CPU", "at least"], ratios),
            table([f"secrets of 10 MiB, {MOVING} at once", "MB a second", "at least", "most memory, MB"],
                  [(name, f"{rate:.0f}", 300, f"{most:.0f}") for name, rate, most in moved])]
