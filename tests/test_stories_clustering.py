"""Articles about one event become one story, today and on the days after."""

from datetime import UTC, datetime, timedelta

import numpy as np
import pytest
from story_texts import BLAZE, RATES, document

from briefing.errors import DataError
from briefing.stories import (
    KnownStory,
    StoryDocument,
    StoryGroup,
    cluster_stories,
    join_stories,
    likeness,
    pairs,
)
from briefing.stories.likeness import Model
from briefing.stories.linkage import link
from briefing.stories.vectors import count_views, weigh
from briefing.stories.views import describe

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
OLD = [document(f"a{at}", text) for at, text in enumerate(BLAZE[:2])]
NEW = [document("b0", BLAZE[2]), document("b1", RATES[0])]


def test_reports_on_one_event_make_one_story_and_others_their_own() -> None:
    documents = [document(f"f{i}", text) for i, text in enumerate(BLAZE)]
    documents += [document(f"r{i}", text) for i, text in enumerate(RATES)]
    assert cluster_stories(documents) == (("f0", "f1", "f2"), ("r0", "r1"))


def test_order_of_the_documents_does_not_matter() -> None:
    documents = [*OLD, *NEW]
    assert cluster_stories(documents) == cluster_stories(documents[::-1])


def test_nothing_makes_no_story() -> None:
    assert cluster_stories([]) == ()


@pytest.mark.parametrize("text", ["", "   ", "the of and", "\U0001f525"])
def test_text_without_words_stands_alone(text: str) -> None:
    groups = cluster_stories([document("a", text), document("b", text), *OLD])
    assert ("a",) in groups and ("b",) in groups


def join(
    documents: list[StoryDocument], known: list[KnownStory]
) -> dict[tuple[str, ...], tuple[str, ...]]:
    """The known stories that each group of new documents carries on."""
    return {group.documents: group.carried for group in join_stories(documents, known)}


def test_article_of_today_joins_the_story_of_yesterday() -> None:
    known = [KnownStory("old", tuple(OLD), NOON)]
    assert join_stories(NEW, known) == (
        StoryGroup(("b0",), ("a0", "a1"), ("old",)),
        StoryGroup(("b1",)),
    )


def test_document_of_a_known_story_is_not_new() -> None:
    known = [KnownStory("old", (document("x", RATES[0]),), NOON)]
    assert join([document("x", BLAZE[0])], known) == {}


def test_story_that_was_two_is_carried_on_by_both() -> None:
    known = [KnownStory("mixed", (*OLD, document("x", RATES[1])), NOON)]
    assert join(NEW, known) == {("b0",): ("mixed",), ("b1",): ("mixed",)}


def test_new_article_makes_one_story_of_two() -> None:
    known = [KnownStory(name, (OLD[at],), NOON) for at, name in enumerate(("first", "second"))]
    assert join(NEW[:1], known) == {("b0",): ("first", "second")}


def test_story_with_most_of_the_earlier_articles_is_the_one_carried_on() -> None:
    other = document("c0", BLAZE[0].replace("unhurt", "safe"))
    known = [KnownStory("a", (other,), NOON), KnownStory("z", tuple(OLD), NOON)]
    assert join(NEW[:1], known) == {("b0",): ("z", "a")}


def test_stray_article_does_not_join_its_story_to_another() -> None:
    rates = [document(f"r{at}", text) for at, text in enumerate(RATES)]
    known = [
        KnownStory("fire", (OLD[0],), NOON),
        KnownStory("rates", (*rates, OLD[1]), NOON),
    ]
    assert join(NEW[:1], known) == {("b0",): ("fire",)}


def test_parts_of_a_story_that_share_articles_stay_two() -> None:
    shared = (*OLD, document("x", RATES[1]))
    known = [
        KnownStory("fire", (*shared, document("y", BLAZE[2])), NOON),
        KnownStory("rates", (*shared, document("z", RATES[0])), NOON),
    ]
    today = [document("b0", BLAZE[1] + " It was late."), document("b1", RATES[1] + " It was late.")]
    assert join(today, known) == {("b0",): ("fire",), ("b1",): ("rates",)}


