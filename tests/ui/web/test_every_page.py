#!/usr/bin/env python3
"""What holds for all pages: their policy, languages, keyboard, names for those who do not see them, small screens, contrast."""

from page_test import PageTest, main

PAGES = ["/", "/create", "/get", "/share", "/request", "/one-time-token", "/receipt#x", "/s/01HV0000000000000000000000", "/r/01HV0000000000000000000000"]
LANGUAGES = ["en", "de", "fr", "es", "ja"]

# The contrast of every text against what is behind it, as WCAG 2 counts; what is less than 4.5 is told.
CONTRASTS = """(() => {
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const rgba = (color) => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = color; canvas.fillRect(0, 0, 1, 1); return [...canvas.getImageData(0, 0, 1, 1).data]; };
    const luminance = (c) => c.slice(0, 3).map((v) => v / 255).map((v) => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
        .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
    const behind = (e) => { for (; e; e = e.parentElement) { const c = rgba(getComputedStyle(e).backgroundColor); if (c[3] === 255) return c; } return [255, 255, 255, 255]; };
    const found = [];
    for (const e of document.querySelectorAll('body *')) {
        const own = [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim() !== '');
        if (!own || !e.checkVisibility() || e.closest('.unseen, .skip, option, noscript, :disabled')) continue;
        const [a, b] = [luminance(rgba(getComputedStyle(e).color)), luminance(behind(e))].sort((x, y) => y - x);
        if ((a + 0.05) / (b + 0.05) < 4.5) found.push(`${e.tagName} ${e.className} ${e.textContent.slice(0, 30)} ${((a + 0.05) / (b + 0.05)).toFixed(2)}`);
    }
    return found;
})()"""


