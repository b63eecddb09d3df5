"""Resolves the source of each attribution to one entity of the article."""

from collections.abc import Sequence

from briefing.domain import Attribution, Sentence, Speaker
from briefing.speakers.countries import home_country
from briefing.speakers.printing import print_speaker
from briefing.speakers.profiles import gather_facts
from briefing.speakers.references import Resolver
from briefing.speakers.scene import Scene, set_scene


def resolve_speakers(
    text: str, sentences: Sequence[Sentence], attributions: Sequence[Attribution]
) -> tuple[Speaker, ...]:
    """One speaker per attribution, in their order; `name` is None where it cannot be told."""
    if not attributions:
        return ()
    scene = set_scene(text, sentences, attributions)
    gather_facts(scene, _source_names(scene, attributions))
    resolver = Resolver(scene, attributions)
    found = [resolver.speaker_of(number) for number in range(len(attributions))]
    home = home_country(scene)
    return tuple(
        print_speaker(
            scene, entity, home, resolver.ways[number], attribution.source or attribution.antecedent
        )
        for number, (entity, attribution) in enumerate(zip(found, attributions, strict=True))
    )


def _source_names(scene: Scene, attributions: Sequence[Attribution]) -> dict[int, int]:
    """The names inside sources by their numbers, and the first word of each one's source."""
    found: dict[int, int] = {}
    for attribution in attributions:
        for span in attribution.source:
            first, last = scene.reading.at(span.start), scene.reading.before(span.end)
            found.update((number, first) for number, _ in scene.names_between(first, last))
    return found
