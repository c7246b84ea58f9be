#!/usr/bin/env python3
"""Measures what reading documents costs, and prints it beside what it may cost.

    Tests/Support/reading.py .build/release/dialtone

"dialtone check" of a flow of a megabyte takes its CPU beside that of "xmllint --noout" on the same file; a goto to another
document, which has been read before, beside a goto within one. The runs of what is compared take turns; told are the medians,
and the median of each turn's ratio. The exit status is 1 when more was taken.
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile

TURNS = 15
GOTOS = 2_000
ROOT = """<vxml version="2.1" xmlns="http://www.w3.org/2001/vxml"><var name="n" expr="{gotos}"/></vxml>
"""
PAGE = """<vxml version="2.1" xmlns="http://www.w3.org/2001/vxml" application="root.vxml">
<form id="a"><block><assign name="n" expr="n - 1"/><if cond="n &lt; 1"><exit expr="'done'"/></if><goto next="{next}"/></block></form>
</vxml>
"""


def cpu(command, expected):
    """CPU seconds of a process and those that it starts."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    finished = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if expected not in finished.stdout:
        sys.exit(f"{' '.join(command)}: {finished.stdout.decode()}")
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def write(folder, name, text):
    with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
        file.write(text)


class Gotos:
    """A flow whose pages lead to each other, with many gotos and with none."""

    def __init__(self, program, folder, targets):
        self.commands = []
        for gotos in (0, GOTOS):
            flow = os.path.join(folder, f"flow-{len(targets)}-{gotos}")
            os.mkdir(flow)
            write(flow, "root.vxml", ROOT.replace("{gotos}", str(gotos)))
            for index, target in enumerate(targets):
                write(flow, "main.vxml" if index == 0 else "other.vxml", PAGE.replace("{next}", target))
            self.commands.append([program, "run", flow, "--clock", "virtual"])

    def cost(self):
        """CPU seconds of one goto."""
        none, many = (cpu(command, b"done") for command in self.commands)
        return (many - none) / GOTOS


def compare(title, measured, measure, most):
    """Takes turns, and prints a line; whether the target is missed."""
    turns = [(measured(), measure()) for _ in range(TURNS)]
    factor = statistics.median(one / other for one, other in turns)
    title = title.format(*(statistics.median(times) * 1e3 for times in zip(*turns)))
    print(f"{title:48}{f'{most:.0f} x':>8}{f'{factor:.2f} x':>12}  {'kept' if factor <= most else 'missed'}", flush=True)
    return factor > most


def main():
    parser = argparse.ArgumentParser(description="Measures what reading documents costs.")
    parser.add_argument("program", help="a release build of dialtone")
    program = os.path.abspath(parser.parse_args().program)
    missed = 0
    with tempfile.TemporaryDirectory() as folder:
        big = os.path.join(folder, "big.vxml")
        subprocess.run([os.path.join(os.path.dirname(__file__), "bigflow.py"), big], check=True)
        print(f"{'CPU beside':48}{'target':>8}{'measured':>12}")
        missed += compare(
            "check of 1 MB ({:.0f} ms), xmllint ({:.0f} ms)",
            lambda: cpu([program, "check", big], b""), lambda: cpu(["xmllint", "--noout", big], b""), 10)
        between = Gotos(program, folder, ["other.vxml", "main.vxml"])
        within = Gotos(program, folder, ["#a"])
        missed += compare(
            "a goto to a document ({:.4f} ms), within ({:.4f} ms)", between.cost, within.cost, 3)
    sys.exit(1 if missed else 0)


if __name__ == "__main__":
    main()
