#!/usr/bin/env python3
"""What an operator gives to the pages: a style, a logo, legal texts. Only the program has it, so only against PAGES_PROGRAM."""

import os
import shutil
import tempfile

from browser import Browser
from page_test import PageTest, main
from real_server import RealServer

LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><rect width="8" height="8" fill="#123456"/></svg>'
PRIVACY = '<h1>Our promise</h1><p onclick="window.broken = 1">Nothing is kept.</p><script>window.broken = 1</script><img src="x" onerror="window.broken = 1">'


class OwnLook(PageTest):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.mkdtemp(prefix="own-look-")
        cls.addClassCleanup(shutil.rmtree, folder, ignore_errors=True)
        files = {"style.css": ":root { --accent: rgb(1, 2, 3); }", "logo.svg": LOGO, "app.js": "window.broken = 1",
                 "manifest.json": '{"name": "Example Secrets"}',
                 "impressum.txt": "Example & Sons <office@example.org>\n\nSecond paragraph", "privacy.html": PRIVACY}
        for name, content in files.items():
            with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
                file.write(content)
        server = RealServer(os.environ["PAGES_PROGRAM"], ["--sharing-custom-assets-dir", folder, "--sharing-impressum-file",
                            os.path.join(folder, "impressum.txt"), "--sharing-privacy-file", os.path.join(folder, "privacy.html")])
        cls.addClassCleanup(server.stop)
        cls.stand_in, cls.url, cls.token = None, server.url, server.token
        cls.browser = Browser.shared()

    def test_theStyleIsAppendedAndTheLogoReplaced(self):
        page = self.page("/create")
        self.assertEqual(page.evaluate("getComputedStyle(document.querySelector('button.primary')).backgroundColor"), "rgb(1, 2, 3)")
        self.assertIn("#123456", page.evaluate("fetch(document.querySelector('.brand img').src).then((a) => a.text())"))

    def test_theNameOfTheManifestStandsInTheHeader(self):
        self.page("/create").see("Example Secrets", "#brand")

    def test_nothingElseOfTheFolderIsServed(self):
        page = self.page("/create")
        self.assertIsNone(page.evaluate("window.broken ?? null"))
        self.assertNotIn("window.broken", page.evaluate("fetch(document.querySelector('script[type=module]').src).then((a) => a.text())"))

    def test_legalTextsAreLinkedAndShownAsText(self):
        page = self.page("/create")
        page.click(".foot a[href='/impressum']")
        page.see("Example & Sons <office@example.org>")
        page.see("Legal notice", "h1")
        page.choose("#choices select", "de")
        page.see("Impressum", "h1")

    def test_legalHtmlIsShownButNoScriptOfItRuns(self):
        page = self.page("/privacy")
        page.see("Our promise", "h1")
        page.click(".written p")
        page.evaluate("new Promise((done) => setTimeout(done, 200))")
        self.assertIsNone(page.evaluate("window.broken ?? null"))


if __name__ == "__main__":
    main()
