"""Who looks at the page that is being drawn, asked anew at each drawing and at each act."""

from __future__ import annotations

from datetime import datetime

import streamlit as st

from core.days import now
from dashboard import access, gate, house, system
from dashboard.access import Visitor


def present() -> Visitor | None:
    """The visitor; None when nobody is logged in or the session is over. Raises Refused for one without a role."""
    chosen = house.settings().dashboard
    if chosen.login == "none":
        return Visitor(system.user(), "admin")
    if chosen.login == "proxy":
        since: datetime = st.session_state.setdefault("since", now())
        named = st.context.headers.get_all(chosen.user_header)
        found: Visitor | None = access.visitor(access.proxy_name(named), chosen, since)
    else:
        found = gate.of_claims(st.user.to_dict(), chosen)
    return None if found is None or found.ended(now()) else found
