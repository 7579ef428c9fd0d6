"""The queues as data."""

from typing import Any

from rest_framework import serializers


class QueueSerializer(serializers.Serializer[Any]):
    """One queue, with how much waits in it for the one who asks."""

    slug = serializers.CharField(source="queue.slug", help_text="Its name in addresses.")
    heading = serializers.CharField(source="queue.heading", help_text="What it stands under.")
    title = serializers.CharField(source="queue.title", help_text="What it is called.")
    told = serializers.CharField(source="queue.told", help_text="What makes a thing wait in it.")
    count = serializers.IntegerField(source="number", help_text="How much waits, counted up to 999.")
    is_more = serializers.BooleanField(help_text="Whether more waits than is counted.")


class QueuedSerializer(serializers.Serializer[Any]):
    """A record that waits."""

    id = serializers.IntegerField(source="pk", help_text="Its number.")
    url = serializers.SerializerMethodField(help_text="Where it is read.")

    def get_url(self, record: Any) -> str:
        return str(self.context["address"](record))


class QueuePageSerializer(QueueSerializer):
    """A queue with what waits in it, the first first."""

    kind = serializers.CharField(help_text="What records wait, by the last word of their address: snapshots, claims.")
    results = QueuedSerializer(many=True, help_text="The first hundred that wait.")
