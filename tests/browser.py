"""A headless Chromium for tests, spoken to over a pipe (Chrome DevTools Protocol)."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-extensions"),
    *("--disable-background-networking", "--disable-sync", "--remote-debugging-pipe"),
)
KEYS = {"Tab": 9, "Enter": 13, " ": 32}


class Browser:
    """One page: commands are answered in turn, events are kept."""

    def __init__(self, reader: int, writer: int) -> None:
        self.reader, self.writer = reader, writer
        self.numbers = count(1)
        self.buffer = b""
        self.events: list[dict] = []
        self.session = ""

    def send(self, method: str, **params: object) -> dict:
        """The result of a command."""
        number = next(self.numbers)
        message = {"id": number, "method": method, "params": params}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.writer, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._receive()
            if answer.get("id") == number:
                assert "error" not in answer, answer
                return answer["result"]
            self.events.append(answer)

    def _receive(self) -> dict:
        while b"\0" not in self.buffer:
            part = os.read(self.reader, 1 << 16)
            assert part, "the browser has ended"
            self.buffer += part
        message, _, self.buffer = self.buffer.partition(b"\0")
        return json.loads(message)

    def open(self, address: str, *, width: int = 1280, height: int = 900) -> None:
        """Load an address in a new page of a size and wait until it is there."""
        self.session = ""
        target = self.send("Target.createTarget", url="about:blank")["targetId"]
        attached = self.send("Target.attachToTarget", targetId=target, flatten=True)
        self.session = attached["sessionId"]
        self.events.clear()
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.send(f"{domain}.enable")
        metrics = {"deviceScaleFactor": 1, "mobile": False}
        self.send("Emulation.setDeviceMetricsOverride", width=width, height=height, **metrics)
        self.send("Page.navigate", url=address)
        while not any(event["method"] == "Page.loadEventFired" for event in self.events):
            self.events.append(self._receive())

    def value(self, script: str) -> object:
        """What an expression comes to in the page."""
        answer = self.send("Runtime.evaluate", expression=script, returnByValue=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def press(self, key: str) -> None:
        """Press and release a key."""
        code = {"key": key, "windowsVirtualKeyCode": KEYS[key]}
        text = {"text": "\r" if key == "Enter" else key} if key != "Tab" else {}
        self.send("Input.dispatchKeyEvent", type="keyDown", **code, **text)
        self.send("Input.dispatchKeyEvent", type="keyUp", **code)

    def happened(self, method: str) -> list[dict]:
        """The parameters of the events of a kind since the page was opened."""
        return [event["params"] for event in self.events if event["method"] == method]


@contextmanager
def browser(profile: Path) -> Iterator[Browser]:
    """A browser with a profile directory of its own, ended at the end."""
    commands, writer = os.pipe()
    reader, answers = os.pipe()

    # Chromium reads commands from descriptor 3 and writes answers to 4.
    shell = f'exec "$@" 3<&{commands} 4>&{answers}'
    process = subprocess.Popen(
        ["bash", "-c", shell, "bash", str(CHROMIUM), *FLAGS, f"--user-data-dir={profile}"],
        pass_fds=(commands, answers),
        stderr=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
    )
    os.close(commands)
    os.close(answers)
    try:
        yield Browser(reader, writer)
    finally:
        os.close(writer)
        process.terminate()
        process.wait(timeout=20)
        os.close(reader)


def open_page(chromium: Browser, path: Path, page: str, **size: int) -> str:
    """The address of a page, written to a file and opened from there."""
    path.write_text(page, "utf-8")
    chromium.open(path.as_uri(), **size)
    return path.as_uri()


def check_quiet(chromium: Browser, address: str) -> None:
    """Make sure that a page has asked for nothing but itself and complained of nothing."""
    chromium.value("1")
    requests = chromium.happened("Network.requestWillBeSent")
    assert [request["request"]["url"] for request in requests] == [address]
    assert not chromium.happened("Log.entryAdded")
    assert not chromium.happened("Runtime.consoleAPICalled")
    assert not chromium.happened("Runtime.exceptionThrown")
