extension TestFolder {
    static let yaml = """
        name: Test
        summary: Does what it is asked.
        command: [python3, plugin.py]
        methods:
          act:
            parameters:
              what: {type: string}
              value: {type: string, required: false, sensitive: true}
            results:
              value: {type: string}
            time-limit: 30s
        """

    static let program = #"""
        import json, os, signal, subprocess, sys, threading, time

        settings = {}
        held, cancelled, ends = [], [], []
        lock = threading.Lock()

        def write(text):
            with lock:
                sys.stdout.write(text)
                sys.stdout.flush()

        def answer(number, value):
            write(json.dumps({"jsonrpc": "2.0", "id": number, "result": {"value": value}}) + "\n")

        def mark(name):
            open(name, "w").close()

        def later(seconds, *arguments):
            threading.Timer(seconds, answer, arguments).start()

        def start(number, params):
            settings.update(params["settings"])
            with open("starts", "a") as starts:
                starts.write(f"{time.monotonic()}\n")
            settings["start"] = params
            if settings.get("start with") == "crash":
                os._exit(4)
            if settings.get("start with") == "refusal":
                error = {"code": 1, "message": "not with these settings"}
                return write(json.dumps({"jsonrpc": "2.0", "id": number, "error": error}) + "\n")
            if settings.get("start with") == "silence":
                return
            write(json.dumps({"jsonrpc": "2.0", "id": number, "result": {}}) + "\n")

        def act(number, what, value):
            if what == "echo": answer(number, value)
            elif what == "pid": answer(number, os.getpid())
            elif what == "start": answer(number, settings["start"])
            elif what == "later": later(value / 1000, number, value)
            elif what == "hold": held.append(number)
            elif what == "held": answer(number, len(held))
            elif what == "cancelled": answer(number, len(cancelled))
            elif what == "ends": answer(number, ends)
            elif what == "crash": os._exit(3)
            elif what == "quit": sys.exit(0)
            elif what == "fail": write(json.dumps({"jsonrpc": "2.0", "id": number, "error": value}) + "\n")
            elif what == "half":
                write('{"jsonrpc": "2.0", "id": %d, "result": {"value": 1}}' % number)
                os._exit(3)
            elif what == "pieces":
                for piece in ('{"jsonrpc": "2.0", "id": %d, ' % number, '"result": {"va', 'lue": "whole"}', "}\r\n"):
                    write(piece)
                    time.sleep(0.01)
            elif what == "stray":
                write(settings["stray"] + "\n")
                answer(number, "right")
            elif what == "twice":
                answer(number, "first")
                answer(number, "second")
            elif what == "long":
                write(json.dumps({"jsonrpc": "2.0", "id": number, "result": {"value": "x" * value}}) + "\n")
            elif what == "log":
                sys.stderr.write("it says: " + value + "\n")
                sys.stderr.flush()
                answer(number, "logged")
            elif what == "log long":
                sys.stderr.write("x" * 998 + value + "x" * 100_000 + "\n")
                sys.stderr.flush()
                answer(number, "logged")
            elif what == "flood":
                for line in range(value): sys.stderr.write(f"junk {line}\n")
                sys.stderr.flush()
                answer(number, "done")
            elif what == "stray flood":
                write("junk\n" * value)
                answer(number, "done")
            elif what == "answer flood":
                write('{"jsonrpc": "2.0", "id": 77, "result": {}}\n' * value)
                answer(number, "done")
            elif what == "descend":
                # A child that keeps the pipes open, of a program that is gone.
                subprocess.Popen(["sleep", "300"], stdin=0, stdout=1, stderr=2)
                time.sleep(0.1)
                os._exit(3)
            elif what == "last words":
                write(json.dumps({"jsonrpc": "2.0", "id": number, "result": {"value": "x" * 60_000}}) + "\n")
                os._exit(0)
            elif what == "files": answer(number, len(os.listdir("/proc/self/fd")) - 1)
            elif what == "die loudly":
                raise RuntimeError(value)
            elif what == "close output":
                os.close(1)
                os.close(2)
            elif what == "close input":
                os.close(0)
                mark("input closed")
                time.sleep(30)
            elif what == "deaf":
                mark("deaf")
                time.sleep(30)
            elif what == "stubborn":
                signal.signal(signal.SIGTERM, signal.SIG_IGN)
                answer(number, os.getpid())
                while True: time.sleep(30)
            elif what == "child":
                child = subprocess.Popen(["sleep", "300"])
                answer(number, child.pid)

        while line := sys.stdin.readline():
            message = json.loads(line)
            params = message.get("params", {})
            if message["method"] == "start":
                start(message["id"], params)
            elif message["method"] == "invoke":
                parameters = params["parameters"]
                act(message["id"], parameters["what"], parameters.get("value"))
            elif message["method"] == "cancel":
                cancelled.append(params["id"])
                answer(params["id"], "late")
            elif message["method"] == "callEnded":
                ends.append(f"{len(cancelled)} cancelled, {params['context']['invocation']}")
                write(json.dumps({"jsonrpc": "2.0", "id": message["id"], "result": {}}) + "\n")
            elif message["method"] == "shutdown" and held:
                for number in held: answer(number, "at the end")
        os._exit(0)
        """#
}
