from django.db import migrations

# Names and titles as they are searched, now in all scripts whose vowels are signs at a letter. The classes of characters
# are those of `claims/text/queries.py`.
FOLDED = """
    CREATE OR REPLACE FUNCTION claims_folded(words TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN regexp_replace({folded}, '{none}', ' ', 'g');
"""
ACCENTS = (
    r"\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    r"\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\ufe00-\ufe0f"
    r"\ufe20-\ufe2f"
)
LETTER_SIGNS = (
    r"\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece\u102b-\u103e\u1056-\u1059\u105e-\u1060"
    r"\u1062-\u1064\u1067-\u106d\u1071-\u1074\u1082-\u108d\u108f\u109a-\u109d\u17b4-\u17d3\u17dd"
)
SIGNS = (
    rf"{LETTER_SIGNS}\u0660-\u0669\u06f0-\u06f9\u07a6-\u07b0\u07c0-\u07c9\u0900-\u0963\u0966-\u0df3\u0e50-\u0e59\u0ed0-\u0ed9"
    r"\u0f18-\u0f29\u0f35\u0f37\u0f39\u0f3e\u0f3f\u0f71-\u0f84\u0f86-\u0fbc\u1040-\u1049\u1090-\u1099\u1700-\u1734\u1740-\u1773"
    r"\u17e0-\u17e9\u1810-\u1819\u1900-\u193b\u1946-\u19da\u1a00-\u1a1b\u1a20-\u1a99\u1b00-\u1b59\u1b80-\u1bf3\u1c00-\u1c37"
    r"\u1c40-\u1c49\ua800-\ua827\ua880-\ua8c5\ua8d0-\ua8d9\ua900-\ua92d\ua930-\ua953\ua980-\ua9c0\ua9d0-\ua9d9\uaa00-\uaa59"
    r"\uabc0-\uabea\uabec-\uabf9"
)
HAN = r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"


def folded(accents: str, unspaced: str) -> str:
    small = f"regexp_replace(lower(normalize(left(words, 100000), NFKD)), '[{accents}]', '', 'g')"
    return rf"regexp_replace({small}, '({unspaced})', ' \1 ', 'g')"


BEFORE = FOLDED.format(folded=folded(r"\u0300-\u036f", HAN), none="[^[:alnum:]]+")
AFTER = FOLDED.format(
    folded=folded(ACCENTS, rf"{HAN}|[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff][{LETTER_SIGNS}]*"),
    none=f"[^[:alnum:]{SIGNS}]+",
)
# The indexes that hold what the function made before.
INDEXES = (
    *("outlet_words", "speaker_words", "speakername_words", "source_words"),
    *("quotation_speaker_words", "quotation_rule_words"),
)
ANEW = " ".join(f"REINDEX INDEX {name};" for name in INDEXES)


class Migration(migrations.Migration):
    dependencies = [("claims", "0021_one_index_each")]

    operations = [migrations.RunSQL(AFTER + ANEW, BEFORE + ANEW)]
