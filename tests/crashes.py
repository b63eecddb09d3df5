"""A world for digests that are killed: a site with news, a mail server, and what readers saw.

`World.run` runs the digest of all that the site has, to its end or until it is killed at a
moment within a phase. Between runs the world looks at the file as a reader would. `problems`
tells what must never be, whatever was killed and when.
"""

import json
import random
import re
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from html import escape
from pathlib import Path

from http_server import Handler, Play, Server, conditional, page, serve
from killed_runs import Outcome, Runs, running
from mail_server import Post, posting

from briefing.archive import Archive

LATENCY = 0.01  # seconds that the servers take for an answer
LISTED = 60  # articles in the feed: no run comes too late for one
CONSONANTS, VOWELS = "bdfgklmnprstvz", "aeiou"
LINK = re.compile(r"http://127\.0\.0\.1:\d+/news/\d+")
PAGE = """<html><head><title>{title}</title></head><body><article><h1>{title}</h1>
<p>{place} will mend its {thing} before winter, the town said in a note to the residents.</p>
<p>"We have waited for it since the flood of last year," Mayor {mayor} said.</p>
<p>{expert}, a professor of engineering at the University of {place}, said the {thing} was older
than anybody in the town remembered.</p></article></body></html>"""
FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>News of the towns</title>
{items}</channel></rss>"""
ITEM = "<item><title>{title}</title><link>{link}</link><description>{title} …</description></item>"


@dataclass
class World:
    """What there is to read, and what readers have got; `published` are URLs of articles."""

    folder: Path
    site: Server
    post: Post
    runs: Runs
    chance: random.Random
    published: list[str] = field(default_factory=list)
    items: list[str] = field(default_factory=list)
    pages: dict[bytes, list[str]] = field(default_factory=dict)
    kills: Counter[str] = field(default_factory=Counter)

    def publish(self, number: int) -> None:
        """Publish some articles and a feed that leads to them."""
        for _ in range(number):
            count = len(self.published)
            title, body = self.invent()
            self.site.pages[f"/news/{count}"] = slow(page(body, Content_Type="text/html"))
            self.published.append(f"{self.site.url}/news/{count}")
            self.items.append(ITEM.format(title=escape(title), link=self.published[-1]))
        feed = FEED.format(items="\n".join(reversed(self.items[-LISTED:]))).encode()
        self.site.pages["/feed"] = slow(conditional(feed, etag=f'"{len(self.published)}"'))

    def invent(self) -> tuple[str, str]:
        """The title and the page of an article."""
        place, mayor, expert = self.name(), self.name(), self.name()
        thing = self.chance.choice(("bridge", "harbour", "tower", "market hall", "tram", "ferry"))
        told = {"place": place, "mayor": f"{self.name()} {mayor}", "thing": thing}
        title = f"{place} to mend its {thing}"
        return title, PAGE.format(title=title, expert=f"{self.name()} {expert}", **told)

    def name(self) -> str:
        letters = (self.chance.choice(CONSONANTS) + self.chance.choice(VOWELS) for _ in range(3))
        return "".join(letters).title() + self.chance.choice("nrls")

    def run(self, *, phase: str = "", seconds: float = 0.0) -> Outcome:
        """Run the digest, and kill it when it was in the phase for so many seconds."""
        args = ["digest", "--archive", "a.db", "--engine", "rules", "--allow-private-addresses"]
        args += ["--format", "json", "-o", "today.json", "--mail-to", "desk@example.org"]
        args += ["--smtp", self.post.address, "--zone", "UTC", f"{self.site.url}/feed"]
        outcome = self.runs.run(args, self.folder, phase=phase, seconds=seconds)
        self.look()
        if outcome.killed:
            self.kills[outcome.phase] += 1
        return outcome

    def look(self) -> None:
        """Read the file, if there is one."""
        path = self.folder / "today.json"
        if path.exists():
            data = path.read_bytes()
            stories = json.loads(data)["stories"]
            self.pages[data] = [name for story in stories for name in story["articles"]]

    def letters(self) -> dict[str, set[bytes]]:
        """What was mailed, by Message-ID."""
        found: dict[str, set[bytes]] = {}
        for letter in self.post.taken:
            message = message_from_bytes(letter.data, policy=policy.default)
            found.setdefault(message["Message-ID"], set()).add(letter.data)
        return found

    def problems(self) -> list[str]:
        """What is wrong now that a run has come to its end."""
        letters = self.letters()
        mailed = [url for told in letters.values() for data in told for url in links_of(data)]
        written = [url for urls in self.pages.values() for url in urls]
        found = [f"two messages are {name}" for name, told in letters.items() if len(told) > 1]
        found += differences("mailed", mailed, self.published)
        found += differences("written", written, self.published)
        left = [path.name for path in self.folder.glob(".today*")]
        with Archive.open(self.folder / "a.db", create=False) as archive:
            found += archive.upkeep.check()
            if archive.digests.unfinished() or archive.articles.waiting():
                found.append("something was not delivered")
        return [*found, *(f"{name} is left behind" for name in left)]

    def damage(self) -> tuple[str, ...]:
        """What is wrong with the archive, also in the middle."""
        with Archive.open(self.folder / "a.db") as archive:
            return archive.upkeep.check()

    @property
    def again(self) -> int:
        """How many messages came more than once, each with the same Message-ID."""
        return len(self.post.taken) - len(self.letters())


def links_of(data: bytes) -> set[str]:
    """The articles that a message leads to."""
    body = message_from_bytes(data, policy=policy.default).get_body(("html",))
    assert body is not None
    return set(LINK.findall(body.get_content()))


def slow(play: Play) -> Play:
    def wait_and_play(handler: Handler) -> None:
        time.sleep(LATENCY)
        play(handler)

    return wait_and_play


def differences(done: str, found: list[str], wanted: list[str]) -> list[str]:
    counts = Counter(found)
    problems = [f"{url} was {done} {counts[url]} times" for url in wanted if counts[url] != 1]
    return problems + [f"{url} was {done}" for url in sorted(set(counts) - set(wanted))]


@contextmanager
def world(folder: Path, *, seed: int) -> Iterator[World]:
    """A world without news."""
    with running() as runs, serve() as site, posting(Post(latency=LATENCY)) as post:
        yield World(folder, site, post, runs, random.Random(seed))


def kill_at_random(world: World, kills: int) -> Iterator[Outcome]:
    """Run again and again until so many runs were killed, each at a random moment of a random
    phase; articles appear in between. Then let it come to its end."""
    world.publish(3)
    yield world.run()
    usual = {phase: seconds for phase, seconds in world.runs.spent.items() if seconds}
    while world.kills.total() < kills:
        world.publish(world.chance.choice((0, 1, 1, 2)))
        phase = world.chance.choice(sorted(usual))
        yield world.run(phase=phase, seconds=world.chance.uniform(0, usual[phase]))
    world.publish(1)
    for _ in range(2):
        yield world.run()
