"""Starting the dashboard: one process on one address of this machine, nothing sent outside."""

from __future__ import annotations

import errno
import importlib
import pkgutil
import socket
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from core.errors import Busy, SettingsError
from core.settings import Settings
from dashboard import house, login
from dashboard.look.palette import theme_options

_SCRIPT = Path(__file__).parent / "main.py"
_QUIET: dict[str, object] = {
    "browser.gatherUsageStats": False,
    "client.showErrorDetails": "none",
    "client.showErrorLinks": False,
    "client.toolbarMode": "minimal",
    "global.developmentMode": False,
    "logger.level": "warning",
    "server.enableAgentApi": False,
    "server.enableStaticServing": True,
    "server.fileWatcherType": "none",
    "server.headless": True,
    "server.showEmailPrompt": False,
    "server.maxUploadSize": 1,
}


def bound(address: str, port: int) -> socket.socket:
    """A listening socket, held from now on. Raises Busy naming the port; port 0 lets the system choose."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    sock = socket.socket(family)
    try:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        sock.bind((address, port))
        sock.listen(128)
    except OSError as error:
        sock.close()
        if error.errno == errno.EADDRINUSE:
            raise Busy(
                f"Port {port} on {address} is taken by another program.",
                remedy=f"Choose another with --port {port + 1}, or stop the program that holds it.",
            ) from error
        if error.errno == errno.EACCES:
            raise Busy(f"Port {port} may not be used here.", remedy="Choose one above 1023 with --port.") from error
        raise SettingsError(f"dashboard.address '{address}': {error.strerror or error}.") from error
    return sock


def serve(settings: Settings, tell: Callable[[str], None]) -> None:
    """Serve until stopped; `tell` is given the address once the port is held.

    Raises SettingsError for an exposed address or an unsafe login, Busy for a port that is taken.
    """
    address, port = settings.dashboard.address, settings.dashboard.port
    of_login = login.options(settings)
    sock = bound("127.0.0.1" if address == "localhost" else address, port)
    house.configure(settings)
    number = sock.getsockname()[1]
    tell(f"http://{f'[{address}]' if ':' in address else address}:{number}")
    if lost := house.lost_keys():
        print(lost, file=sys.stderr, flush=True)
    threading.Thread(target=_warm, daemon=True).start()
    try:
        _run(sock, address, number, of_login)
    finally:
        sock.close()


def _warm() -> None:
    """What the first page loads, and what Streamlit reckons once a process: seconds that no reader should wait for."""
    try:
        import altair
        import pandas  # noqa: F401 - Streamlit's charts import it when the first is drawn
        from streamlit import env_util

        from dashboard import views
        from dashboard.look.atlas import lands

        for module in pkgutil.iter_modules(views.__path__):
            importlib.import_module(f"{views.__name__}.{module.name}")
        altair.data_transformers.disable_max_rows()
        env_util.is_repl()  # asked at the first element of a process: half a second to look through all modules
        lands()
        house.names()
    except Exception:  # the door of a helping thread: the page itself will meet the fault again and say it
        return


def _run(sock: socket.socket, address: str, port: int, of_login: dict[str, object]) -> None:
    import uvicorn
    from streamlit.web import bootstrap

    options = _QUIET | theme_options() | {"server.address": address, "server.port": port} | of_login
    bootstrap.load_config_options(options)
    # The peer's own address decides whom the gate trusts, so nobody may write another over it (proxy_headers).
    config = uvicorn.Config(
        _app(), log_level="warning", access_log=False, ws="websockets-sansio", lifespan="on", proxy_headers=False
    )
    uvicorn.Server(config).run(sockets=[sock])


def _app() -> Any:
    from streamlit.starlette import App

    from dashboard.routes import MIDDLEWARE, routes

    return App(_SCRIPT, routes=routes(), middleware=MIDDLEWARE)