class EveryPage(PageTest):
    def test_nothingBreaksThePolicyAndItHasNoLoophole(self):
        for path in PAGES:
            page = self.page(path)
            page.evaluate("new Promise((done) => setTimeout(done, 150))")
            page.evaluate("document.querySelectorAll('summary').forEach((s) => s.click())")
            complaints = [text for text in page.complaints() if "404" not in text]
            self.assertEqual(complaints, [], path)
            policy = page.evaluate("fetch(location.pathname).then((a) => a.headers.get('Content-Security-Policy'))")
            self.assertEqual(page.evaluate("fetch(location.pathname).then((a) => a.headers.get('Referrer-Policy'))"), "no-referrer", path)
            self.assertIn("default-src 'none'", policy)
            self.assertIn("require-trusted-types-for 'script'", policy)
            for loophole in ("unsafe", "*", "http:", "https:"):
                self.assertNotIn(loophole, policy)
            self.assertFalse(page.has("[style], script:not([src]), style, [onclick]"), path)
            page.close()

    def test_scriptsThatArePutInDoNotRun(self):
        page = self.page("/get")
        attempts = [
            "document.body.insertAdjacentHTML('beforeend', '<img src=/nothing onerror=\"window.broken = 1\">')",
            "document.body.innerHTML += '<a href=\"javascript:window.broken = 1\">x</a>'",
            "{ const s = document.createElement('script'); s.textContent = 'window.broken = 1'; document.body.append(s); }",
            "{ const a = document.createElement('a'); a.href = 'javascript:window.broken = 1'; document.body.append(a); a.click(); }",
            "{ const i = document.createElement('img'); i.setAttribute('onerror', 'window.broken = 1'); i.src = '/nothing'; document.body.append(i); }",
            "setTimeout('window.broken = 1', 0)",
            "eval('window.broken = 1')",
        ]
        for attempt in attempts:  # as an intruder's code would, which does not stop at an error
            page.evaluate(f"(() => {{ try {{ {attempt} }} catch {{ }} }})()")
        page.evaluate("new Promise((done) => setTimeout(done, 200))")
        self.assertIsNone(page.evaluate("window.broken ?? null"))

    def test_everyLanguageFitsOnAPhone(self):
        for path in PAGES:
            page = self.page(path, width=360, height=740, touch=True)
            page.wait("document.querySelector('#choices select') !== null")
            for code in LANGUAGES:
                page.choose("#choices select", code)
                page.wait(f"document.documentElement.lang === '{code}'")
                page.evaluate("document.querySelectorAll('summary').forEach((s) => s.parentElement.open = true)")
                self.assertLessEqual(page.evaluate("document.documentElement.scrollWidth"), 360, f"{path} {code}")
                for missing in ("undefined", "{size}", "{date}"):
                    self.assertNotIn(missing, page.text("body"), f"{path} {code}")
                self.assertIsNone(page.evaluate(r"document.body.innerText.match(/\b(create|read|ask|frame|error|token)\.[a-z]\w+/)?.[0] ?? null"))
            page.close()

    def test_theLanguageIsTheBrowsersUntilOneIsChosen(self):
        page = self.page("/get")
        page.before_scripts("Object.defineProperty(navigator, 'languages', { value: ['de-CH', 'en'] });")
        page.go("about:blank")
        page.go(self.url + "/get")
        page.see("Ein Geheimnis öffnen")
        page.choose("#choices select", "ja")
        page.see("秘密を開く")
        page.go("about:blank")
        page.go(self.url + "/get")
        page.see("秘密を開く")

    def test_changingTheLanguageLosesNothingThatWasTyped(self):
        page = self.page("/create")
        page.type("textarea[name=secret]", "typed")
        page.choose("#choices select", "fr")
        page.see("Demander", ".bar")
        self.assertEqual(page.value("textarea[name=secret]"), "typed")

    def test_everyControlHasAName(self):
        for path in PAGES:
            page = self.page(path)
            page.evaluate("document.querySelectorAll('summary').forEach((s) => s.parentElement.open = true)")
            page.call("Accessibility.enable")
            for node in page.call("Accessibility.getFullAXTree")["nodes"]:
                role = node.get("role", {}).get("value")
                if not node.get("ignored") and role in ("button", "textbox", "checkbox", "radio", "combobox", "link", "image", "progressbar"):
                    self.assertNotEqual(node.get("name", {}).get("value", "").strip(), "", f"{path} {role}")
            page.close()

    def test_textCanBeReadInLightAndDark(self):
        for dark in (False, True):
            for path in PAGES:
                page = self.page(path, dark=dark)
                page.evaluate("document.querySelectorAll('summary').forEach((s) => s.parentElement.open = true)")
                self.assertEqual(page.evaluate(CONTRASTS), [], f"{path} dark={dark}")
                page.close()

    def test_theAppearanceThatIsChosenStays(self):
        page = self.page("/get")
        self.assertEqual(page.evaluate("getComputedStyle(document.body).backgroundColor"), "rgb(244, 246, 245)")
        page.choose("#choices span + span select", "dark")
        self.assertEqual(page.evaluate("getComputedStyle(document.body).backgroundColor"), "rgb(15, 20, 19)")
        page.go("about:blank")
        page.go(self.url + "/get")
        page.wait("document.documentElement.dataset.appearance === 'dark'")

    def test_aSecretIsSentAndReadByKeyboardAlone(self):
        page = self.page("/create")
        self.tab_to(page, "document.activeElement.name === 'secret'")
        page.call("Input.insertText", text="typed, not clicked")
        page.press("Enter", modifiers=2)
        page.wait("document.querySelector('[name=link]') !== null")
        self.assertEqual(page.evaluate("document.activeElement.tagName"), "H1")
        reader = self.open_link(page.value("[name=link]"))
        self.tab_to(reader, "document.activeElement.type === 'submit'")
        reader.press("Enter")
        self.assertEqual(self.shown_text(reader), "typed, not clicked")

    def tab_to(self, page, condition):
        for _ in range(25):
            page.press("Tab")
            if page.evaluate(condition):
                return
        self.fail(f"the keyboard does not reach where {condition}")

    def test_theSkipLinkLeadsToTheContent(self):
        page = self.page("/create")
        page.press("Tab")
        self.assertEqual(page.evaluate("document.activeElement.className"), "skip")
        page.press("Enter")
        page.wait("document.activeElement.id === 'main'")

    def test_aServerThatSaysNothingOfItsSetupIsEnough(self):
        if self.stand_in is None:
            self.skipTest("a real server says all of it")
        self.stand_in.config, kept = {}, self.stand_in.config
        self.addCleanup(setattr, self.stand_in, "config", kept)
        for path in PAGES:  # configuration that says nothing is enough
            self.page(path).close()


if __name__ == "__main__":
    main()
