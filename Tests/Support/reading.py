#!/usr/bin/env python3
"""Measures what reading documents costs, and prints it beside what it may cost.

    Tests/Support/reading.py .build/release/dialtone

"dialtone check" of a flow of a megabyte takes its CPU beside that of "xmllint --noout" on the same file; a goto to another
document, which has been read before, beside a goto within one. Medians of seven. The exit status is 1 when more was taken.
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile

RUNS = 7
GOTOS = 2_000
ROOT = """<vxml version="2.1" xmlns="http://www.w3.org/2001/vxml"><var name="n" expr="{gotos}"/></vxml>
"""
PAGE = """<vxml version="2.1" xmlns="http://www.w3.org/2001/vxml" application="root.vxml">
<form id="a"><block><assign name="n" expr="n - 1"/><if cond="n &lt; 1"><exit expr="'done'"/></if><goto next="{next}"/></block></form>
</vxml>
"""


def cpu(command, expected=b""):
    """CPU seconds of a process and those that it starts, the median of some."""
    taken = []
    for _ in range(RUNS):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        finished = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        if expected not in finished.stdout:
            sys.exit(f"{' '.join(command)}: {finished.stdout.decode()}")
        taken.append(after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime)
    return statistics.median(taken)


def write(folder, name, text):
    with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
        file.write(text)


def goto_cost(program, folder, targets):
    """CPU seconds of one goto, between pages that lead to each other."""
    flow = os.path.join(folder, f"flow-{len(targets)}")
    os.mkdir(flow)
    for index, target in enumerate(targets):
        write(flow, "main.vxml" if index == 0 else "other.vxml", PAGE.replace("{next}", target))
    costs = []
    for gotos in (0, GOTOS):
        write(flow, "root.vxml", ROOT.replace("{gotos}", str(gotos)))
        costs.append(cpu([program, "run", flow, "--clock", "virtual"], b"done"))
    return (costs[1] - costs[0]) / GOTOS


def row(title, cost, measure, most):
    """Prints a line; whether the target is missed."""
    factor = cost / measure
    print(f"{title:44}{f'{most:.0f} x':>8}{f'{factor:.2f} x':>12}  {'kept' if factor <= most else 'missed'}", flush=True)
    return factor > most


def main():
    parser = argparse.ArgumentParser(description="Measures what reading documents costs.")
    parser.add_argument("program", help="a release build of dialtone")
    program = os.path.abspath(parser.parse_args().program)
    missed = 0
    with tempfile.TemporaryDirectory() as folder:
        big = os.path.join(folder, "big.vxml")
        subprocess.run([os.path.join(os.path.dirname(__file__), "bigflow.py"), big], check=True)
        reading = cpu(["xmllint", "--noout", big])
        checking = cpu([program, "check", big])
        print(f"{'CPU beside':44}{'target':>8}{'measured':>12}")
        missed += row(f"check of 1 MB ({checking * 1e3:.0f} ms), xmllint ({reading * 1e3:.0f} ms)", checking, reading, 10)
        within = goto_cost(program, folder, ["#a"])
        between = goto_cost(program, folder, ["other.vxml", "main.vxml"])
        title = f"a goto to a document ({between * 1e6:.1f} us), within ({within * 1e6:.1f} us)"
        missed += row(title, between, within, 3)
    sys.exit(1 if missed else 0)


if __name__ == "__main__":
    main()
