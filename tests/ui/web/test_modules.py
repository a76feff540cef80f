#!/usr/bin/env python3
"""Runs the tests of the pages' modules, which are in units/, and reports them as QtTest does."""

import glob
import os
import re
import shutil
import subprocess
import sys

SKIPPED = 77  # what CTest takes for "could not run here"


def main():
    node = shutil.which("node")
    if node is None:
        print("No node is installed")
        sys.exit(SKIPPED)
    folder = os.path.join(os.path.dirname(os.path.abspath(__file__)), "units")
    files = sorted(glob.glob(os.path.join(folder, "*.test.mjs")))
    passed = failed = 0
    for file in files:
        run = subprocess.run([node, "--test", "--test-reporter=tap", file], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
        # A file is a test that holds the others, which node 18 lists below it and later ones in its place.
        results = [found for found in re.findall(r"^ *(not ok|ok) \d+ - (.*)$", run.stdout, re.MULTILINE) if not found[1].endswith(".mjs")]
        for outcome, name in results:
            print(f"{'PASS ' if outcome == 'ok' else 'FAIL!'}  : {os.path.basename(file).removesuffix('.test.mjs')}::{name}")
        failures = sum(outcome != "ok" for outcome, _ in results)
        if failures or run.returncode or not results:
            print(run.stdout)
        failed += max(failures, 1 if run.returncode or not results else 0)
        passed += len(results) - failures
    print(f"Totals: {passed} passed, {failed} failed, 0 skipped, 0 blacklisted, 0ms")
    sys.exit(1 if failed or not files else 0)


if __name__ == "__main__":
    main()
