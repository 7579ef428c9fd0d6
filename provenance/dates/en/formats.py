"""Days and times in lists and fields as the rest of the admin tells them, rather than “Sept. 13, 2024, 6:08 p.m.”."""

DATE_FORMAT = "Y-m-d"
DATETIME_FORMAT = "Y-m-d H:i"
