"""A Chromium of one's own, driven by the DevTools protocol over its pipe: no port, no other program."""

import base64
import collections
import json
import os
import queue
import shutil
import signal
import subprocess
import tempfile
import threading
import time


class BrowserError(Exception):
    """What the browser or a script in it refused."""


def find_chromium():
    """The path of an installed Chromium; None without one."""
    return next((path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None)


class Browser:
    """A headless browser with a profile that goes with it, for several threads, each with pages of its own. To be used by `with`."""

    def __init__(self, language="en"):
        self.profile = tempfile.mkdtemp(prefix="pages-test-")
        commands_out, commands_in = os.pipe()
        answers_out, answers_in = os.pipe()
        command = [find_chromium(), "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
                   "--remote-debugging-pipe", f"--user-data-dir={self.profile}", f"--lang={language}", f"--accept-lang={language}",
                   "--disable-background-networking", "--disable-background-timer-throttling", "--disable-renderer-backgrounding", "--disable-backgrounding-occluded-windows",
                    "--disable-breakpad", "--disable-component-update", "--disable-sync", "--hide-scrollbars", "about:blank"]

        def hand_over_pipes():
            # Chromium reads commands from 3 and writes answers to 4.
            reading, writing = os.dup(commands_out), os.dup(answers_in)
            os.dup2(reading, 3)
            os.dup2(writing, 4)

        self.process = subprocess.Popen(command, preexec_fn=hand_over_pipes, pass_fds=(3, 4), start_new_session=True,
                                        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(commands_out)
        os.close(answers_in)
        self.writing, self.reading = os.fdopen(commands_in, "wb", buffering=0), os.fdopen(answers_out, "rb")
        self.last_id = 0
        self.answers = {}
        self.events = collections.defaultdict(queue.SimpleQueue)  # by session
        self.condition = threading.Condition()
        self.sending = threading.Lock()
        self.ended = False
        threading.Thread(target=self._read, daemon=True).start()

    @classmethod
    def shared(cls):
        """One for the whole program, as it takes seconds to start; to be ended by end_shared()."""
        cls.of_program = getattr(cls, "of_program", None) or cls()
        return cls.of_program

    @classmethod
    def end_shared(cls):
        if getattr(cls, "of_program", None) is not None:
            cls.of_program.__exit__()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        try:
            self.call("Browser.close", timeout=5)
        except BrowserError:
            pass
        try:
            self.process.wait(5)
        except subprocess.TimeoutExpired:
            pass
        try:
            os.killpg(self.process.pid, signal.SIGKILL)  # its helpers too
        except ProcessLookupError:
            pass
        self.process.wait()
        self.writing.close()
        shutil.rmtree(self.profile, ignore_errors=True)

    def _read(self):
        begun = []  # of a message of megabytes, without looking at it again with each piece
        while chunk := self.reading.read1(1 << 20):
            *ends, rest = chunk.split(b"\0")
            for end in ends:
                message = json.loads(b"".join([*begun, end]))
                begun = []
                if "id" in message:
                    with self.condition:
                        self.answers[message["id"]] = message
                        self.condition.notify_all()
                else:
                    self.events[message.get("sessionId")].put(message)
            begun.append(rest)
        with self.condition:
            self.ended = True
            self.condition.notify_all()

    def _write(self, data):
        """All of it: the pipe takes 64 KiB at a time."""
        while data:
            data = data[self.writing.write(data):]

    def call(self, method, session=None, timeout=60, **parameters):
        """One command and its result."""
        with self.condition:
            self.last_id += 1
            wanted = self.last_id
        message = {"id": wanted, "method": method, "params": parameters} | ({"sessionId": session} if session else {})
        try:
            with self.sending:
                self._write(json.dumps(message).encode() + b"\0")
        except OSError as error:
            raise BrowserError("the browser has ended") from error
        with self.condition:
            if not self.condition.wait_for(lambda: wanted in self.answers or self.ended, timeout) or wanted not in self.answers:
                raise BrowserError(f"no answer to {method}")
            answer = self.answers.pop(wanted)
        if "error" in answer:
            raise BrowserError(f"{method}: {answer['error']['message']}")
        return answer["result"]

    def open(self, url="about:blank", **options):
        """A new page in a context of its own, without what others have stored."""
        return Page(self, url, **options)


class Page:
    """A tab. Waits for what it is asked for; `console` holds errors and refused loads."""

    patience = 60  # s: the machine may be busy, and cases run beside each other

    def __init__(self, browser, url, width=1200, height=900, scale=1, dark=False, touch=False):
        self.browser = browser
        self.context = browser.call("Target.createBrowserContext")["browserContextId"]
        target = browser.call("Target.createTarget", url="about:blank", browserContextId=self.context)["targetId"]
        self.session = browser.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.downloads = tempfile.mkdtemp(prefix="downloads-", dir=browser.profile)
        self.console = []
        self.requests = []
        for domain in ("Page", "Runtime", "Log", "DOM"):
            self.call(f"{domain}.enable")
        self.call("Network.enable", maxPostDataSize=1 << 16)  # or each file that is sent comes here as well
        self.call("Emulation.setFocusEmulationEnabled", enabled=True)  # as if nobody looked at any other page
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=scale, mobile=touch)
        self.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}])
        browser.call("Browser.setDownloadBehavior", behavior="allow", downloadPath=self.downloads, browserContextId=self.context)
        browser.call("Browser.grantPermissions", permissions=["clipboardReadWrite", "clipboardSanitizedWrite"], browserContextId=self.context)
        self.go(url)

    def call(self, method, **parameters):
        return self.browser.call(method, session=self.session, **parameters)

    def go(self, url):
        self.call("Page.navigate", url=url)
        self.wait("document.readyState === 'complete' && location.href !== 'about:blank' || location.href === " + json.dumps(url))

    def evaluate(self, expression, timeout=60):
        """The value of an expression, awaited."""
        result = self.browser.call("Runtime.evaluate", session=self.session, expression=expression, awaitPromise=True, returnByValue=True, allowUnsafeEvalBlockedByCSP=False,
                                   userGesture=True, timeout=timeout)
        if "exceptionDetails" in result:
            details = result["exceptionDetails"]
            raise BrowserError(details.get("exception", {}).get("description", details["text"]))
        return result["result"].get("value")

    def wait(self, expression, patience=None):
        """Until an expression is true; gives its value."""
        end = time.monotonic() + (patience or self.patience)
        while True:
            try:
                if value := self.evaluate(expression):
                    return value
            except BrowserError as error:
                if "context" not in str(error) and "navigated" not in str(error):  # the page is being replaced
                    raise
            if time.monotonic() > end:
                raise BrowserError(f"waited in vain for {expression}; shown: {self.evaluate('document.body.innerText')[:1500]}")
            time.sleep(0.03)

    def has(self, selector):
        return self.evaluate(f"document.querySelector({json.dumps(selector)}) !== null")

    def text(self, selector="main"):
        """What can be seen of an element, once it is there."""
        return self.wait(f"document.querySelector({json.dumps(selector)})?.innerText")

    def value(self, selector):
        return self.wait(f"document.querySelector({json.dumps(selector)})?.value")

    def see(self, text, selector="main", patience=None):
        """Until the text can be seen."""
        self.wait(f"document.querySelector({json.dumps(selector)})?.innerText.includes({json.dumps(text)})", patience)

    def type(self, selector, text):
        """Types into a control as a person does; what was in it is replaced."""
        self.wait(f"document.querySelector({json.dumps(selector)})?.checkVisibility()")
        self.evaluate(f"(e => {{ e.focus(); e.select?.(); }})(document.querySelector({json.dumps(selector)}))")
        self.call("Input.insertText", text=text)

    def choose(self, selector, value):
        self.evaluate(f"(e => {{ e.value = {json.dumps(value)}; e.dispatchEvent(new Event('change', {{bubbles: true}})); "
                      f"e.dispatchEvent(new Event('input', {{bubbles: true}})); }})(document.querySelector({json.dumps(selector)}))")

    def before_scripts(self, source):
        """Something that runs in every later page of this tab before its own scripts."""
        self.call("Page.addScriptToEvaluateOnNewDocument", source=source)

    def speed(self, bytes_per_second=None, offline=False):
        """How fast the network is; without a number, as it is."""
        rate = bytes_per_second or -1
        self.call("Network.emulateNetworkConditions", offline=offline, latency=0, downloadThroughput=rate, uploadThroughput=rate)

    def history(self):
        """The addresses that going back and forward leads to."""
        return [entry["url"] for entry in self.call("Page.getNavigationHistory")["entries"]]

    def click(self, selector, index=0):
        """Clicks where an element is, with the mouse."""
        box = self.wait(f"(e => {{ if (!e?.checkVisibility() || e.disabled) return null; e.scrollIntoView({{block: 'center'}}); const b = e.getBoundingClientRect(); "
                        f"return {{x: b.x + b.width / 2, y: b.y + b.height / 2}}; }})(document.querySelectorAll({json.dumps(selector)})[{index}])")
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, x=box["x"], y=box["y"], button="left", clickCount=1)

    def press(self, key, modifiers=0):
        """A key of the keyboard: "Tab", "Enter", " ". `modifiers`: 2 control, 8 shift."""
        codes = {"Tab": 9, "Enter": 13, " ": 32, "Escape": 27, "ArrowRight": 39}
        text = {"Enter": "\r", " ": " "}.get(key, "") if not modifiers else ""
        common = {"key": key, "code": "Space" if key == " " else key, "windowsVirtualKeyCode": codes[key], "modifiers": modifiers}
        self.call("Input.dispatchKeyEvent", type="keyDown", **common, **({"text": text} if text else {}))
        self.call("Input.dispatchKeyEvent", type="keyUp", **common)

    def attach(self, selector, *paths):
        """Chooses files."""
        node = self.call("Runtime.evaluate", expression=f"document.querySelector({json.dumps(selector)})")["result"]["objectId"]
        self.call("DOM.setFileInputFiles", files=list(paths), objectId=node)

    def downloaded(self):
        """The path of the one file that is being saved, which is not empty, once it is whole: Chromium takes its name with an
        empty file first."""
        end = time.monotonic() + self.patience
        while time.monotonic() < end:
            names = [name for name in os.listdir(self.downloads) if not name.startswith(".")]
            if len(names) == 1 and not names[0].endswith(".crdownload"):
                path = os.path.join(self.downloads, names[0])
                if os.path.getsize(path) > 0:
                    return path
            time.sleep(0.05)
        raise BrowserError("nothing was saved")

    def complaints(self):
        """Errors of scripts, refused loads and breaches of the content security policy so far."""
        found = []
        events = self.browser.events[self.session]
        while not events.empty():
            event = events.get()
            parameters = event["params"]
            if event["method"] == "Runtime.exceptionThrown":
                found.append(parameters["exceptionDetails"].get("exception", {}).get("description", "exception"))
            elif event["method"] == "Log.entryAdded" and parameters["entry"]["level"] == "error":
                found.append(parameters["entry"]["text"] + " " + parameters["entry"].get("url", ""))
            elif event["method"] == "Network.requestWillBeSent":
                self.requests.append(parameters["request"])
        return found

    def picture(self, path, whole=True):
        """A screenshot."""
        data = self.call("Page.captureScreenshot", captureBeyondViewport=whole)["data"]
        with open(path, "wb") as file:
            file.write(base64.b64decode(data))

    def close(self):
        if self.context is None:
            return
        context, self.context = self.context, None
        self.browser.call("Target.disposeBrowserContext", browserContextId=context)
