"""A Redis of its own, run for a measurement."""

import subprocess

from rivals import free_port, wait_until_listening


class RedisProcess:
    """Keeps nothing on the disk, and ends with the `with` block."""

    def __init__(self, folder):
        self._folder = folder

    def __enter__(self):
        port = free_port()
        self._process = subprocess.Popen(
            ["redis-server", "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--dir", self._folder],
            stdout=subprocess.DEVNULL)
        wait_until_listening(port, self._process)
        self.url = f"redis://127.0.0.1:{port}"
        return self

    def __exit__(self, *_):
        self._process.terminate()
        self._process.wait(timeout=10)
