"""What wrk measures of one server, and the ratios between such loads."""

import os
import pathlib
import re
import statistics
import subprocess

CONNECTIONS = 64


class Load:
    """One thing that wrk asks for again and again."""

    def __init__(self, name, server, path, expected_status, headers=(), script=None):
        self.name = name
        self.server = server
        self.url = server.url + path
        self.expected_status = expected_status
        self.headers = headers
        self.script = script  # of wrk, for what is not the same request each time
        self.rates = []
        self.costs = []  # microseconds of the server's processor time for one request
        self.tails = []

    def measure(self, seconds):
        command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "--latency"]
        for header in self.headers:
            command += ["-H", header]
        if self.script:
            command += ["-s", self.script]
        before = processor_time(self.server.process_id)
        said = subprocess.run([*command, self.url], check=True, capture_output=True, text=True).stdout
        refused = int((re.search(r"Non-2xx or 3xx responses: (\d+)", said) or [0, 0])[1])
        total = int(re.search(r"(\d+) requests in", said)[1])
        all_refused = self.expected_status >= 400
        if "Socket errors" in said or refused != (total if all_refused else 0):
            raise RuntimeError(f"{self.name}: not the answers that were to be measured:\n{said}")
        self.rates.append(float(re.search(r"Requests/sec:\s+([\d.]+)", said)[1]))
        self.costs.append((processor_time(self.server.process_id) - before) * 1e6 / total)
        self.tails.append(milliseconds(re.search(r"\n\s+99%\s+(\S+)", said)[1]))


def processor_time(process_id):
    """Seconds, of all threads, in user and kernel mode."""
    fields = pathlib.Path(f"/proc/{process_id}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def milliseconds(text):
    number, unit = re.fullmatch(r"([\d.]+)(us|ms|s)", text).groups()
    return float(number) * {"us": 0.001, "ms": 1, "s": 1000}[unit]


def median_ratio(load, other):
    return statistics.median(a / b for a, b in zip(load.rates, other.rates))


def median_cost_ratio(load, other):
    """How many of `load` the server could answer in the time that one of `other` takes."""
    return statistics.median(b / a for a, b in zip(load.costs, other.costs))


def measure_all(loads, seconds, rounds):
    """In every round each load has its turn, so that what else the machine does falls on all of them alike."""
    for load in loads:
        load.measure(1)  # warms up, and finds what does not answer as it should
        load.rates, load.costs, load.tails = [], [], []
    for _ in range(rounds):
        for load in loads:
            load.measure(seconds)


def row(load, bare):
    return (load.name, f"{statistics.median(load.rates):,.0f}", f"{median_ratio(load, bare):.2f}",
            f"{statistics.median(load.costs):.1f}", f"{statistics.median(load.tails):.2f}")


ROW_HEAD = ["load", "requests a second", "to bare", "server CPU, µs", "p99, ms"]


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "|" + " --- |" * len(head)]
    return "\n".join(lines + ["| " + " | ".join(str(cell) for cell in row) + " |" for row in rows])
