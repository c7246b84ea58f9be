#!/usr/bin/env python3
"""Known faults of products, with what callers can do about them themselves; see the README beside it."""

import csv
import json
import os
import sqlite3
import threading

import dialtone

SETTINGS = {"faults", "reports"}


def make(start):
    settings = start["settings"]
    for name in sorted(settings.keys() - SETTINGS):
        raise dialtone.Failure("badsetting", f"there is no setting '{name}'; there are {', '.join(sorted(SETTINGS))}")
    own = os.path.join(os.path.dirname(os.path.abspath(__file__)), "data")
    catalogue = Catalogue(os.path.join(start["flowFolder"], settings["faults"]) if "faults" in settings else own)
    reports = Reports(os.path.join(start["dataFolder"], settings["reports"]) if "reports" in settings else ":memory:")

    def products(parameters, context):
        return catalogue.products(language(parameters, context))

    def find(parameters, context):
        return catalogue.find(parameters["product"], parameters["code"], language(parameters, context))

    def report(parameters, context):
        product, code = parameters["product"], parameters["code"]
        if not catalogue.knows(product, code):
            return {"noted": False}
        return reports.note(product, code, parameters["helped"], context["invocation"])

    return {"products": products, "find": find, "report": report}


class Catalogue:
    """Products and faults, read once from products.csv and faults.csv."""

    def __init__(self, folder):
        self.names = {}
        self.faults = {}
        try:
            for row in self.rows(folder, "products.csv"):
                self.names.setdefault(row["product"], {})[row["language"]] = row["name"]
            for row in self.rows(folder, "faults.csv"):
                self.faults.setdefault((row["product"], row["code"]), {})[row["language"]] = row
        except (OSError, KeyError, UnicodeError) as error:
            raise dialtone.Failure("unavailable", f"the faults cannot be read: {error!r}")

    @staticmethod
    def rows(folder, name):
        with open(os.path.join(folder, name), encoding="utf-8", newline="") as file:
            yield from csv.DictReader(file)

    def products(self, language):
        products = [
            {"product": number, "name": in_language(names, language)} for number, names in sorted(self.names.items())
        ]
        return {"count": len(products), "products": products}

    def knows(self, product, code):
        return (product, code) in self.faults

    def find(self, product, code, language):
        if not self.knows(product, code):
            return {"found": False}
        fault = in_language(self.faults[product, code], language)
        steps = [step.strip() for step in fault["steps"].split("|")]
        return {
            "found": True,
            "name": in_language(self.names.get(product, {"": product}), language),
            "title": fault["title"],
            "steps": steps,
            "stepCount": len(steps),
            "expert": fault["expert"],
        }


def language(parameters, context):
    """The language of what is spoken: the parameter, or the call's. Of `zh-CN` the part `zh`."""
    return parameters.get("language", context["locale"]).split("-")[0].lower()


def in_language(texts, language):
    """The text in that language, or else the first one."""
    return texts.get(language, next(iter(texts.values())))


class Reports:
    """What callers have tried, in SQLite."""

    TABLES = """
        CREATE TABLE IF NOT EXISTS report (
            product TEXT NOT NULL, code TEXT NOT NULL, tried INTEGER NOT NULL, helped INTEGER NOT NULL,
            PRIMARY KEY (product, code)
        ) STRICT;
        CREATE TABLE IF NOT EXISTS answer (invocation TEXT PRIMARY KEY, answer TEXT NOT NULL) STRICT;
    """

    def __init__(self, path):
        self.path = path
        self.lock = threading.Lock()
        self.store = None

    def note(self, product, code, helped, invocation):
        """Counts a caller, once for each invocation: asked again, it answers as before."""
        with self.lock:
            try:
                with self.opened() as store:
                    store.execute("BEGIN IMMEDIATE")
                    row = store.execute("SELECT answer FROM answer WHERE invocation = ?", [invocation]).fetchone()
                    if row:
                        return json.loads(row[0])
                    tried, helped = store.execute(
                        "INSERT INTO report VALUES (?, ?, 1, ?) ON CONFLICT DO UPDATE"
                        " SET tried = tried + 1, helped = helped + excluded.helped RETURNING tried, helped",
                        [product, code, int(helped)],
                    ).fetchone()
                    answer = {"noted": True, "tried": tried, "helped": helped}
                    store.execute("INSERT INTO answer VALUES (?, ?)", [invocation, json.dumps(answer)])
                    return answer
            except (OSError, sqlite3.Error) as error:
                raise dialtone.Failure("unavailable", f"the reports cannot be written: {type(error).__name__}")

    def opened(self):
        """The store, created at first use. As a context it commits, or rolls back after an error."""
        if self.store is None:
            if self.path != ":memory:":
                os.makedirs(os.path.dirname(self.path), exist_ok=True)
            store = sqlite3.connect(self.path, timeout=5, isolation_level=None, check_same_thread=False)
            store.execute("PRAGMA journal_mode = WAL")
            store.executescript(self.TABLES)
            self.store = store
        return self.store


if __name__ == "__main__":
    dialtone.serve(make)
