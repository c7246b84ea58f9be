/// A plugin in Python, with the standard library only.
struct PythonPluginTemplate: PluginTemplate {
    let name: String

    var files: [(path: String, text: String)] {
        [
            ("plugin.yaml", manifest), ("plugin.py", program), ("dialtone.py", PythonLibrary.text),
            ("test_plugin.py", test), ("README.md", readme),
        ]
    }

    func advice(folder: String) -> String {
        """
        It works:

          python3 \(folder)/test_plugin.py
          dialtone plugin call \(folder) greet name=Ada

        A flow uses it by its dialtone.yaml, with the folder's path from there:

          plugins:
            greetings:
              folder: \(folder)
              greeting: Good day
        """
    }

    private var manifest: String {
        """
        name: \(name)
        summary: Greets callers.
        command: [python3, plugin.py]
        methods:
          greet:
            summary: A greeting for the time of day.
            parameters:
              name: {type: string, summary: who is greeted}
            results:
              text: {type: string, summary: the greeting}

        """
    }

    private var program: String {
        #"""
        #!/usr/bin/env python3
        """Greets callers."""

        import datetime

        import dialtone


        def make(start):
            """The methods by name. Called once; raise dialtone.Failure to refuse these settings."""
            greeting = start["settings"].get("greeting")

            def greet(parameters, context):
                # The context is the only clock, so that a call can be replayed.
                now = datetime.datetime.fromisoformat(context["now"])
                words = greeting or ("Good morning" if now.hour < 12 else "Good afternoon")
                return {"text": f"{words}, {parameters['name']}."}

            return {"greet": greet}


        if __name__ == "__main__":
            dialtone.serve(make)

        """#
    }

    private var test: String {
        #"""
        #!/usr/bin/env python3
        """The tests of \#(name): python3 test_plugin.py"""

        import json
        import os
        import subprocess
        import sys
        import unittest

        import dialtone
        import plugin

        HERE = os.path.dirname(os.path.abspath(__file__))


        def start(**settings):
            return {"plugin": "greetings", "settings": settings, "flowFolder": HERE, "dataFolder": HERE}


        def context(now="2026-11-20T10:00:00+01:00"):
            return dialtone.Context({"now": now, "locale": "en-US", "invocation": "1/1"})


        class Greeting(unittest.TestCase):
            def greet(self, now, **settings):
                return plugin.make(start(**settings))["greet"]({"name": "Ada"}, context(now))["text"]

            def test_by_the_time_of_the_call(self):
                self.assertEqual(self.greet("2026-11-20T11:59:00+01:00"), "Good morning, Ada.")
                self.assertEqual(self.greet("2026-11-20T12:00:00+01:00"), "Good afternoon, Ada.")

            def test_by_the_settings(self):
                self.assertEqual(self.greet("2026-11-20T10:00:00+01:00", greeting="Welcome"), "Welcome, Ada.")


        class Speaking(unittest.TestCase):
            """The program as Dialtone runs it."""

            def test_answers_and_ends_with_its_input(self):
                invocation = {"method": "greet", "parameters": {"name": "Ada"}, "context": context()}
                messages = [
                    {"jsonrpc": "2.0", "id": 0, "method": "start", "params": start()},
                    {"jsonrpc": "2.0", "id": 1, "method": "invoke", "params": invocation},
                    {"jsonrpc": "2.0", "method": "shutdown"},
                ]
                done = subprocess.run(
                    [sys.executable, "plugin.py"], cwd=HERE, capture_output=True, text=True, timeout=30,
                    input="".join(json.dumps(message) + "\n" for message in messages))
                answers = [json.loads(line) for line in done.stdout.splitlines()]
                self.assertEqual((done.returncode, done.stderr), (0, ""))
                self.assertEqual([answer["result"] for answer in answers], [{}, {"text": "Good morning, Ada."}])


        if __name__ == "__main__":
            unittest.main()

        """#
    }

    private var readme: String {
        """
        # \(name)

        Greets callers.

            plugins:
              greetings:                        # the name in method://greetings/…
                folder: PATH/\(name)
                greeting: Good day

        | setting | default | meaning |
        | --- | --- | --- |
        | `folder` | required | this folder, relative to the flow |
        | `greeting` | by the time of day | the words before the name |

        | method | parameters | results |
        | --- | --- | --- |
        | `greet` | `name` | `text` |

        `plugin.yaml` is the manifest, `plugin.py` has the methods, `dialtone.py` speaks with Dialtone, `test_plugin.py` has
        the tests: `python3 test_plugin.py`.

        """
    }
}