@pytest.mark.parametrize("parts", [2, 3, 5])
def test_articles_in_parts_end_in_the_groups_that_they_make_at_once(parts: int) -> None:
    documents = [document(f"f{at}", text) for at, text in enumerate(BLAZE)]
    documents += [document(f"r{at}", text) for at, text in enumerate(RATES)]
    known: list[KnownStory] = []
    last: dict[str, frozenset[str]] = {}
    for part in range(parts):
        for group in join_stories(documents[part::parts], known):
            ids = (*group.documents, *group.earlier)
            last.update(dict.fromkeys(ids, frozenset(ids)))
            story = tuple(d for d in documents if d.id in ids)
            known = [k for k in known if k.id not in group.carried]
            known.append(KnownStory(f"{part}{group.documents[0]}", story, NOON))
    assert sorted(map(sorted, set(last.values()))) == list(map(list, cluster_stories(documents)))


def test_story_without_news_for_long_takes_up_nothing() -> None:
    known = [KnownStory("old", tuple(OLD), NOON - timedelta(days=40))]
    late = [document("b0", BLAZE[2], published=NOON)]
    assert join(late, known) == {("b0",): ()}


def test_names_given_count_as_names_where_a_sentence_begins_with_them() -> None:
    text = "Corlin burned."
    assert "corlin" not in describe(document("a", text))["names"]
    assert "corlin" in describe(document("a", text, names=("Corlin",)))["names"]


def test_rows_are_unit_vectors_and_empty_ones_zero() -> None:
    views = [describe(document("a", BLAZE[0])), describe(document("b", ""))]
    vectors = weigh(count_views(views, lambda _: 0.5)["words"], "both")
    assert abs((vectors.row(0)[1] ** 2).sum() - 1) < 1e-9
    assert len(vectors.row(1)[0]) == 0


def link_table(table: list[list[float]], **limits: float) -> list[list[int]]:
    """The groups that a table of chances (its upper half) gives."""
    first, second = np.triu_indices(len(table), 1)
    chances = np.array(table)[first, second]
    model = Model(0.0, (), **{"first": 0.5, "least": 0.3, "share": 0.7, **limits})
    return link(len(table), first, second, chances, model)


def two_groups(inner: float, outer: float) -> list[list[float]]:
    return [[inner if a // 3 == b // 3 else outer for b in range(6)] for a in range(6)]


def test_groups_much_closer_in_themselves_stay_apart() -> None:
    assert link_table(two_groups(0.9, 0.5)) == [[0, 1, 2], [3, 4, 5]]
    assert link_table(two_groups(0.6, 0.5)) == [[0, 1, 2, 3, 4, 5]]


def test_two_single_articles_need_more_than_one_that_joins_a_group() -> None:
    assert link_table([[0, 0.4], [0, 0]]) == [[0], [1]]
    group = [[0.9] * 4 for _ in range(4)]
    for at in range(3):
        group[at][3] = 0.35
    assert link_table(group) == [[0, 1, 2, 3]]


def test_model_of_other_features_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(likeness.lexicon, "table", lambda _: (("bias", "1"),))
    likeness.load_model.cache_clear()
    with pytest.raises(DataError, match="other features"):
        likeness.load_model()
    likeness.load_model.cache_clear()


def test_large_batches_leave_common_terms_out_of_the_index() -> None:
    documents = [
        document(f"{at:03d}", f"News item {at} Story{at // 2} Place{at // 2} burns.")
        for at in range(520)
    ]
    assert max(map(len, cluster_stories(documents))) <= 4


def test_article_with_very_many_like_it_is_compared_with_the_most_alike() -> None:
    documents = [
        document(f"{at:03d}", f"The Corlin mill in Port Avel burned, report {at} says.")
        for at in range(pairs.MOST + 20)
    ]
    found = pairs.measure_pairs([describe(each) for each in documents])
    assert np.bincount(found.first).max() == pairs.MOST


def test_articles_alike_but_published_months_apart_are_two_stories() -> None:
    report = "Unemployment in Norland fell to {} percent, the statistics office said on Friday."
    texts = [report.format(5) + " More people found work in building.", report.format(6)]
    for days, stories in ((0, 1), (70, 2)):
        times = (NOON, NOON + timedelta(days=days))
        documents = [
            document(str(at), text, published=time)
            for at, (text, time) in enumerate(zip(texts, times, strict=True))
        ]
        assert len(cluster_stories(documents)) == stories
