"""Speaks with Dialtone: JSON-RPC 2.0 over standard input and output, one JSON object a line.

`dialtone plugin new NAME --language python` copies this file beside the plugin that it writes. A plugin is

    def make(start):
        def hello(parameters, context):
            return {"text": "Hello, " + parameters["name"]}
        return {"hello": hello}

    if __name__ == "__main__":
        dialtone.serve(make)
"""

import concurrent.futures
import json
import os
import sys
import threading
import traceback

THREADS = 32

# Beside the methods that `make` returns, under this key: what is called with a Context when a call that has invoked the
# plugin has ended, if plugin.yaml says `call-ended: true`.
CALL_ENDED = object()


class Failure(Exception):
    """A failure of a method: `error.plugin.PLUGIN.<what>` in the flow."""

    def __init__(self, what, message):
        super().__init__(message)
        self.what = what


class Context(dict):
    """What a method may know of the call: call, from, to, now, deadline, seed, locale, invocation.

    `cancelled` is an event that is set when nobody waits for the answer any more.
    """

    def __init__(self, members):
        super().__init__(members)
        self.cancelled = threading.Event()

    @property
    def session(self):
        """The same for all invocations of a call and for its end, and another for each call."""
        return self["invocation"].rpartition("/")[0]


def serve(make):
    """Serves invocations until standard input ends.

    `make(start)` is called once; it returns the methods by name, or raises to refuse. `start` has plugin, settings,
    flowFolder and dataFolder. A method gets its parameters and a Context and returns a dict. Methods run in threads.
    """
    _Server(make).run()


class _Server:
    def __init__(self, make):
        self.make = make
        self.methods = {}
        self.contexts = {}
        self.lock = threading.Lock()
        self.invocation_ended = threading.Condition(self.lock)
        # Standard output belongs to the protocol. What print() writes goes to the log.
        self.output = os.fdopen(os.dup(1), "wb")
        os.dup2(2, 1)

    def run(self):
        with concurrent.futures.ThreadPoolExecutor(THREADS) as threads:
            for line in sys.stdin.buffer:
                self.take(json.loads(line), threads)

    def take(self, message, threads):
        params = message.get("params", {})
        if message["method"] == "start":
            self.answer(message["id"], self.start, params)
        elif message["method"] == "invoke":
            context = Context(params["context"])
            with self.lock:
                self.contexts[message["id"]] = context
            threads.submit(self.answer, message["id"], self.invoke, message["id"], params, context)
        elif message["method"] == "callEnded":
            threads.submit(self.answer, message["id"], self.call_ended, Context(params["context"]))
        elif message["method"] == "cancel":
            with self.lock:
                context = self.contexts.get(params["id"])
            if context:
                context.cancelled.set()

    def start(self, params):
        self.methods = self.make(params)
        return {}

    def invoke(self, number, params, context):
        try:
            if context.cancelled.is_set():
                raise Failure("cancelled", "nobody waits any more")
            method = self.methods.get(params["method"])
            if method is None:
                raise Failure("nomethod", "there is no such method")
            return method(params["parameters"], context)
        finally:
            with self.lock:
                del self.contexts[number]
                self.invocation_ended.notify_all()

    def call_ended(self, context):
        with self.lock:
            # Those that were cancelled may still be at work.
            self.invocation_ended.wait_for(
                lambda: all(other.session != context.session for other in self.contexts.values()))
        self.methods.get(CALL_ENDED, lambda context: None)(context)
        return {}

    def answer(self, number, work, *arguments):
        """Does the work and writes its answer, whatever comes of it."""
        answer = {"jsonrpc": "2.0", "id": number}
        try:
            answer["result"] = work(*arguments)
            line = json.dumps(answer, allow_nan=False)
        except Failure as failure:
            line = self.error(number, str(failure), failure.what)
        except Exception as error:
            # Only the kind of error goes to the flow: its text may hold what the caller keyed in.
            traceback.print_exc()
            line = self.error(number, type(error).__name__, "internal")
        with self.lock:
            self.output.write(line.encode() + b"\n")
            self.output.flush()

    @staticmethod
    def error(number, message, what):
        error = {"code": -32000, "message": message, "data": {"what": what}}
        return json.dumps({"jsonrpc": "2.0", "id": number, "error": error})
