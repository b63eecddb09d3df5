"""Groups articles into stories and merges what they say; lists who has not spoken."""

from briefing.stories.clustering import cluster_stories, join_stories
from briefing.stories.documents import KnownStory, StoryDocument

__all__ = ["KnownStory", "StoryDocument", "cluster_stories", "join_stories"]
