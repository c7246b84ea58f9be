#!/usr/bin/env python3
"""The tests of KnownFaults: python3 test_plugin.py"""

import json
import os
import subprocess
import sys
import tempfile
import unittest

import dialtone
import plugin

HERE = os.path.dirname(os.path.abspath(__file__))


def start(**settings):
    return {"plugin": "faults", "settings": settings, "flowFolder": HERE, "dataFolder": HERE}


def context(locale="en-US", invocation="1/1"):
    return dialtone.Context({"locale": locale, "invocation": invocation})


class Finding(unittest.TestCase):
    def setUp(self):
        self.methods = plugin.make(start())

    def find(self, product, code, locale="en-US", **more):
        return self.methods["find"]({"product": product, "code": code} | more, context(locale))

    def test_a_known_fault(self):
        found = self.find("2", "201")
        self.assertTrue(found["found"])
        self.assertEqual((found["name"], found["title"]), ("fax machine", "has a paper jam"))
        self.assertEqual((found["stepCount"], found["expert"]), (3, "machines"))
        self.assertEqual(found["steps"][2], "Please take out the paper tray and put it back until it clicks.")

    def test_a_fault_of_another_product(self):
        self.assertEqual(self.find("1", "201"), {"found": False})

    def test_language(self):
        self.assertEqual(self.find("1", "101", "zh-CN")["title"], "找不到线路")
        self.assertEqual(self.find("1", "101", "fr-FR")["title"], "does not find the line")
        self.assertEqual(self.find("1", "101", language="zh-CN")["name"], "调制解调器")
        self.assertEqual(self.find("1", "101", "zh-CN", language="en")["title"], "does not find the line")

    def test_products(self):
        found = self.methods["products"]({}, context())
        self.assertEqual(found["count"], 3)
        self.assertEqual(found["products"][0], {"product": "1", "name": "modem"})
        found = self.methods["products"]({"language": "zh-CN"}, context())
        self.assertEqual([product["name"] for product in found["products"]], ["调制解调器", "传真机", "电话交换机"])

    def test_every_fault_is_there_in_every_language(self):
        for fault, languages in plugin.Catalogue(os.path.join(HERE, "data")).faults.items():
            counts = {len(row["steps"].split("|")) for row in languages.values()}
            self.assertEqual((set(languages), len(counts)), ({"en", "zh"}, 1), fault)


class Reporting(unittest.TestCase):
    def report(self, methods, helped, invocation, code="201"):
        parameters = {"product": "2", "code": code, "helped": helped}
        return methods["report"](parameters, context(invocation=invocation))

    def test_callers_are_counted(self):
        methods = plugin.make(start())
        self.assertEqual(self.report(methods, True, "1/1"), {"noted": True, "tried": 1, "helped": 1})
        self.assertEqual(self.report(methods, False, "2/1"), {"noted": True, "tried": 2, "helped": 1})

    def test_an_invocation_counts_once(self):
        methods = plugin.make(start())
        first = self.report(methods, True, "1/1")
        self.assertEqual(self.report(methods, True, "1/1"), first)
        self.assertEqual(self.report(methods, True, "1/2")["tried"], 2)

    def test_an_unknown_fault_is_not_noted(self):
        self.assertEqual(self.report(plugin.make(start()), True, "1/1", code="999"), {"noted": False})

    def test_reports_are_kept(self):
        with tempfile.TemporaryDirectory() as folder:
            settings = start(reports=os.path.join(folder, "new", "reports.sqlite"))
            self.report(plugin.make(settings), True, "1/1")
            self.assertEqual(self.report(plugin.make(settings), True, "2/1")["tried"], 2)

    def test_a_store_that_cannot_be_written(self):
        methods = plugin.make(start(reports="/proc/no/reports.sqlite"))
        with self.assertRaises(dialtone.Failure) as failed:
            self.report(methods, True, "1/1")
        self.assertEqual(failed.exception.what, "unavailable")


class Starting(unittest.TestCase):
    def test_refuses_unknown_settings_and_missing_files(self):
        for settings in ({"fautls": "data"}, {"faults": "nowhere"}):
            with self.assertRaises(dialtone.Failure):
                plugin.make(start(**settings))


class Speaking(unittest.TestCase):
    """The program as Dialtone runs it."""

    def speak(self, *messages):
        lines = "".join(json.dumps({"jsonrpc": "2.0"} | message) + "\n" for message in messages)
        done = subprocess.run(
            [sys.executable, "plugin.py"], cwd=HERE, input=lines, capture_output=True, text=True, timeout=30)
        answers = [json.loads(line) for line in done.stdout.splitlines()]
        return done, {answer["id"]: answer for answer in answers}

    def test_answers_and_ends_with_its_input(self):
        done, answers = self.speak(
            {"id": 0, "method": "start", "params": start()},
            {"id": 1, "method": "invoke", "params": {
                "method": "find", "parameters": {"product": "3", "code": "302"}, "context": context()}},
            {"id": 2, "method": "invoke", "params": {"method": "mend", "parameters": {}, "context": context()}},
            {"method": "cancel", "params": {"id": 77}},
            {"method": "shutdown"})
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertEqual(answers[0]["result"], {})
        self.assertEqual(answers[1]["result"]["title"], "does not ring")
        self.assertEqual(answers[2]["error"]["data"], {"what": "nomethod"})
        self.assertEqual(len(answers), 3)

    def test_refuses_to_start(self):
        _, answers = self.speak({"id": 0, "method": "start", "params": start(fautls="data")})
        self.assertIn("there is no setting 'fautls'", answers[0]["error"]["message"])


if __name__ == "__main__":
    unittest.main()
