#!/usr/bin/env python3
"""A reference gateway: drives Dialtone through calls over one pair of pipes, by the gateway protocol, version 1.

    gateway.py [--command "dialtone run FLOW --format ndjson --clock virtual"] [--transfer OUTCOME] KEYS...

Each KEYS is one call; all calls are up at the same time. The caller lets every prompt play to its end, one second
each, and then presses the next of the keys 0-9 * # A-D; `~` waits until the IVR loses patience, `!` presses the next
key while the prompt still plays, and when nothing is left the caller hangs up. What is said and pressed is written to
standard output, call by call; the exit status is Dialtone's, or 3 when it breaks the protocol.
"""
import argparse, json, shlex, subprocess, sys


class Gateway:
    """Events go to Dialtone's standard input, commands come from its standard output: one JSON object a line."""

    def __init__(self, command):
        self.dialtone = subprocess.Popen(shlex.split(command), stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def send(self, **event):
        self.dialtone.stdin.write(json.dumps(event, ensure_ascii=False).encode() + b"\n")
        self.dialtone.stdin.flush()

    def receive(self):
        line = self.dialtone.stdout.readline()
        if not line:
            sys.exit(self.dialtone.wait() or 3)
        return json.loads(line)

    def close(self):
        self.dialtone.stdin.close()
        return self.dialtone.wait(timeout=10)


class Call:
    """One call on the virtual clock: whatever happens to it is answered by commands, and then by `wait` or `end`."""

    def __init__(self, gateway, name, keys, transfer):
        self.gateway, self.name, self.keys, self.outcome = gateway, name, list("".join(keys.split())), transfer
        self.now, self.playing, self.transfer, self.record, self.lines = 0, [], None, None, []
        self.act("call", **{"from": "tel:+15550100", "to": "tel:+15550199"})

    def act(self, event, **fields):
        """Sends an event and takes what it leads to."""
        self.gateway.send(event=event, call=self.name, at=self.now, **fields)
        self.waiting = None
        while self.waiting is None:
            command = self.gateway.receive()
            kind = command["command"]
            if kind == "error":
                sys.exit(f"gateway.py: {command['message']}")
            if kind == "play":
                self.playing.append(command["prompt"])
                self.lines += [item["text"] for item in command["items"] if item["kind"] == "text"]
            elif kind == "stop" and "prompt" in command:
                self.playing = [prompt for prompt in self.playing if prompt < command["prompt"]]
            elif kind in ("transfer", "record"):
                setattr(self, kind, command[kind])
                self.lines.append(f"[{kind} {command.get('dest', '')}]")
            elif kind in ("wait", "end"):
                self.waiting = command
        if self.waiting["command"] == "end":
            self.lines.append(f"[{self.waiting['how']}]")

    @property
    def is_over(self):
        return self.waiting["command"] == "end"

    def go_on(self):
        """Does the next thing that the caller or the network would do."""
        early = self.keys[:1] == ["!"]
        if self.waiting["for"] == "transferred":
            self.act("transferred", transfer=self.transfer, outcome=self.outcome, duration=1000)
        elif self.waiting["for"] == "recorded":
            self.act("recorded", record=self.record, duration=1000, size=8000)
        elif self.playing and not early:
            self.now += 1000
            # A timer may be due before the prompt ends, and stop it.
            if self.waiting["until"] is not None and self.waiting["until"] <= self.now:
                self.now = self.waiting["until"]
                self.act("tick")
            else:
                self.act("played", prompt=self.playing.pop(0))
        elif not self.keys:
            self.act("hangup")
        else:
            key = self.keys.pop(0) if not early else (self.keys.pop(0), self.keys.pop(0))[1]
            self.lines.append(f"> {key}")
            if key == "~":
                self.now = max(self.now, self.waiting["until"] or self.now)
                self.act("tick")
            else:
                self.now += 100
                self.act("dtmf", key=key)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--command", default="dialtone run --format ndjson --clock virtual")
    parser.add_argument("--transfer", default="far_end_disconnect", help="what becomes of a transfer")
    parser.add_argument("keys", nargs="+", help="what the caller of one call presses")
    options = parser.parse_args()
    if "virtual" not in options.command:
        parser.error("this gateway drives the virtual clock: add --clock virtual to the command")
    gateway = Gateway(options.command)
    calls = [Call(gateway, f"call-{number}", keys, options.transfer) for number, keys in enumerate(options.keys, 1)]
    while not all(call.is_over for call in calls):
        for call in calls:
            if not call.is_over:
                call.go_on()
    for call in calls:
        print(f"{call.name}:", *call.lines, sep="\n  ")
    return gateway.close()


if __name__ == "__main__":
    sys.exit(main())
