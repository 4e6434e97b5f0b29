"""The tokens that stand in a redacted text where a contact or a person stood."""

from __future__ import annotations

import re

TOKEN = re.compile(r"\[(?:PHONE|EMAIL|HANDLE|URL):[0-9a-f]{8}\]|\[PERSON\]")
