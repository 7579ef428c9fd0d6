"""Lists in pages: newest record first, by a cursor that neither skips nor repeats when rows are added."""

from base64 import b64decode
from typing import Any

from rest_framework.pagination import Cursor, CursorPagination
from rest_framework.request import Request

from claims.api.problems import QueryInvalid

MOST_DIGITS = 18  # of a row's number; more is not one


class Pages(CursorPagination):
    page_size = 50
    max_page_size = 200
    page_size_query_param = "page_size"
    # One unique column: positions never tie, whatever was stored in one moment.
    ordering = "-pk"
    template = None

    def get_page_size(self, request: Request) -> int:
        """Raises QueryInvalid for what is not a number from 1 to `max_page_size`."""
        asked = request.query_params.get("page_size", str(self.page_size))
        if not (asked.isascii() and asked.isdigit() and 1 <= len(asked) <= 4) or not (
            1 <= int(asked) <= self.max_page_size
        ):
            raise QueryInvalid({"page_size": f"Ask for 1 to {self.max_page_size} records a page."})
        return int(asked)

    def decode_cursor(self, request: Request) -> Cursor | None:
        """Raises QueryInvalid for a cursor that no page of ours gave."""
        encoded = request.query_params.get(self.cursor_query_param)
        if encoded is None:
            return None
        try:
            # REST framework's own reading passes over characters that are not base64.
            b64decode(encoded, validate=True)
            cursor: Cursor | None = super().decode_cursor(request)
        except Exception as error:
            raise QueryInvalid({"cursor": "This is not a cursor from a page."}) from error
        # Each cursor of ours has a position, for positions never tie.
        position = str(cursor and cursor.position)
        if not (position.isascii() and position.isdigit() and len(position) <= MOST_DIGITS):
            raise QueryInvalid({"cursor": "This is not a cursor from a page."})
        return cursor

    def get_schema_operation_parameters(self, view: Any) -> list[dict[str, Any]]:
        return [
            {
                "name": "cursor",
                "in": "query",
                "required": False,
                "description": "Where the page starts: as the link `next` or `previous` has it.",
                "schema": {"type": "string"},
            },
            {
                "name": "page_size",
                "in": "query",
                "required": False,
                "description": "How many records a page has.",
                "schema": {
                    "type": "integer",
                    "minimum": 1,
                    "maximum": self.max_page_size,
                    "default": self.page_size,
                },
            },
        ]

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        link = {"type": ["string", "null"], "format": "uri"}
        return {
            "type": "object",
            "description": "One page of a list, newest record first.",
            "required": ["next", "previous", "results"],
            "properties": {
                "next": {**link, "description": "The page of older records; null on the last."},
                "previous": {**link, "description": "The page of newer records; null on the first."},
                "results": {**schema, "description": "The records of this page."},
            },
        }
