"""Let readers of the HTML page choose roles and a speaker, by style rules alone."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefing.domain import Role
from briefing.render.digest.parts import StoryChapter, StoryOutline
from briefing.render.escape import escape_html as esc

# So many speakers are offered, those with most statements. Each takes a style rule: 500 of them
# made a page of 2,000 articles open half as fast as none.
MOST_SPEAKERS = 200
ROLE_NAMES = {Role.UNKNOWN: "role unclear"}


@dataclass(frozen=True, slots=True)
class Filters:
    """The roles of a page, the speakers offered (key, name, statements), and their classes."""

    roles: tuple[Role, ...]
    speakers: tuple[tuple[str, str, int], ...]
    classes: Mapping[str, str]
    mixes: tuple[tuple[Role, ...], ...]

    def speaker_classes(self, chapters: Sequence[StoryChapter]) -> str:
        """The classes of the speakers of some chapters."""
        keys = dict.fromkeys(voice.key for chapter in chapters for voice in chapter.voices)
        return " ".join(self.classes[key] for key in keys if key in self.classes)

    def rules(self) -> Iterator[str]:
        """The style rules that hide what is not chosen. They look for choices in the fieldset
        alone and for speakers by class, which keeps them fast on pages of thousands of voices."""
        for role in self.roles:
            box = f".filters:has(#show-{role}:not(:checked))"
            yield f"{box}~.story .voice.{role}{{display:none!important}}\n"
        for mix in self.mixes:
            boxes = ",".join(f"#show-{role}:checked" for role in mix)
            chapter = f".story .{mix_class(mix)}"
            yield f".filters:not(:has({boxes}))~{chapter}{{display:none!important}}\n"
        if self.classes:
            chosen = ".filters:has(#speaker>option:checked:not([value='']))"
            for part in ("", " .chapter", " .voice"):
                yield f"{chosen}~.story{part}{{display:none}}\n"
        for name in self.classes.values():
            chosen = f".filters:has(#speaker>option[value='{name}']:checked)"
            yield f"{chosen}~.story.{name},{chosen}~.story .{name}{{display:block}}\n"

    def controls(self) -> Iterator[str]:
        """The boxes and the list of names; nothing where there is no choice."""
        if len(self.roles) < 2 and len(self.speakers) < 2:
            return
        yield '<fieldset class="filters">\n<legend>Show</legend>'
        for role in self.roles if len(self.roles) > 1 else ():
            yield (
                f'<label><input type="checkbox" id="show-{role}" checked autocomplete="off"> '
                f"{ROLE_NAMES.get(role, role.value)}</label>"
            )
        if len(self.speakers) > 1:
            yield '<label>speaker <select id="speaker" autocomplete="off">'
            yield '<option value="">all</option>'
            for key, name, number in self.speakers:
                yield f'<option value="{self.classes[key]}">{esc(name)} ({number})</option>'
            yield "</select></label>"
        yield "</fieldset>"


NONE = Filters((), (), {}, ())


def find_filters(stories: Sequence[StoryOutline]) -> Filters:
    """What can be chosen among in these stories; speakers by name."""
    chapters = [chapter for story in stories for chapter in story.chapters]
    voices = [voice for chapter in chapters for voice in chapter.voices]
    counts: dict[str, int] = {}
    for voice in voices:
        if voice.key:
            counts[voice.key] = counts.get(voice.key, 0) + len(voice.said)
    names = {voice.key: voice.name for voice in voices}
    most = sorted(counts, key=lambda key: (-counts[key], key))[:MOST_SPEAKERS]
    offered = sorted(most, key=lambda key: (names[key].casefold(), key))
    roles = {voice.role for voice in voices}
    mixes = dict.fromkeys(roles_of(chapter) for chapter in chapters if chapter.voices)
    several = len(roles) > 1
    return Filters(
        roles=tuple(role for role in Role if role in roles) if several else (),
        speakers=tuple((key, names[key], counts[key]) for key in offered),
        classes={key: f"by{number}" for number, key in enumerate(offered, start=1)}
        if len(offered) > 1
        else {},
        mixes=tuple(mixes) if several else (),
    )


def roles_of(chapter: StoryChapter) -> tuple[Role, ...]:
    """The roles of a chapter's voices, each once, in a fixed order."""
    found = {voice.role for voice in chapter.voices}
    return tuple(role for role in Role if role in found)


def mix_class(roles: Sequence[Role]) -> str:
    """The class of a chapter with voices in these roles."""
    return "-".join(("of", *roles))
