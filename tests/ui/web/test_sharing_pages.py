#!/usr/bin/env python3
"""Handing secrets over from page to page, in a real browser."""

import hashlib
import io
import json
import os
import tempfile
import zipfile

from page_test import PageTest, main

# What a progress bar says and shows, in order, for being looked at later.
WATCH_PROGRESS = """(() => {
    window.watched = [];
    const look = () => { const bar = document.querySelector('progress'); if (bar?.hasAttribute('value')) watched.push([bar.getAttribute('aria-label'), bar.value]); };
    new MutationObserver(look).observe(document.querySelector('main'), { subtree: true, childList: true, attributes: true });
})()"""


class Sharing(PageTest):
    def test_aTextIsHandedOverOnce(self):
        link, sender = self.link_to("correct horse\nbattery <b>staple</b> 🐎")
        sender.see("Not opened yet")
        reader = self.open_link(link)
        self.reveal(reader)
        self.assertEqual(self.shown_text(reader), "correct horse\nbattery <b>staple</b> 🐎")
        second = self.open_link(link)
        self.reveal(second)
        second.see("Somebody has already opened it")
        sender.see("It was opened", patience=40)

    def test_nothingIsFetchedBeforeReveal(self):
        link, sender = self.link_to()
        reader = self.open_link(link)
        reader.see("Revealing it removes it from the server")
        reader.complaints()
        self.assertEqual([r["url"] for r in reader.requests if "/api/" in r["url"]], [])
        self.reveal(reader)
        self.assertEqual(self.shown_text(reader), "the secret")

    def test_theKeyStaysInTheBrowser(self):
        link, sender = self.link_to("text that must not leave the browser")
        key = link.split("#")[1].split(":")[0]
        reader = self.open_link(link)
        self.assertNotIn(key, reader.evaluate("location.href"))
        self.reveal(reader)
        self.shown_text(reader)
        reader.click("a[href='/get']")
        reader.see("Open a secret")
        for page in (sender, reader):
            page.complaints()
            for request in page.requests:
                sent = dict(request, urlFragment="")
                self.assertNotIn(key, json.dumps(sent))
                self.assertNotIn("must not leave", json.dumps(sent))
                self.assertNotIn("/s/", request["headers"].get("Referer", ""))  # nor the identifier; a style's own address is fine
            self.assertEqual([url for url in page.history() if "#" in url], [])
        self.assertNotIn(key, reader.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])"))

    def test_aPassphraseIsAskedForAndAWrongOneIsTold(self):
        link, _ = self.link_to("guarded", lambda page: page.type("[name=passphrase]", "sesame"))
        reader = self.open_link(link)
        self.assertFalse(reader.evaluate("document.querySelector('[name=passphrase]').checkVisibility()"))
        self.reveal(reader)
        reader.type("[name=passphrase]", "wrong")
        self.reveal(reader)
        reader.see("This passphrase is wrong")
        reader.type("[name=passphrase]", "sesame")
        self.reveal(reader)
        self.assertEqual(self.shown_text(reader), "guarded")

    def test_aKeyOfItsOwnIsNeededAndAWrongOneCostsNothing(self):
        def separately(page):
            page.click("summary")
            page.click("[name=separate]")
        link, sender = self.link_to("apart", separately)
        key = sender.value("[name=key]")
        self.assertNotIn("#", link)
        reader = self.open_link(link)
        reader.type("[name=key]", "nonsense")
        self.reveal(reader)
        reader.see("This is no key")
        reader.type("[name=key]", "A" * 43)
        self.reveal(reader)
        reader.see("This key does not open it")
        reader.type("[name=key]", key)
        self.reveal(reader)
        self.assertEqual(self.shown_text(reader), "apart")

    def test_whoIsElsewhereIsRefusedAndTakesNothing(self):
        def restrict(page):
            page.click("summary")
            page.type("[name=addresses]", "192.0.2.1")
        link, sender = self.link_to("only there", restrict)
        reader = self.open_link(link)
        self.reveal(reader)
        reader.see("the sender restricts from where")
        receipt = self.open_link(sender.value("[name=receipt]"))
        receipt.see("Not opened yet")

    def test_aMistakeInARestrictionIsNamedAndNothingIsSent(self):
        page = self.page("/create")
        page.type("textarea[name=secret]", "x")
        page.click("summary")
        page.type("[name=addresses]", "10.0.0.1 nonsense")
        page.click("summary")  # closed again: the mistake opens it
        page.click("button[type=submit]")
        page.see("“nonsense” is not something to restrict by")
        page.complaints()
        self.assertEqual([r["url"] for r in page.requests if r["method"] == "POST"], [])

    def test_theSenderCanDestroyWhatNobodyHasOpened(self):
        link, sender = self.link_to("burn me")
        receipt = self.open_link(sender.value("[name=receipt]"))
        receipt.click(".burn button")
        receipt.see("Then nobody can open it")
        receipt.click(".burn button.danger")
        receipt.see("Destroyed before anybody opened it")
        reader = self.open_link(link)
        self.reveal(reader)
        reader.wait("document.querySelector('.notice.bad') !== null")
        self.assertFalse(reader.has(".shown"))

    def test_aFileOfOneByteArrivesUnchanged(self):
        self.hand_over_file(b"1", "Bericht 2026 – Übersicht.bin")

    def test_aFileOfOneMebibyteArrivesUnchanged(self):
        self.hand_over_file(os.urandom(1 << 20), "archive.tar.gz")

    def test_aFileOfTenMebibytesArrivesUnchanged(self):
        self.hand_over_file(os.urandom(10 << 20), "図面.pdf")

    def hand_over_file(self, content, name):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, name)
            with open(path, "wb") as file:
                file.write(content)
            page = self.page("/create")
            page.attach("[name=files]", path)
            page.click(".switch label", 1)
            page.see(name)
            page.click("button[type=submit]")
            page.patience = 120
            page.wait("document.querySelector('[name=link]') !== null")
            reader = self.open_link(page.value("[name=link]"))
            reader.patience = 120
            self.reveal(reader)
            reader.see(name)
            reader.click(".actions button.primary")
            saved = reader.downloaded()
            self.assertEqual(os.path.basename(saved), name)
            with open(saved, "rb") as file:
                self.assertEqual(hashlib.sha256(file.read()).hexdigest(), hashlib.sha256(content).hexdigest())

    def test_severalFilesArriveAsOneArchive(self):
        with tempfile.TemporaryDirectory() as folder:
            for name in ("a.txt", "b.txt"):
                with open(os.path.join(folder, name), "w") as file:
                    file.write(f"content of {name}")
            page = self.page("/create")
            page.attach("[name=files]", os.path.join(folder, "a.txt"), os.path.join(folder, "b.txt"))
            page.click(".switch label", 1)
            page.click("button[type=submit]")
            reader = self.open_link(page.value("[name=link]"))
        self.reveal(reader)
        reader.click(".actions button.primary")
        with open(reader.downloaded(), "rb") as file:
            archive = zipfile.ZipFile(io.BytesIO(file.read()))
        self.assertEqual({name: archive.read(name).decode() for name in archive.namelist()}, {"a.txt": "content of a.txt", "b.txt": "content of b.txt"})

    def test_progressIsShownWhileUploadingAndDownloading(self):
        with tempfile.NamedTemporaryFile() as file:
            file.write(os.urandom(6 << 20))
            file.flush()
            page = self.page("/create")
            page.attach("[name=files]", file.name)
            page.click(".switch label", 1)
            page.speed(4 << 20)
            page.evaluate(WATCH_PROGRESS)
            page.click("button[type=submit]")
            page.wait("document.querySelector('[name=link]') !== null", 60)
            self.assert_went_on(page, "Uploading…")
        reader = self.open_link(page.value("[name=link]"))
        reader.speed(4 << 20)
        reader.evaluate(WATCH_PROGRESS)
        self.reveal(reader)
        reader.wait("document.querySelector('.file-line') !== null", 60)
        self.assert_went_on(reader, "Fetching …")

    def assert_went_on(self, page, label):
        shares = [share for name, share in page.evaluate("watched") if name == label and 0 < share < 100]
        self.assertGreater(len(set(shares)), 1, shares)
        self.assertEqual(shares, sorted(shares))

    def test_whatAnotherClientLockedIsShownAsTextWhateverIsInIt(self):
        link = self.locked_elsewhere("'<img src=x onerror=\"document.title = 1\">'", "null")
        reader = self.open_link(link)
        self.reveal(reader)
        self.assertEqual(self.shown_text(reader), '<img src=x onerror="document.title = 1">')
        self.assertFalse(reader.has("main img"))

    def test_aHostileFileNameIsMadeHarmless(self):
        link = self.locked_elsewhere("'x'", "'../../.config/<b>evil\\u202Etxt.exe'")
        reader = self.open_link(link)
        self.reveal(reader)
        reader.see("_b_eviltxt.exe")
        reader.click(".actions button.primary")
        self.assertEqual(os.path.basename(reader.downloaded()), "_b_eviltxt.exe")

    def test_anArrayOfIntegersIsReadAsHakanaiWritesIt(self):
        page = self.page("/get")
        link = page.evaluate("""(async () => {
            const kAssets = document.querySelector('script[type=module]').src.replace('app.js', '');
            const { toBase64, toBase64Url } = await import(kAssets + 'protocol/base64.js');
            const { encryptToBase64, shortHash } = await import(kAssets + 'protocol/secret_envelope.js');
            const payload = Uint8Array.of(0x92, 0x93, 104, 0xcc, 0xc3, 0xcc, 0xa9, 0xc0); // "hé"
            const raw = crypto.getRandomValues(new Uint8Array(32));
            const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt']);
            const body = JSON.stringify({ data: await encryptToBase64(key, payload), expires_in: 3600 });
            const answer = await fetch('/api/v1/secret', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
            return `${location.origin}/s/${(await answer.json()).id}#${toBase64Url(raw)}:${toBase64Url(await shortHash(payload))}`;
        })()""")
        reader = self.open_link(link)
        self.reveal(reader)
        self.assertEqual(self.shown_text(reader), "hé")

    def test_whatIsNotWhatTheSenderLockedIsNotShown(self):
        link = self.locked_elsewhere("'swapped'", "null")
        reader = self.open_link(link.rsplit(":", 1)[0] + ":" + "A" * 22)
        self.reveal(reader)
        reader.see("is not what the sender locked")
        self.assertFalse(reader.has(".shown"))

    def locked_elsewhere(self, text, filename):
        return self.page("/get").evaluate(f"""(async () => {{
            const kAssets = document.querySelector('script[type=module]').src.replace('app.js', '');
            const {{ lockSecret }} = await import(kAssets + 'protocol/secret_envelope.js');
            const {{ data, fragment }} = await lockSecret(new TextEncoder().encode({text}), {filename});
            const body = JSON.stringify({{ data, expires_in: 3600 }});
            const answer = await fetch('/api/v1/secret', {{ method: 'POST', headers: {{ 'Content-Type': 'application/json' }}, body }});
            return `${{location.origin}}/s/${{(await answer.json()).id}}#${{fragment}}`;
        }})()""")

    def test_aPastedLinkOpensAndAnotherServersIsNotTried(self):
        link, _ = self.link_to("pasted")
        page = self.page("/get")
        page.type("[name=link]", "https://elsewhere.example/s/01HV0000000000000000000000#" + "A" * 43)
        page.click("form button[type=submit]")
        page.see("belongs to elsewhere.example")
        page.type("[name=link]", "hello")
        page.click("form button[type=submit]")
        page.see("This is not a link to a secret")
        page.type("[name=link]", link)
        page.click("form button[type=submit]")
        page.see("Reveal the secret")
        self.reveal(page)
        self.assertEqual(self.shown_text(page), "pasted")

    def test_whatIsCopiedDoesNotStayInTheClipboard(self):
        link, _ = self.link_to("to be copied")
        reader = self.open_link("/s/x")
        reader.before_scripts("const later = window.setInterval; window.setInterval = (f, ms) => later(f, ms / 40);")
        reader.go("about:blank")
        reader.go(link)
        reader.wait("document.querySelector('main h1') !== null")
        self.reveal(reader)
        self.shown_text(reader)
        reader.click(".actions button.primary")
        reader.see("The clipboard is emptied")
        self.assertEqual(reader.evaluate("navigator.clipboard.readText()"), "to be copied")
        reader.see("The clipboard has been emptied")
        self.assertEqual(reader.evaluate("navigator.clipboard.readText()"), "")

    def test_clearingTakesTheSecretOffThePage(self):
        link, _ = self.link_to("fleeting")
        reader = self.open_link(link)
        self.reveal(reader)
        self.shown_text(reader)
        reader.click(".actions button", 2)
        reader.see("It is gone from this page, too")
        self.assertFalse(reader.has(".shown"))

    def test_anEmptyFormSaysWhatIsMissing(self):
        page = self.page("/create")
        page.click("button[type=submit]")
        page.see("Write something first.")
        self.assertEqual(page.evaluate("document.activeElement.name"), "secret")
        page.click(".switch label", 1)
        page.click("button[type=submit]")
        page.see("Choose a file first.")

    def test_withoutTheServerThePageSaysSoAndKeepsWhatWasTyped(self):
        page = self.page("/create")
        page.type("textarea[name=secret]", "not lost")
        page.speed(offline=True)
        page.click("button[type=submit]")
        page.see("The server cannot be reached")
        page.speed()
        self.assertEqual(page.value("textarea[name=secret]"), "not lost")
        page.click("button[type=submit]")
        page.wait("document.querySelector('[name=link]') !== null")

    def test_whatAnotherProgramHandsOverFillsTheForm(self):
        page = self.page("/share#data=aGFuZGVkIG92ZXI%3D&ttl=3600")
        self.assertEqual(page.value("textarea[name=secret]"), "handed over")
        self.assertEqual(page.value("[name=lifetime]"), "3600")
        self.assertNotIn("#", page.evaluate("location.href"))

    def test_anInvitationLetsSomebodySend(self):
        if self.token is None:
            self.skipTest("no token is given")
        page = self.page("/one-time-token")
        page.type("[name=token]", "not-a-token")
        page.click("button[type=submit]")
        page.wait("document.querySelector('.mistake').textContent !== ''")
        page.type("[name=token]", self.token)
        page.click("button[type=submit]")
        link = page.value("[name=link]")
        invited = self.open_link(link)
        self.assertNotIn("token", invited.evaluate("location.href"))
        invited.type("textarea[name=secret]", "from a guest")
        invited.click("button[type=submit]")
        reader = self.open_link(invited.value("[name=link]"))
        self.reveal(reader)
        self.assertEqual(self.shown_text(reader), "from a guest")
        again = self.open_link(link)
        again.type("textarea[name=secret]", "one more")
        again.click("button[type=submit]")
        again.wait("[...document.querySelectorAll('.mistake')].some((mistake) => mistake.textContent !== '')")
        self.assertFalse(again.has("[name=link]"))

    def test_theQrCodeIsThere(self):
        _, sender = self.link_to()
        self.assertTrue(sender.evaluate("document.querySelector('svg.qr path').getAttribute('d').length > 1000"))
        self.assertEqual(sender.evaluate("document.querySelector('svg.qr').getAttribute('aria-label')"), "QR code of the link")


