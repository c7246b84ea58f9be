#!/usr/bin/env python3
"""Measures a flow against the targets for its speed, and prints both side by side.

    Tests/Support/targets.py .build/release/dialtone

Each number is the median of five processes. The exit status is 1 when a call went another way than its transcript.
"""

import argparse
import json
import subprocess
import sys

FLOW = "flows/contact-center"
SCRIPT = FLOW + "/calls/order-status-twelve-keys.call"

# What is measured: options of "dialtone bench", the figure, the target, whether more is better, how it is written.
TARGETS = [
    ("calls per second, one lane", "--only speed --calls 20000 --concurrency 100 --lanes 1",
     "callsPerSecond", 3000, True, "{:,.0f}"),
    ("CPU per call", "", "cpuPerCall", None, False, "{:.3f} ms"),
    ("memory per waiting call, 50,000 waiting", "--only memory --concurrency 50000",
     "bytesPerWaitingCall", 8 * 1024, False, "{:,.0f} B"),
    ("99 % of keys answered, 10,000 calls", "--only latency --concurrency 10000",
     "keyP99", 1, False, "{:.3f} ms"),
    ("  keys pressed in a second", "", "keysPerSecond", None, False, "{:,.0f}"),
    ("  half of them", "", "keyMedian", None, False, "{:.3f} ms"),
    ("  the last of them", "", "keyMax", None, False, "{:.3f} ms"),
    ("99 % of others' keys, plugins take 2 s", "--only latency --concurrency 2000 --plugin-delay 2000",
     "keyP99", 5, False, "{:.3f} ms"),
    ("first prompt of a cold process", "--only cold", "coldFirstPrompt", 200, False, "{:.1f} ms"),
]


def measure(program, options):
    command = [program, "bench", FLOW, "--script", SCRIPT, "--json", "--runs", "5"] + options.split()
    finished = subprocess.run(command, stdout=subprocess.PIPE, check=False)
    if not finished.stdout:
        sys.exit(f"{' '.join(command)}: failed")
    return json.loads(finished.stdout)


def main():
    parser = argparse.ArgumentParser(description="Measures a flow against the targets for its speed.")
    parser.add_argument("program", help="a release build of dialtone")
    program = parser.parse_args().program
    print(f"{SCRIPT}, medians of five\n")
    print(f"{'':40}{'target':>12}{'measured':>14}")
    failed = 0
    report = {}
    for title, options, figure, target, more_is_better, form in TARGETS:
        if options:
            report = measure(program, options)
            failed += report["failedCalls"]
        value = report["medians"][figure]
        verdict = ""
        if target is not None:
            verdict = "  kept" if (value >= target) == more_is_better or value == target else "  missed"
        limit = "" if target is None else form.format(target)
        print(f"{title:40}{limit:>12}{form.format(value):>14}{verdict}", flush=True)
    print(f"\n{failed or 'no'} calls failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
