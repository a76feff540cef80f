"""What tests of pages share: a browser, the server under test, and a report as QtTest writes it."""

import os
import sys
import unittest

from browser import Browser, find_chromium
from real_server import RealServer
from stand_in import StandIn

SKIPPED = 77  # what CTest takes for "could not run here"


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
        cls.browser = Browser()
        cls.addClassCleanup(cls.browser.__exit__)

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
    """Prints what ./test counts."""

    def startTest(self, test):
        super().startTest(test)
        self.started = test

    def addSuccess(self, test):
        print(f"PASS   : {name_of(test)}", flush=True)

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self._print(test)

    def addError(self, test, err):
        super().addError(test, err)
        self._print(test, self.errors)

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        print(f"SKIP   : {name_of(test)} {reason}", flush=True)

    def _print(self, test, where=None):
        print(f"FAIL!  : {name_of(test)}\n{(where or self.failures)[-1][1]}", flush=True)


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
    suite.run(result)
    failed = len(result.failures) + len(result.errors)
    passed = result.testsRun - failed - len(result.skipped)
    print(f"Totals: {passed} passed, {failed} failed, {len(result.skipped)} skipped, 0 blacklisted, 0ms")
    sys.exit(1 if failed else 0)
