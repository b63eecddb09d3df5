"""Kills digests at random moments, and looks whether anything was lost or sent anew.

    python tests/benchmarks/bench_crash.py [--kills 200] [--seed 1]

A site on this machine publishes invented articles in a feed with linked pages; each run reads
them, analyses them, and delivers a digest to a file and through a mail server on this machine.
A run is killed with SIGKILL at a random moment of a random phase; a run that ends before does
not count. Prints the kills by phase, and what was wrong afterwards: an archive that fails its
check, an article in no digest or in two, a message that is lost, or that comes again with
another identity or other bytes.
"""

import argparse
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[1]))

from crash_runs import PHASES
from crashes import kill_at_random, world

MOST = 20  # problems told


def main() -> None:
    """Kill, look and tell."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    began, ended, damage = time.monotonic(), 0, list[str]()
    with TemporaryDirectory() as folder, world(Path(folder), seed=options.seed) as place:
        for outcome in kill_at_random(place, options.kills):
            if outcome.code and not outcome.killed:
                sys.exit(f"a run ended with code {outcome.code}: {outcome.told}")
            ended += not outcome.killed
            damage += place.damage()
        problems = damage + place.problems()
        print(f"{'phase':<16}kills")
        for phase in PHASES:
            print(f"{phase:<16}{place.kills[phase]:>5}")
        print(f"{'all':<16}{place.kills.total():>5}")
        print(f"runs that ended by themselves: {ended}")
        print(f"articles: {len(place.published)}, digests: {len(place.pages)}")
        print(f"messages: {len(place.letters())}, sent again as they were: {place.again}")
    print(f"problems: {len(problems)}, {time.monotonic() - began:.0f} s")
    print("\n".join(problems[:MOST]))
    sys.exit(bool(problems))


if __name__ == "__main__":
    main()