class Asking(PageTest):
    def ask(self, note="Please send it"):
        page = self.page("/request")
        page.type("[name=note]", note)
        page.click("button[type=submit]")
        page.wait("document.querySelector('[name=private]') !== null")
        return page, page.value("[name=link]"), page.value("[name=private]")

    def answer(self, link, text):
        page = self.open_link(link)
        page.type("textarea[name=secret]", text)
        page.click("button[type=submit]")
        page.see("Only the one who asked can open it")
        return page

    def test_theAnswerReachesWhoAsked(self):
        asker, link, private = self.ask("The <b>password</b>, please")
        answerer = self.open_link(link)
        answerer.see("The <b>password</b>, please")
        self.answer(link, "hunter2")
        asker.see("The answer is here", patience=40)
        asker.click("form button[type=submit]")
        self.assertEqual(self.shown_text(asker), "hunter2")
        later = self.open_link(private)
        later.see("The answer was already collected")

    def test_thePrivateLinkIsEnoughToReadTheAnswer(self):
        _, link, private = self.ask()
        self.answer(link, "much later")
        collector = self.open_link(private)
        self.assertNotIn("#", collector.evaluate("location.href"))
        collector.see("The answer is here")
        collector.click("form button[type=submit]")
        self.assertEqual(self.shown_text(collector), "much later")

    def test_aRequestTakesOneAnswer(self):
        _, link, _ = self.ask()
        self.answer(link, "first")
        second = self.open_link(link)
        second.see("already answered")
        self.assertFalse(second.has("textarea"))

    def test_aKeyThatIsNotTheLinksIsRefusedBeforeAnythingIsTyped(self):
        _, link, _ = self.ask()
        for broken in (link.split("#")[0], link.split("#")[0] + "#" + "A" * 22, link[:-4]):
            page = self.open_link(broken)
            page.see("incomplete or was tampered with")
            self.assertFalse(page.has("textarea"))

    def test_thePrivateKeyStaysInTheBrowser(self):
        asker, link, private = self.ask()
        self.answer(link, "x")
        collector = self.open_link(private)
        collector.see("The answer is here")
        collector.click("form button[type=submit]")
        self.shown_text(collector)
        key = private.split(":")[-1]
        for page in (asker, collector):
            page.complaints()
            for request in page.requests:
                self.assertNotIn(key, json.dumps(dict(request, urlFragment="")))

    def test_brokenPrivateLinksSaySo(self):
        self.page("/request#nonsense").see("This private link is incomplete")
        self.page("/receipt#nonsense").see("This status link is incomplete")
        self.page("/r/01HV0000000000000000000000#" + "A" * 22).see("has expired, or the link is incomplete")


if __name__ == "__main__":
    main()
