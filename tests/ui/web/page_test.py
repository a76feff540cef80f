"""What tests of pages share: a browser, the server under test, and a report as QtTest writes it."""

import concurrent.futures
import os
import sys
import threading
import unittest

from browser import Browser, find_chromium
from real_server import RealServer
from stand_in import StandIn

SKIPPED = 77  # what CTest takes for "could not run here"
AT_ONCE = 3  # cases


class PageTest(unittest.TestCase):
    """Runs against the server at PAGES_URL, which lets anybody send up to 10 MiB and gave out the share token PAGES_TOKEN; or against
    the program PAGES_PROGRAM; else against a stand-in."""

    @classmethod
    def setUpClass(cls):
        cls.stand_in, cls.url, cls.token = None, os.environ.get("PAGES_URL"), os.environ.get("PAGES_TOKEN")
        if cls.url is None and "PAGES_PROGRAM" in os.environ:
            server = RealServer(os.environ["PAGES_PROGRAM"])
            cls.addClassCleanup(server.stop)
            cls.url, cls.token = server.url, server.token
        elif cls.url is None:
            cls.stand_in = StandIn()
            cls.addClassCleanup(cls.stand_in.stop)
            cls.url, cls.token = cls.stand_in.url, cls.stand_in.token
        cls.browser = Browser.shared()

    def page(self, path="/", **options):
        page = self.browser.open(self.url + path, **options)
        self.addCleanup(page.close)
        page.wait("document.querySelector('main h1') !== null")
        return page

    def send_text(self, text="the secret", prepare=lambda page: None, **options):
        """Sends a text by the form; gives the page with the link."""
        page = self.page("/create", **options)
        page.type("textarea[name=secret]", text)
        prepare(page)
        page.click("button[type=submit]")
        page.wait("document.querySelector('[name=link]') !== null")
        return page

    def link_to(self, text="the secret", prepare=lambda page: None):
        page = self.send_text(text, prepare)
        link = page.value("[name=link]")
        return link, page

    def open_link(self, link, **options):
        return self.page(link.removeprefix(self.url), **options)

    def reveal(self, page):
        page.click("form button[type=submit]")

    def shown_text(self, page):
        page.wait("document.querySelector('.shown') !== null")
        return page.value(".shown")


class QtLikeResult(unittest.TestResult):
    """Prints what ./test counts. For several threads."""

    def __init__(self):
        super().__init__()
        self.lock = threading.RLock()

    def startTest(self, test):
        with self.lock:
            super().startTest(test)

    def stopTest(self, test):
        pass

    def addSuccess(self, test):
        self._print("PASS  ", test)

    def addFailure(self, test, err):
        with self.lock:
            super().addFailure(test, err)
            self._print("FAIL! ", test, "\n" + self.failures[-1][1])

    def addError(self, test, err):
        with self.lock:
            super().addError(test, err)
            self._print("FAIL! ", test, "\n" + self.errors[-1][1])

    def addSkip(self, test, reason):
        with self.lock:
            super().addSkip(test, reason)
        self._print("SKIP  ", test, " " + reason)

    def _print(self, outcome, test, more=""):
        with self.lock:
            print(f"{outcome} : {name_of(test)}{more}", flush=True)


def cases_of(suite):
    """The cases of a suite, by their class."""
    cases = {}
    for test in suite:
        for kind, tests in (cases_of(test) if isinstance(test, unittest.TestSuite) else {type(test): [test]}).items():
            cases.setdefault(kind, []).extend(tests)
    return cases


def run_side_by_side(suite, result):
    """Runs the cases of a class beside each other: most of their time they wait for a page to be loaded or drawn."""
    for kind, cases in cases_of(suite).items():
        try:
            kind.setUpClass()
            with concurrent.futures.ThreadPoolExecutor(AT_ONCE) as threads:
                list(threads.map(lambda case: case.run(result), cases))
        finally:
            kind.doClassCleanups()


def name_of(test):
    return test.id().removeprefix("__main__.").replace(".", "::")


def main():
    if find_chromium() is None:
        print("No Chromium is installed")
        sys.exit(SKIPPED)
    result = QtLikeResult()
    names = sys.argv[1:]
    loader = unittest.defaultTestLoader
    module = sys.modules["__main__"]
    suite = loader.loadTestsFromNames(names, module) if names else loader.loadTestsFromModule(module)
    try:
        run_side_by_side(suite, result)
    finally:
        Browser.end_shared()
    failed = len(result.failures) + len(result.errors)
    passed = result.testsRun - failed - len(result.skipped)
    print(f"Totals: {passed} passed, {failed} failed, {len(result.skipped)} skipped, 0 blacklisted, 0ms")
    sys.exit(1 if failed else 0)
