"""Runs killed at random moments of all phases: a dozen here, 200 in the benchmark."""

from crashes import kill_at_random, world


def test_after_a_dozen_kills_every_article_was_written_and_mailed_exactly_once(tmp_path):
    with world(tmp_path, seed=3) as place:
        for outcome in kill_at_random(place, 12):
            assert outcome.killed or outcome.code == 0, outcome.told
            assert place.damage() == ()
        assert place.problems() == []
        assert place.kills.total() == 12
        assert len(place.letters()) == len(place.pages) > 1
