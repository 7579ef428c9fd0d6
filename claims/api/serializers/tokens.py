from typing import Any

from rest_framework import serializers


class TokenSerializer(serializers.Serializer[Any]):
    """An API token, without its secret."""

    key = serializers.CharField(source="token_key", help_text="The first letters of the token, by which it is named.")
    created = serializers.DateTimeField(help_text="When it was issued.")
    expiry = serializers.DateTimeField(allow_null=True, help_text="When it stops working.")


class NewTokenSerializer(TokenSerializer):
    """A new API token. The secret is shown this once."""

    token = serializers.CharField(help_text="The secret: send it as `Authorization: Token ...`.")
