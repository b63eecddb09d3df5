"""Groups articles into stories and merges what they say; lists who has not spoken."""

from briefing.stories.choosing import choose_lead, choose_story_summary, write_headline
from briefing.stories.clustering import cluster_stories, join_stories
from briefing.stories.copies import find_copies
from briefing.stories.documents import KnownStory, StoryDocument, StoryGroup
from briefing.stories.ranking import fit_budget, rank_stories, score_story
from briefing.stories.silence import find_silent
from briefing.stories.statements import merge_statements
from briefing.stories.timeline import date_statement, order_timeline
from briefing.stories.watching import find_watched, read_watch_list

__all__ = [
    "KnownStory",
    "StoryDocument",
    "StoryGroup",
    "choose_lead",
    "choose_story_summary",
    "cluster_stories",
    "date_statement",
    "find_copies",
    "find_silent",
    "find_watched",
    "fit_budget",
    "join_stories",
    "merge_statements",
    "order_timeline",
    "rank_stories",
    "read_watch_list",
    "score_story",
    "write_headline",
]
