"""The built program, serving on a free port, with nothing left behind."""

import os
import re
import shutil
import subprocess
import tempfile
import time

CONFIGURATION = """\
sharing: {allow_anonymous: true, anonymous_upload_size_limit: 10m, guess_limit: 0}
limits: {general: {quota: 1000000}, probe: {quota: 1000000}}
"""


class RealServer:
    """`url`, and `token`, a share token. Raises when the program does not get ready, with what it said."""

    def __init__(self, program, flags=()):
        self.folder = tempfile.mkdtemp(prefix="pages-server-")
        configuration = os.path.join(self.folder, "gatehouse.yaml")
        with open(configuration, "w", encoding="utf-8") as file:
            file.write(CONFIGURATION)
        environment = {"PATH": os.environ["PATH"], "HOME": self.folder, "LANG": "C.UTF-8"}
        environment |= {name: value for name, value in os.environ.items() if name == "SUITE_RUN_MARK"}
        # A file and not a pipe: nobody reads while a test loads the server.
        log = os.path.join(self.folder, "server.log")
        with open(log, "wb") as output:
            self.process = subprocess.Popen([program, "serve", "--config", configuration, "--data-dir", os.path.join(self.folder, "data"),
                                             "--listen", "127.0.0.1", "--port", "0", *flags], env=environment, cwd=self.folder,
                                            stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT)
        self.url = self._said(log, r"ready at (http://\S+)\n", patience=30)
        self.token = self._said(log, r"Share token: (\S+)\n", patience=0.5)
        if self.url is None:
            self.stop()
            raise RuntimeError("the server does not get ready")

    @staticmethod
    def _said(log, pattern, patience):
        end = time.monotonic() + patience
        while time.monotonic() < end:
            with open(log, encoding="utf-8") as file:
                if found := re.search(pattern, file.read()):
                    return found[1]
            time.sleep(0.05)
        return None

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(15)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)
