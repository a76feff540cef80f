#!/usr/bin/env python3
"""Compares the console's translations with the texts in its sources, and each translation with its source."""

import collections
import glob
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree

ROOT = os.path.abspath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", ".."))
FOLDER = os.path.join(ROOT, "ui", "desktop", "translations")
PLURALS = {"en": 2, "de": 2, "fr": 2, "es": 2, "ja": 1, "zh_CN": 1}  # forms, as Qt has them

Text = collections.namedtuple("Text", "context source comment forms finished numbered")


def texts(folder, language):
    """Every text of a language, as its file in `folder` has it."""
    found = []
    for context in ElementTree.parse(os.path.join(folder, f"gatehouse_{language}.ts")).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            numbered = message.get("numerus") == "yes"
            found.append(Text(context.findtext("name"), message.findtext("source"), message.findtext("comment"), forms,
                              translation.get("type") is None, numbered))
    return found


def placeholders(text):
    return sorted(re.findall(r"%L?(?:\d+|n)", text))


def mnemonic(text):
    """The letter after its only ampersand; none: ''."""
    letters = re.findall(r"&(.)", text.replace("&&", ""))
    return letters[0].lower() if len(letters) == 1 else "".join(letters)


class Translations(unittest.TestCase):
    def holdsForEvery(self, form_is_right):
        """Fails with all forms for which form_is_right(form, source) does not hold."""
        wrong = [(language, text.context, text.source, form) for language in PLURALS for text in texts(FOLDER, language)
                 for form in text.forms if not form_is_right(form, text.source)]
        self.assertEqual(wrong, [])

    def test_noTextOfTheSourcesIsMissing(self):
        if shutil.which("qtpaths6") is None:
            self.skipTest("no Qt tools are installed")
        with tempfile.TemporaryDirectory() as folder:
            for language in PLURALS:
                shutil.copy(os.path.join(FOLDER, f"gatehouse_{language}.ts"), folder)
            subprocess.run([os.path.join(FOLDER, "update"), folder], check=True, stderr=subprocess.DEVNULL)
            for language in PLURALS:
                def key(text):
                    return (text.context, text.source, text.comment or "", text.numbered)
                wanted = {key(text) for text in texts(folder, language)}
                kept = {key(text) for text in texts(FOLDER, language)}
                self.assertGreater(len(wanted), 800 if language != "en" else 5)
                self.assertEqual((sorted(wanted - kept), sorted(kept - wanted)), ([], []), f"run ui/desktop/translations/update: {language}")

    def test_everyTextIsTranslated(self):
        for language in PLURALS:
            unfinished = [text for text in texts(FOLDER, language) if not text.finished or not all(form.strip() for form in text.forms)
                          or len(text.forms) != (PLURALS[language] if text.numbered else 1)]
            self.assertEqual(unfinished, [], language)

    def test_whatIsPutInIsTheSame(self):
        self.holdsForEvery(lambda form, source: placeholders(form) == placeholders(source))

    def test_whereThereIsAMnemonicThereIsOne(self):
        self.holdsForEvery(lambda form, source: len(mnemonic(form)) == len(mnemonic(source)))

    def test_itBeginsAndEndsAsTheSource(self):
        self.holdsForEvery(lambda form, source: form == form.strip() or source != source.strip())
        self.holdsForEvery(lambda form, source: form.endswith("…") == source.endswith("…"))
        self.holdsForEvery(lambda form, source: form.endswith(("?", "？")) == source.endswith("?"))

    def test_whatTheClientSaysIsWhatIsTranslated(self):
        with open(os.path.join(ROOT, "ui", "desktop", "sharing", "sharing_words.cpp"), encoding="utf-8") as file:
            known = re.findall(r'QT_TRANSLATE_NOOP\("[^"]*",\s*"([^"]*)"\)', file.read())
        self.assertGreater(len(known), 20)
        said = ""
        for path in sorted(glob.glob(os.path.join(ROOT, "ui", "client", "*.cpp"))):
            with open(path, encoding="utf-8") as file:
                said += file.read()
        self.assertEqual([text for text in known if f'u"{text}"_s' not in said], [])

    def test_mnemonicsThatDifferStayDifferent(self):
        for language in PLURALS:
            by_context = collections.defaultdict(list)
            for text in texts(FOLDER, language):
                if mnemonic(text.source):
                    by_context[text.context].append(text)
            for context, all_of_it in by_context.items():
                sources = [mnemonic(text.source) for text in all_of_it]
                if len(set(sources)) == len(sources):
                    letters = [mnemonic(text.forms[0]) for text in all_of_it]
                    self.assertEqual(len(set(letters)), len(letters), f"{language}, {context}: {letters}")


if __name__ == "__main__":
    run = unittest.main(exit=False, verbosity=0).result
    failed = len(run.failures) + len(run.errors)
    print(f"Totals: {run.testsRun - failed} passed, {failed} failed, {len(run.skipped)} skipped, 0 blacklisted, 0ms")
    sys.exit(0 if run.wasSuccessful() else 1)
